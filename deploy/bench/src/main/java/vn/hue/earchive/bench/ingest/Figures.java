package vn.hue.earchive.bench.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import vn.hue.earchive.bench.ingest.Measurement.Pair;
import vn.hue.earchive.bench.machine.Meter;
import vn.hue.earchive.bench.report.Result;
import vn.hue.earchive.bench.search.SearchFloor;
import vn.hue.earchive.bench.stats.Distribution;
import vn.hue.earchive.bench.stats.Ratios;
import vn.hue.earchive.bench.suite.RunningSuite;

/** The figures of a run: its goals, and what a reader wants beside them. */
record Figures(IngestOptions options, Measurement measured) {

    /** Name of the bench's own process among the readings. */
    static final String CLIENT = "bench";

    /** CPU seconds of the suite without the load generator, which is not part of it. */
    static double suiteCpu(Meter.Usage usage) {
        return usage.cpuTotal() - usage.cpu().getOrDefault(CLIENT, 0.0);
    }

    Map<String, Double> goals() {
        Map<String, Double> goals = new TreeMap<>();
        goals.put(
                "P1.wall", Ratios.median(each(Pair::suiteWall), each(pair -> pair.floor().wall())));
        goals.put(
                "P1.cpu",
                Ratios.median(
                        each(pair -> suiteCpu(pair.suite())),
                        each(pair -> pair.floor().cpuTotal())));
        goals.put("P9.idle", largestService(measured.memoryIdle));
        goals.put("P9.load", largestService(measured.memoryLoad));
        if (measured.searchability != null) {
            goals.put(
                    "P6.p99",
                    measured.searchability.searchable().p99()
                            / measured.searchFloor.distribution(SearchFloor.BOTH).p99());
        }
        return goals;
    }

    /** Per second of wall time, and per file; medians of the rounds. */
    Map<String, Double> rates() {
        double files = options.dossiers() * (double) options.files();
        double wall = median(Pair::suiteWall);
        Map<String, Double> rates = new LinkedHashMap<>();
        rates.put("dossiers/s", options.dossiers() / wall);
        rates.put("files/s", files / wall);
        rates.put("MB/s", files * options.fileBytes() / 1e6 / wall);
        rates.put("CPU ms/file", median(pair -> suiteCpu(pair.suite())) * 1000 / files);
        rates.put("floor files/s", files / median(pair -> pair.floor().wall()));
        rates.put("floor CPU ms/file", median(pair -> pair.floor().cpuTotal()) * 1000 / files);
        rates.put("steal, % of machine", steal());
        rates.put("others, % of machine", others());
        return rates;
    }

    /** CPU milliseconds per file of each process in the suite rounds, medians. */
    Map<String, Double> cpuMillisPerFile() {
        double files = options.dossiers() * (double) options.files();
        Map<String, Double> cpu = new TreeMap<>();
        measured.pairs.stream()
                .flatMap(pair -> pair.suite().cpu().keySet().stream())
                .distinct()
                .forEach(name ->
                        cpu.put(
                                name,
                                median(pair -> pair.suite().cpu().getOrDefault(name, 0.0))
                                        * 1000
                                        / files));
        return cpu;
    }

    Map<String, Object> detail() {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put(
                "load",
                Map.of(
                        "clients",
                        options.clients(),
                        "dossiers",
                        options.dossiers(),
                        "files",
                        options.files(),
                        "fileBytes",
                        options.fileBytes(),
                        "pairs",
                        measured.pairs.size()));
        detail.put(Result.OTHERS, others());
        detail.put("rates", rates());
        detail.put("stepsMs", percentiles(measured.steps.distributions()));
        detail.put("floorStepsMs", percentiles(measured.floor.distributions()));
        detail.put("searchFloorMs", percentiles(measured.searchFloor.distributions()));
        if (measured.searchability != null) {
            Map<String, Object> search = new LinkedHashMap<>();
            search.put("wantedPerSecond", options.rate());
            search.put("reachedPerSecond", measured.searchability.rate());
            search.put("openedMs", percentiles(measured.searchability.opened()));
            search.put("openedToSearchableMs", percentiles(measured.searchability.searchable()));
            detail.put("searchability", search);
        }
        detail.put("cpuMsPerFile", cpuMillisPerFile());
        detail.put("memoryMbIdle", measured.memoryIdle);
        detail.put("memoryMbLoad", measured.memoryLoad);
        detail.put("pairs", measured.pairs.stream().map(Figures::pair).toList());
        detail.put("timesLimitedByGateway", measured.timesLimited);
        return detail;
    }

    private static Map<String, Object> pair(Pair pair) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("floorWall", pair.floor().wall());
        values.put("floorCpu", pair.floor().cpuTotal());
        values.put("floorSteal", pair.floor().machineSteal());
        values.put("suiteWall", pair.suiteWall());
        values.put("suiteCpu", suiteCpu(pair.suite()));
        values.put("suiteSteal", pair.suite().machineSteal());
        values.put("suiteMachineBusy", pair.suite().machineBusy());
        return values;
    }

    private static Map<String, Object> percentiles(Map<String, Distribution> steps) {
        Map<String, Object> percentiles = new LinkedHashMap<>();
        steps.forEach((step, distribution) -> percentiles.put(step, percentiles(distribution)));
        return percentiles;
    }

    private static Map<String, Object> percentiles(Distribution distribution) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("count", distribution.count());
        values.put("p50", distribution.p50());
        values.put("p99", distribution.p99());
        values.put("max", distribution.max());
        return values;
    }

    private double steal() {
        double stolen = sum(pair -> pair.floor().machineSteal() + pair.suite().machineSteal());
        double available =
                sum(pair -> pair.floor().wall() + pair.suite().wall())
                        * Runtime.getRuntime().availableProcessors();
        return 100 * stolen / available;
    }

    /** CPU that neither side of the measurement has used, in percent of the machine. */
    private double others() {
        double foreign =
                sum(pair -> pair.floor().machineBusy() - pair.floor().cpuTotal())
                        + sum(pair -> pair.suite().machineBusy() - pair.suite().cpuTotal());
        double available =
                sum(pair -> pair.floor().wall() + pair.suite().wall())
                        * Runtime.getRuntime().availableProcessors();
        return 100 * Math.max(0, foreign) / available;
    }

    private double sum(ToDoubleFunction<Pair> value) {
        return measured.pairs.stream().mapToDouble(value).sum();
    }

    private static double largestService(Map<String, Double> megabytes) {
        return RunningSuite.SERVICES.stream()
                .mapToDouble(name -> megabytes.getOrDefault(name, Double.NaN))
                .max()
                .orElse(Double.NaN);
    }

    private double median(ToDoubleFunction<Pair> value) {
        return Ratios.median(each(value));
    }

    private List<Double> each(ToDoubleFunction<Pair> value) {
        return measured.pairs.stream().map(value::applyAsDouble).toList();
    }
}
