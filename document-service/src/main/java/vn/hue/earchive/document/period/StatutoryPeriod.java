package vn.hue.earchive.document.period;

import java.time.LocalDate;

/**
 * A period of the law.
 *
 * @param key name of the rule, {@code agencyArchive.digital}
 * @param countedFrom what starts it: {@code END_OF_WORK}, {@code FINAL_SETTLEMENT}, {@code
 *     HAND_OVER_DUE}, {@code SUBMISSION}
 * @param legalBasis instrument and article
 */
public record StatutoryPeriod(
        String key, int amount, Unit unit, String countedFrom, String legalBasis) {

    /** How a period is counted; calendar days in Viet Nam. */
    public enum Unit {
        DAYS,
        /** Monday to Friday; public holidays are not known here. */
        WORKING_DAYS,
        MONTHS,
        YEARS,
        /** Until 31 December, so many years after the year of the start. */
        YEAR_ENDS
    }

    /** The last day of the period. */
    public LocalDate lastDay(LocalDate start) {
        return switch (unit) {
            case DAYS -> start.plusDays(amount);
            case WORKING_DAYS -> workingDays(start);
            case MONTHS -> start.plusMonths(amount);
            case YEARS -> start.plusYears(amount);
            case YEAR_ENDS -> LocalDate.of(start.getYear() + amount, 12, 31);
        };
    }

    private LocalDate workingDays(LocalDate start) {
        LocalDate day = start;
        int left = amount;
        while (left > 0) {
            day = day.plusDays(1);
            left -= day.getDayOfWeek().getValue() <= 5 ? 1 : 0;
        }
        return day;
    }
}
