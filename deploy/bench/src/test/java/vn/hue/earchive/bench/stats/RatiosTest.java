package vn.hue.earchive.bench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatiosTest {

    /** Red when the medians of both sides are divided instead: that would be 1.5 here. */
    @Test
    void theRatioIsTakenPairByPairBeforeTheMedian() {
        assertThat(Ratios.median(List.of(2.0, 30.0, 3.0), List.of(1.0, 10.0, 2.0))).isEqualTo(2.0);
    }

    @Test
    void anEvenNumberOfPairsHasTheMeanOfTheMiddleTwo() {
        assertThat(Ratios.median(List.of(1.0, 4.0, 2.0, 3.0))).isEqualTo(2.5);
    }

    @Test
    void aFloorOfNothingGivesNoRatio() {
        assertThat(Ratios.median(List.of(1.0), List.of(0.0))).isNaN();
    }

    @Test
    void unpairedRoundsAreRefused() {
        assertThatThrownBy(() -> Ratios.ofPairs(List.of(1.0, 2.0), List.of(1.0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
