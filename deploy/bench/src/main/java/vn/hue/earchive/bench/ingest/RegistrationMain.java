package vn.hue.earchive.bench.ingest;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.bench.cli.Arguments;
import vn.hue.earchive.bench.cli.Command;
import vn.hue.earchive.bench.floor.Store;
import vn.hue.earchive.bench.ingest.Ingested.Registered;
import vn.hue.earchive.bench.ingest.SampleDossier.SampleDocument;
import vn.hue.earchive.bench.machine.Meter;
import vn.hue.earchive.bench.report.Goal;
import vn.hue.earchive.bench.report.Result;
import vn.hue.earchive.bench.report.TextTable;
import vn.hue.earchive.bench.stats.Ratios;
import vn.hue.earchive.bench.stats.Samples;
import vn.hue.earchive.bench.suite.Api;
import vn.hue.earchive.bench.suite.DemoUsers;
import vn.hue.earchive.bench.suite.RunningSuite;

/** {@code deploy/bench/registration}: one clerk who registers one document after the other. */
public final class RegistrationMain {

    private static final String USAGE =
            """
            usage: deploy/bench/registration [options], against a suite that deploy/up has started
              --pairs N       pairs of floor and suite (5), after one that does not count
              --files N       files of a round (50)
              --home DIR      folder of the running suite (.stack/local)
              --json FILE     writes the result there too
              --no-history    keeps no result in deploy/bench/results
              --strict        fails when a goal is missed, not only when an invariant is broken
            """;

    private final RunningSuite suite;
    private final IngestOptions options;
    private final Samples samples = new Samples("upload", "register", "PUT", "INSERT");
    private final List<Double> wallRatios = new ArrayList<>();
    private final List<Double> cpuRatios = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final Map<String, Object> detail = new LinkedHashMap<>();
    private long lastNumber;

    private RegistrationMain(RunningSuite suite, IngestOptions options) {
        this.suite = suite;
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        Command command = new Command("registration", words);
        System.exit(command.run(USAGE, () -> measure(command, words)));
    }

    private static int measure(Command command, List<String> words) throws Exception {
        Path root = Command.root();
        IngestOptions options = parse(words, root);
        RegistrationMain bench = new RegistrationMain(RunningSuite.at(options.home()), options);
        Result result = bench.run(command, root);
        System.out.print(bench.printout(result));
        Command.keep(result, options.json(), options.history(), root);
        return result.broken().isEmpty() && (result.goalsMet() || !options.strict()) ? 0 : 1;
    }

    private static IngestOptions parse(List<String> words, Path root) {
        int pairs = 5;
        int files = 50;
        Path home = root.resolve(".stack/local");
        @Nullable Path json = null;
        boolean history = true;
        boolean strict = false;
        Arguments rest = new Arguments(words, USAGE);
        while (!rest.isEmpty()) {
            String option = rest.next();
            switch (option) {
                case "--pairs" -> pairs = rest.number(option, 1);
                case "--files" -> files = rest.number(option, 1);
                case "--home" -> home = Path.of(rest.value(option)).toAbsolutePath();
                case "--json" -> json = Path.of(rest.value(option)).toAbsolutePath();
                case "--no-history" -> history = false;
                case "--strict" -> strict = true;
                default -> throw rest.unknown(option);
            }
        }
        return new IngestOptions(
                1, 1, pairs, 1, files, 200_000, 0, 1, "ancuu", home, json, strict, history);
    }

    private Result run(Command command, Path root) throws Exception {
        DemoUsers users =
                DemoUsers.of(
                        root.resolve("deploy/keycloak/demo/earchive-realm.json"),
                        options.commune());
        String run = MadeUpWord.random(5);
        try (Api api = new Api(suite);
                Store store = Store.create(suite.workingStore(), "bench-" + UUID.randomUUID())) {
            Journey journey = new Journey(api, users, "", samples);
            SampleDocument first = documents(run, 0).getFirst();
            String document = journey.register(first).documentId();
            try (SameRows rows =
                    SameRows.of(suite.database("document"), UUID.fromString(document))) {
                detail.put("rows", rows.tables());
                for (int pair = -options.warmUp(); pair < options.pairs(); pair++) {
                    List<SampleDocument> files = documents(run, pair + 10);
                    pair(pair, files, store, rows, journey);
                }
            }
        }
        return command.result(
                Map.of(
                        "I3.register.wall", Ratios.median(wallRatios),
                        "I3.register.cpu", Ratios.median(cpuRatios)),
                broken,
                detail);
    }

    private List<SampleDocument> documents(String run, int round) {
        return SampleDossier.round(
                        new SampleDossier.Round(
                                run, round, LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"))),
                        options)
                .getFirst()
                .documents();
    }

    private void pair(
            int pair, List<SampleDocument> files, Store store, SameRows rows, Journey journey)
            throws Exception {
        Meter meter = new Meter(suite.pids());
        Meter.Reading begin = meter.read();
        double client = clientSeconds();
        for (SampleDocument file : files) {
            long start = System.nanoTime();
            store.put(UUID.randomUUID() + ".pdf", file.pdf());
            long put = System.nanoTime();
            rows.insert();
            samples.add("PUT", put - start);
            samples.add("INSERT", System.nanoTime() - put);
        }
        client = clientSeconds() - client;
        Meter.Reading middle = meter.read();
        for (SampleDocument file : files) {
            Registered registered = journey.register(file);
            consecutive(registered.arrivalNumber());
        }
        Meter.Reading end = meter.read();
        if (pair < 0) {
            return;
        }
        Meter.Usage floor = middle.since(begin);
        Meter.Usage suiteUsage = end.since(middle);
        wallRatios.add(suiteUsage.wall() / floor.wall());
        cpuRatios.add(suiteUsage.cpuTotal() / (floor.cpuTotal() + client));
        detail.put(
                "pair" + pair,
                Map.of(
                        "floorMsPerFile",
                        1000 * floor.wall() / files.size(),
                        "suiteMsPerFile",
                        1000 * suiteUsage.wall() / files.size(),
                        "floorCpuMsPerFile",
                        1000 * (floor.cpuTotal() + client) / files.size(),
                        "suiteCpuMsPerFile",
                        perFile(suiteUsage.cpu(), files.size())));
    }

    private void consecutive(long number) {
        if (lastNumber != 0 && number != lastNumber + 1) {
            broken.add("Arrival number " + number + " follows " + lastNumber + ".");
        }
        lastNumber = number;
    }

    private static Map<String, Double> perFile(Map<String, Double> seconds, int files) {
        Map<String, Double> millis = new LinkedHashMap<>();
        seconds.forEach((name, cpu) -> millis.put(name, 1000 * cpu / files));
        return millis;
    }

    private static double clientSeconds() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(cpu -> cpu.toNanos() / 1e9)
                .orElse(Double.NaN);
    }

    private String printout(Result result) {
        TextTable steps = new TextTable("step, ms", "n", "p50", "p99");
        samples.distributions()
                .forEach((step, times) -> steps.row(step, times.count(), times.p50(), times.p99()));
        TextTable goals = new TextTable("goal", "value", "limit", "");
        for (Goal goal : Goal.of(result.bench())) {
            Double value = result.goals().get(goal.key());
            if (value != null) {
                goals.row(goal.key(), value, goal.bounds(), goal.metBy(value) ? "met" : "MISSED");
            }
        }
        return "\n" + steps + "\n" + goals + "\n" + String.join("\n", broken) + "\n";
    }
}
