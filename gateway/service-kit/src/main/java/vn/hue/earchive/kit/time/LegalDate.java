package vn.hue.earchive.kit.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Dates as the law means them: calendar days in Viet Nam, whatever the zone of the machine. */
public final class LegalDate {

    /** The one zone of legal dates, UTC+7 without daylight saving. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private LegalDate() {}

    /** The legal date now. */
    public static LocalDate today(Clock clock) {
        return of(clock.instant());
    }

    /** The legal date at an instant. */
    public static LocalDate of(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }
}
