package vn.hue.earchive.archive.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates in packages: {@code DD/MM/YYYY}, {@code MM/YYYY} and {@code YYYY} as the Circular has them
 * (domain.md 2.3), and ISO 8601 as other systems write them.
 */
final class PackageDate {

    private static final Pattern FORM = Pattern.compile("(?:(?:(\\d{1,2})/)?(\\d{1,2})/)?(\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:T.*)?");

    private PackageDate() {}

    /**
     * The date, null when it is none.
     *
     * @param end a date without day or month means its last day, otherwise its first
     */
    static @Nullable LocalDate parse(String text, boolean end) {
        try {
            Matcher iso = ISO.matcher(text);
            if (iso.matches()) {
                return LocalDate.parse(iso.group(1));
            }
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                return null;
            }
            int year = Integer.parseInt(form.group(3));
            if (form.group(2) == null) {
                return end ? LocalDate.of(year, 12, 31) : LocalDate.of(year, 1, 1);
            }
            YearMonth month = YearMonth.of(year, Integer.parseInt(form.group(2)));
            if (form.group(1) == null) {
                return end ? month.atEndOfMonth() : month.atDay(1);
            }
            return month.atDay(Integer.parseInt(form.group(1)));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
