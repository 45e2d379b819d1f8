package vn.hue.earchive.document.handover;

import java.time.LocalDate;
import java.util.List;

/** Which reminders of one due date have come. Pure. */
final class ReminderStages {

    private ReminderStages() {}

    /**
     * The reminders that are to exist today. A stage whose day passed before the subject existed is
     * left out, except the one on the due date itself: what is overdue from the start is told once.
     *
     * @param since the day from which the subject waits
     * @param daysBefore in falling order
     */
    static List<Integer> reached(
            LocalDate due, LocalDate since, LocalDate today, List<Integer> daysBefore) {
        return daysBefore.stream()
                .filter(days -> !due.minusDays(days).isAfter(today))
                .filter(days -> days == 0 || !due.minusDays(days).isBefore(since))
                .toList();
    }
}
