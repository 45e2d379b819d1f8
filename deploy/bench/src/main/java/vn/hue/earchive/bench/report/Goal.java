package vn.hue.earchive.bench.report;

import java.util.List;
import java.util.Optional;

/**
 * A goal that a benchmark of this module measures; all are upper limits.
 *
 * @param key as results carry it, for example {@code P1.wall}
 * @param limit the largest value that meets the goal
 * @param meaning what the value is, with its unit
 */
public record Goal(String key, double limit, String meaning) {

    /** The performance goals of ingest, in the order of the table. */
    public static final List<Goal> INGEST =
            List.of(
                    new Goal(
                            "P1.wall",
                            1.3,
                            "wall time of lawful ingest / of the floor, median of the pairs"),
                    new Goal(
                            "P1.cpu",
                            1.5,
                            "CPU seconds of the suite / of the floor, median of the pairs"),
                    new Goal(
                            "P6.p99",
                            10,
                            "registered→searchable p99 / (Kafka round trip p99 + one index refresh)"),
                    new Goal("P9.idle", 250, "largest service, MB resident before the load"),
                    new Goal("P9.load", 512, "largest service, MB resident under load"));

    public boolean metBy(double value) {
        return value <= limit;
    }

    public static Optional<Goal> of(String key) {
        return INGEST.stream().filter(goal -> goal.key.equals(key)).findFirst();
    }
}
