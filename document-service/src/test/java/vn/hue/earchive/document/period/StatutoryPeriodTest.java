package vn.hue.earchive.document.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last day of a period, also over leap days and ends of months. */
class StatutoryPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "60, DAYS, 2026-11-22, 2027-01-21",
        "60, DAYS, 2027-12-31, 2028-02-29",
        "3, MONTHS, 2026-11-30, 2027-02-28",
        "1, YEARS, 2028-02-29, 2029-02-28",
        "2, YEARS, 2026-12-31, 2028-12-31",
        "1, YEAR_ENDS, 2026-01-01, 2027-12-31",
        "1, YEAR_ENDS, 2026-12-31, 2027-12-31"
    })
    void endsOn(int amount, StatutoryPeriod.Unit unit, LocalDate start, LocalDate last) {
        assertThat(new StatutoryPeriod("x", amount, unit, "END_OF_WORK", "law").lastDay(start))
                .isEqualTo(last);
    }
}
