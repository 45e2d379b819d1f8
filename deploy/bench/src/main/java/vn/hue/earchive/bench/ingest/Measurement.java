package vn.hue.earchive.bench.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.bench.machine.Meter;
import vn.hue.earchive.bench.report.Invariants;
import vn.hue.earchive.bench.stats.Samples;

/** Everything that one run of the ingest benchmark has measured, as it grows. */
final class Measurement {

    static final String[] STEPS = {
        "upload",
        "register",
        "open",
        "file",
        "close",
        "submit",
        "submit→accepted",
        "submit→replicated",
        "registered→searchable",
        "read from holding"
    };

    final Samples steps = new Samples(STEPS);
    final Samples floor = new Samples("PUT working", "GET working", "PUT two copies");
    final Samples searchFloor = new Samples();
    final Invariants invariants = new Invariants();
    final List<Pair> pairs = new ArrayList<>();
    final List<Long> arrivalNumbers = new ArrayList<>();
    Map<String, Double> memoryIdle = Map.of();
    Map<String, Double> memoryLoad = Map.of();
    Searchability.@Nullable Outcome searchability;
    int timesLimited;

    /**
     * A floor round and the suite round after it.
     *
     * @param suiteWall seconds until the last required copy
     */
    record Pair(Meter.Usage floor, double suiteWall, Meter.Usage suite) {}
}
