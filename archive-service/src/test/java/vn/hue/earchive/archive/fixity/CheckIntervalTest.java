package vn.hue.earchive.archive.fixity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a copy is checked, and how fast. */
class CheckIntervalTest {

    private static final Instant NOW = Instant.parse("2026-11-27T02:00:00Z");

    /** Red when value or age no longer counts. */
    @ParameterizedTest
    @CsvSource({
        "01,    0, 15",
        "01, 3651, 15",
        "01, 3652, 10",
        "02,    0, 30",
        "03,    0, 30",
        "04,    0, 30",
        "05,    0, 30",
        "06,    0, 30",
        "07,    0, 30",
        "02, 3652, 15",
        "07, 9999, 15"
    })
    void looksSoonerAtWhatIsPermanentOrOld(String code, int daysKept, int days) {
        assertThat(
                        CheckInterval.of(
                                Duration.ofDays(30),
                                code,
                                NOW.minus(Duration.ofDays(daysKept)),
                                NOW))
                .isEqualTo(Duration.ofDays(days));
    }

    /** Red when the budget lets more pass than it says, or saves up idle hours for a rush. */
    @Test
    void letsSoManyBytesPassInASecond() {
        Budget budget = new Budget(1000);
        long hour = TimeUnit.HOURS.toNanos(1);
        long now = System.nanoTime() + hour;

        assertThat(budget.charge(1000, now)).as("the second that was saved").isZero();
        assertThat(budget.charge(1000, now)).isEqualTo(TimeUnit.SECONDS.toNanos(1));
        assertThat(budget.charge(500, now)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(1500));
        assertThat(budget.charge(0, now + TimeUnit.SECONDS.toNanos(2))).isNegative();
    }
}
