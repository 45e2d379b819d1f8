package vn.hue.earchive.document.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state × every command. Red when an arrow is added or taken away. */
class ScheduleStateTest {

    private static final ScheduleState.Approval APPROVAL =
            new ScheduleState.Approval(Instant.EPOCH, "director", "1/QĐ", LocalDate.of(2027, 1, 1));

    private static final Map<ScheduleState, String[]> TABLE =
            Map.of(
                    new ScheduleState.Sample(), new String[] {"APPROVED", "SUPERSEDED"},
                    new ScheduleState.Draft(), new String[] {"APPROVED", "SUPERSEDED"},
                    new ScheduleState.Approved(APPROVAL), new String[] {"-", "SUPERSEDED"},
                    new ScheduleState.Superseded(null), new String[] {"-", "-"});

    static Stream<Map.Entry<ScheduleState, String[]>> table() {
        return TABLE.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("table")
    void hasOnlyItsOwnArrows(Map.Entry<ScheduleState, String[]> row) {
        ScheduleState approved = row.getKey().approve(APPROVAL);
        ScheduleState superseded = row.getKey().supersede();

        assertThat(approved == null ? "-" : approved.code()).isEqualTo(row.getValue()[0]);
        assertThat(superseded == null ? "-" : superseded.code()).isEqualTo(row.getValue()[1]);
    }
}
