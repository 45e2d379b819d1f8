package vn.hue.earchive.bench.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Durations by step, collected from many threads. Steps keep the order in which they were first
 * seen or announced.
 */
public final class Samples {

    private final Map<String, List<Long>> byStep = new LinkedHashMap<>();

    /**
     * @param steps shown first and in this order, also when nothing was measured
     */
    public Samples(String... steps) {
        for (String step : steps) {
            byStep.put(step, new ArrayList<>());
        }
    }

    public synchronized void add(String step, long nanos) {
        byStep.computeIfAbsent(step, _ -> new ArrayList<>()).add(nanos);
    }

    public synchronized void addAll(Samples other) {
        other.copy().forEach((step, nanos) -> nanos.forEach(each -> add(step, each)));
    }

    public synchronized Map<String, Distribution> distributions() {
        Map<String, Distribution> distributions = new LinkedHashMap<>();
        byStep.forEach((step, nanos) -> distributions.put(step, Distribution.of(nanos)));
        return distributions;
    }

    public Distribution distribution(String step) {
        return distributions().getOrDefault(step, Distribution.of(List.of()));
    }

    private synchronized Map<String, List<Long>> copy() {
        Map<String, List<Long>> copy = new LinkedHashMap<>();
        byStep.forEach((step, nanos) -> copy.put(step, List.copyOf(nanos)));
        return copy;
    }
}
