package vn.hue.earchive.archive.aip;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Forms of dates in a package. */
final class Texts {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT).withZone(ZONE);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    private Texts() {}

    /** For example {@code 2026-11-22T22:40:00.000+07:00}. */
    static String instant(Instant instant) {
        return INSTANT.format(instant);
    }

    /** For example {@code 05/12/2025}. */
    static String date(LocalDate date) {
        return DATE.format(date);
    }

    static ZoneId zone() {
        return ZONE;
    }
}
