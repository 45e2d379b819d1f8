package vn.hue.earchive.bench.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Suite against floor, pair by pair. A machine that is slow for a minute is slow for both sides of
 * a pair, so the ratios of pairs scatter less than the times do; the median ratio is the figure.
 */
public final class Ratios {

    private Ratios() {}

    /** {@code suite[i] / floor[i]} for each pair; a floor of nothing gives {@code NaN}. */
    public static List<Double> ofPairs(List<Double> suite, List<Double> floor) {
        if (suite.size() != floor.size()) {
            throw new IllegalArgumentException(
                    suite.size() + " suite rounds against " + floor.size() + " floor rounds");
        }
        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < suite.size(); pair++) {
            double below = floor.get(pair);
            ratios.add(below > 0 ? suite.get(pair) / below : Double.NaN);
        }
        return ratios;
    }

    /**
     * The middle value, of an even number the mean of the two middle ones; {@code NaN} for none.
     */
    public static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : DoubleStream.of(sorted[middle - 1], sorted[middle]).average().orElseThrow();
    }

    public static double median(List<Double> suite, List<Double> floor) {
        return median(ofPairs(suite, floor));
    }
}
