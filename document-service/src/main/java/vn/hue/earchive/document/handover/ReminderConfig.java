package vn.hue.earchive.document.handover;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** When people are reminded of what is due. */
@ConfigMapping(prefix = "earchive.document.reminders")
interface ReminderConfig {

    /**
     * {@code earchive.document.reminders.days-before}: calendar days before the due date, in
     * falling order and ending with 0 (user story 13).
     */
    @WithDefault("14,3,0")
    List<Integer> daysBefore();

    /**
     * {@code earchive.document.reminders.every}: pace of the job; what is due changes once a day,
     * and a reminder may come this much after midnight.
     */
    @WithDefault("10m")
    String every();

    /** {@code earchive.document.reminders.batch}: subjects that one transaction looks at. */
    @WithDefault("200")
    int batch();
}
