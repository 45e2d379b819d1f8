package vn.hue.earchive.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessStatTest {

    private static final String LINE =
            "%d (%s) S %d 10 10 0 -1 4194560 100 200 0 0 %d %d %d %d 20 0 40 0 5555 1000000 2000 18446744073709551615 1 1 0";

    @Test
    void readsTheFieldsByTheirNumbers() {
        assertThat(ProcessStat.parse(LINE.formatted(42, "java", 7, 150, 50, 3, 4)))
                .isEqualTo(new ProcessStat(42, 7, 200, 7, 5555));
    }

    /**
     * Red when the fields are counted from the beginning: PostgreSQL's children have blanks in
     * their names.
     */
    @Test
    void aNameMayContainBlanksAndParentheses() {
        assertThat(
                        ProcessStat.parse(LINE.formatted(42, "postgres: a) (b", 7, 150, 50, 3, 4))
                                .ticks())
                .isEqualTo(200);
    }

    @Test
    void anythingElseIsRefused() {
        assertThatThrownBy(() -> ProcessStat.parse("cpu 1 2 3"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProcessStat.parse("42 (java) S 1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTreeCountsDescendantsAndTheReapedOnes() {
        ProcessTable table =
                new ProcessTable(
                        List.of(
                                new ProcessStat(1, 0, 10_000, 0, 0),
                                new ProcessStat(10, 1, 100, 50, 0),
                                new ProcessStat(11, 10, 200, 0, 0),
                                new ProcessStat(12, 11, 300, 1, 0),
                                new ProcessStat(20, 1, 999, 0, 0)));

        assertThat(table.cpuSeconds(10)).isEqualTo(6.51);
        assertThat(table.cpuSeconds(99)).isZero();
    }

    @Test
    void thisProcessIsInTheTableOfTheMachine() {
        ProcessTable table = ProcessTable.read();

        assertThat(table.contains(ProcessHandle.current().pid())).isTrue();
        assertThat(table.cpuSeconds(ProcessHandle.current().pid())).isPositive();
        assertThat(Memory.residentMegabytes(table, ProcessHandle.current().pid()))
                .isGreaterThan(10);
    }
}
