package vn.hue.earchive.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InvariantsTest {

    private final Invariants invariants = new Invariants();

    @Test
    void consecutiveNumbersInAnyOrderAreFine() {
        invariants.requireConsecutive(List.of(7L, 5L, 6L));

        assertThat(invariants.broken()).isEmpty();
    }

    @Test
    void aGapIsABreach() {
        invariants.requireConsecutive(List.of(5L, 7L));

        assertThat(invariants.broken()).singleElement().asString().contains("gaps");
    }

    @Test
    void aNumberGivenTwiceIsABreach() {
        invariants.requireConsecutive(List.of(5L, 6L, 6L));

        assertThat(invariants.broken()).singleElement().asString().contains("only 2 are different");
    }
}
