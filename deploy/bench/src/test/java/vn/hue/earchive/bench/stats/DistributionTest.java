package vn.hue.earchive.bench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DistributionTest {

    @Test
    void percentilesAreValuesThatWereMeasured() {
        List<Long> oneToHundred =
                LongStream.rangeClosed(1, 100).map(each -> each * 1_000_000).boxed().toList();

        Distribution distribution = Distribution.of(oneToHundred.reversed());

        assertThat(distribution).isEqualTo(new Distribution(100, 50, 99, 100, 50.5));
    }

    @Test
    void ofFewSamplesTheNinetyNinthPercentileIsTheLargest() {
        assertThat(Distribution.of(List.of(3_000_000L, 1_000_000L, 2_000_000L)).p99()).isEqualTo(3);
    }

    @Test
    void oneSampleIsEveryPercentile() {
        assertThat(Distribution.of(List.of(7_000_000L))).isEqualTo(new Distribution(1, 7, 7, 7, 7));
    }

    @Test
    void nothingMeasuredIsNotZero() {
        assertThat(Distribution.of(List.of()).p50()).isNaN();
    }
}
