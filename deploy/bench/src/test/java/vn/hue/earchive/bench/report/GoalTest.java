package vn.hue.earchive.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoalTest {

    @Test
    void anUpperLimitIsMetFromBelowAndALowerOneFromAbove() {
        Goal most = new Goal("ingest", "P1.wall", Goal.Bound.AT_MOST, 1.3, "");
        Goal least = new Goal("audit", "P4", Goal.Bound.AT_LEAST, 0.8, "");

        assertThat(most.metBy(1.3)).isTrue();
        assertThat(most.metBy(1.31)).isFalse();
        assertThat(least.metBy(0.8)).isTrue();
        assertThat(least.metBy(0.79)).isFalse();
        assertThat(most.bounds()).isEqualTo("≤ 1.30");
        assertThat(least.bounds()).isEqualTo("≥ 0.800");
    }

    @Test
    void everyBenchmarkKnowsItsOwnGoalsInTheOrderOfTheFile() {
        assertThat(Goal.of("ingest"))
                .extracting(Goal::key)
                .containsExactly("P1.wall", "P1.cpu", "P6.p99", "P9.idle", "P9.load");
        assertThat(Goal.of("nothing")).isEmpty();
    }
}
