package vn.hue.earchive.bench.growth;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import vn.hue.earchive.bench.cli.Command;
import vn.hue.earchive.bench.cli.Options;
import vn.hue.earchive.bench.ingest.SmallDossiers;
import vn.hue.earchive.bench.machine.Meter;
import vn.hue.earchive.bench.report.Invariants;
import vn.hue.earchive.bench.report.Result;
import vn.hue.earchive.bench.report.TextTable;
import vn.hue.earchive.bench.stats.Ratios;
import vn.hue.earchive.bench.suite.Api;
import vn.hue.earchive.bench.suite.DemoUsers;
import vn.hue.earchive.bench.suite.RunningSuite;

/**
 * {@code deploy/bench/growth}: what a dossier costs the suite, from upload to its copies, when the
 * databases hold a thousand dossiers, ten thousand, and so on.
 */
public final class GrowthMain {

    private static final String USAGE =
            """
            usage: deploy/bench/growth [options], against a suite that deploy/up has started; it fills the databases with copies of rows
              --from N        dossiers in the databases at the first measurement (1000)
              --to N          and at the last, ten times as many from one to the next (100000)
              --rounds N      rounds at each size (5), after two that do not count
              --dossiers N    dossiers of ten files in a round (10)
            """
                    + Options.USAGE;

    private static final int TEMPLATES = 20;
    private static final int FILE_BYTES = 2_000;

    private final Options options;
    private final RunningSuite suite;
    private final DemoUsers users;
    private final Invariants invariants = new Invariants();
    private final Map<Integer, Map<String, Double>> curve = new TreeMap<>();
    private final List<Double> others = new ArrayList<>();

    private GrowthMain(Options options, Path root) throws IOException {
        this.options = options;
        this.suite = RunningSuite.at(options.home());
        this.users =
                DemoUsers.of(root.resolve("deploy/keycloak/demo/earchive-realm.json"), "ancuu");
    }

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        Command command = new Command("growth", words);
        System.exit(command.run(USAGE, () -> measure(command, words)));
    }

    private static int measure(Command command, List<String> words) throws Exception {
        Path root = Command.root();
        Options options =
                Options.parse(
                        words,
                        USAGE,
                        Map.of(
                                "--from", 1000,
                                "--to", 100_000,
                                "--rounds", 5,
                                "--dossiers", 10),
                        root);
        return Command.finish(new GrowthMain(options, root).run(command), options, root);
    }

    private Result run(Command command) throws Exception {
        try (Api api = new Api(suite);
                Copies document = new Copies(suite.database("document"));
                Copies archive = new Copies(suite.database("archive"))) {
            new SmallDossiers(suite, api, users).ingest(TEMPLATES, FILE_BYTES);
            document.learn(TEMPLATES);
            archive.learn(TEMPLATES);
            int copies = 1;
            for (int size = options.number("--from"); size <= options.number("--to"); size *= 10) {
                int wanted = (int) ((size - holdings()) / TEMPLATES);
                if (wanted > 0) {
                    document.add(copies, copies + wanted - 1);
                    archive.add(copies, copies + wanted - 1);
                    copies += wanted;
                }
                curve.put(size, cost(api, copies == wanted + 1 ? 2 : 1));
                System.out.println(size + " " + curve.get(size));
            }
            invariants.require(api.timesLimited() == 0, "The gateway has limited the rate.");
            return result(command, document, archive);
        }
    }

    private long holdings() throws SQLException {
        return suite.number("archive", "select count(*) from holding");
    }

    /** CPU milliseconds of each process for one dossier, and of each step its p50; medians. */
    private Map<String, Double> cost(Api api, int warmUp)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        SmallDossiers dossiers = new SmallDossiers(suite, api, users);
        dossiers.ingest(warmUp * options.number("--dossiers"), FILE_BYTES);
        SmallDossiers measured = new SmallDossiers(suite, api, users);
        Map<String, List<Double>> rounds = new TreeMap<>();
        for (int round = 0; round < options.number("--rounds"); round++) {
            Map<String, Long> all = new TreeMap<>(suite.pids());
            all.put("bench", ProcessHandle.current().pid());
            Meter meter = new Meter(all);
            Meter.Reading begin = meter.read();
            measured.ingest(options.number("--dossiers"), FILE_BYTES);
            Meter.Usage usage = meter.read().since(begin);
            double total = usage.cpuTotal() - usage.cpu().getOrDefault("bench", 0.0);
            usage.cpu()
                    .forEach((name, seconds) ->
                            rounds.computeIfAbsent("cpu " + name, _ -> new ArrayList<>())
                                    .add(1000 * seconds / options.number("--dossiers")));
            rounds.computeIfAbsent("cpu suite", _ -> new ArrayList<>())
                    .add(1000 * total / options.number("--dossiers"));
            double available = usage.wall() * Runtime.getRuntime().availableProcessors();
            others.add(100 * Math.max(0, usage.machineBusy() - usage.cpuTotal()) / available);
        }
        Map<String, Double> medians = new TreeMap<>();
        rounds.forEach((name, values) -> medians.put(name, Ratios.median(values)));
        measured.steps()
                .distributions()
                .forEach((step, times) -> medians.put("p50 " + step, times.p50()));
        return medians;
    }

    private Result result(Command command, Copies document, Copies archive) {
        List<Integer> sizes = List.copyOf(curve.keySet());
        Map<String, Double> first = curve.getOrDefault(sizes.getFirst(), Map.of());
        Map<String, Double> last = curve.getOrDefault(sizes.getLast(), Map.of());
        List<String> header = new ArrayList<>(List.of("ms"));
        sizes.forEach(size -> header.add(size + " dossiers"));
        TextTable table = new TextTable(header.toArray(String[]::new));
        first.keySet()
                .forEach(name ->
                        table.row(
                                name,
                                sizes.stream()
                                        .map(size -> curve.getOrDefault(size, Map.of()).get(name))
                                        .toArray()));
        System.out.print("\n" + table);
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("curveMs", curve);
        detail.put("documentTables", document.tables());
        detail.put("archiveTables", archive.tables());
        detail.put(Result.OTHERS, Ratios.median(others));
        return command.result(
                Map.of(
                        "P10.cpu",
                        last.getOrDefault("cpu suite", Double.NaN)
                                / first.getOrDefault("cpu suite", Double.NaN)),
                invariants.broken(),
                detail);
    }
}
