package vn.hue.earchive.document.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Red when a stage comes a day early or late, or a stage from before the closing is told. */
class ReminderStagesTest {

    private static final LocalDate DUE = LocalDate.of(2026, 12, 31);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // today | since | stages
                "2026-12-16 | 2026-11-01 | ''",
                "2026-12-17 | 2026-11-01 | 14",
                "2026-12-27 | 2026-11-01 | 14",
                "2026-12-28 | 2026-11-01 | 14 3",
                "2026-12-30 | 2026-11-01 | 14 3",
                "2026-12-31 | 2026-11-01 | 14 3 0",
                "2027-06-01 | 2026-11-01 | 14 3 0",
                // closed between two stages
                "2026-12-20 | 2026-12-20 | ''",
                "2026-12-28 | 2026-12-20 | 3",
                // closed when it was due long ago
                "2027-02-01 | 2027-02-01 | 0"
            })
    void comeOnTheirDays(LocalDate today, LocalDate since, String stages) {
        List<Integer> reached = ReminderStages.reached(DUE, since, today, List.of(14, 3, 0));

        assertThat(reached.stream().map(String::valueOf).toList())
                .isEqualTo(stages.isEmpty() ? List.of() : List.of(stages.split(" ")));
    }
}
