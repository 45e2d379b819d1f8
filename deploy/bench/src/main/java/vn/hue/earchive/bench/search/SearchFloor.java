package vn.hue.earchive.bench.search;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import vn.hue.earchive.bench.stats.Pause;
import vn.hue.earchive.bench.stats.Samples;
import vn.hue.earchive.bench.suite.RunningSuite;

/**
 * What registered→searchable is measured against: one Kafka round trip and then one index refresh,
 * on the suite's own broker and engine, at the goal's pace of 50 a second or as fast as they are.
 */
public final class SearchFloor {

    /** The step whose p99 is the floor. */
    public static final String BOTH = "Kafka round trip + index refresh";

    private static final Duration PACE = Duration.ofMillis(20);
    private static final int WARM_UP = 50;

    private SearchFloor() {}

    public static void measure(RunningSuite suite, int count, Samples samples)
            throws IOException, InterruptedException, ExecutionException {
        try (RoundTrip trip = RoundTrip.open(suite.kafka());
                IndexRefresh refresh = IndexRefresh.open(suite.opensearch())) {
            for (int number = -WARM_UP; number < count; number++) {
                long start = System.nanoTime();
                trip.once();
                long back = System.nanoTime();
                refresh.once();
                long visible = System.nanoTime();
                if (number >= 0) {
                    samples.add("Kafka round trip", back - start);
                    samples.add("index refresh", visible - back);
                    samples.add(BOTH, visible - start);
                }
                Pause.of(PACE.minusNanos(visible - start));
            }
        }
    }
}
