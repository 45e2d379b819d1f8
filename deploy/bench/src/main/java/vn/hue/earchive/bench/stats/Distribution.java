package vn.hue.earchive.bench.stats;

import java.util.Arrays;
import java.util.Collection;

/**
 * Durations of one step, summed up. Percentiles are by nearest rank, so each is a value that was
 * really measured. All in milliseconds.
 *
 * @param count number of samples; with none every figure is {@code NaN}
 */
public record Distribution(int count, double p50, double p99, double max, double mean) {

    /**
     * @param nanos durations in nanoseconds, in any order
     */
    public static Distribution of(Collection<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length == 0) {
            return new Distribution(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        return new Distribution(
                sorted.length,
                millis(nearestRank(sorted, 50)),
                millis(nearestRank(sorted, 99)),
                millis(sorted[sorted.length - 1]),
                Arrays.stream(sorted).average().orElseThrow() / 1e6);
    }

    /** The smallest value that at least {@code percent} of the samples do not exceed. */
    static long nearestRank(long[] sorted, int percent) {
        int rank = Math.ceilDiv(percent * sorted.length, 100);
        return sorted[Math.max(rank, 1) - 1];
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
