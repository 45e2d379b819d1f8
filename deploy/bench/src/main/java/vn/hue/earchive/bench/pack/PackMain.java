package vn.hue.earchive.bench.pack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.bench.cli.Arguments;
import vn.hue.earchive.bench.cli.Command;
import vn.hue.earchive.bench.floor.Store;
import vn.hue.earchive.bench.machine.Meter;
import vn.hue.earchive.bench.machine.Meter.Usage;
import vn.hue.earchive.bench.report.Goal;
import vn.hue.earchive.bench.report.Result;
import vn.hue.earchive.bench.report.TextTable;
import vn.hue.earchive.bench.stats.Clients;
import vn.hue.earchive.bench.stats.Ratios;
import vn.hue.earchive.bench.suite.RunningSuite;

/**
 * {@code deploy/bench/pack}: the files of a dossier put one by one against the same files put as
 * one pack, on the primary object store of a running suite, in turn. What is packed is built within
 * the measured time.
 */
public final class PackMain {

    private static final int FILES = 10;
    private static final int FILE_BYTES = 200_000;
    private static final int DOSSIERS = 20;
    private static final String USAGE =
            """
            usage: deploy/bench/pack [options], against a suite that deploy/up has started
              --clients N     clients at once (4)
              --pairs N       pairs of single objects and packs (7)
              --home DIR      folder of the running suite (.stack/local)
              --json FILE     writes the result there too
              --no-history    keeps no result in deploy/bench/results
            """;

    private int clients = 4;
    private int pairs = 7;
    private boolean history = true;
    private Path home = Command.root().resolve(".stack/local");
    private @Nullable Path json;

    private PackMain() {}

    public static void main(String[] words) throws Exception {
        Command command = new Command("pack", List.of(words));
        System.exit(command.run(USAGE, () -> new PackMain().measure(command, List.of(words))));
    }

    private int measure(Command command, List<String> words) throws Exception {
        parse(words);
        RunningSuite suite = RunningSuite.at(home);
        List<List<byte[]>> dossiers = dossiers();
        Meter meter =
                new Meter(
                        Map.of(
                                "s3-primary",
                                suite.pids().get("s3-primary"),
                                "bench",
                                ProcessHandle.current().pid()));
        List<Usage> single = new ArrayList<>();
        List<Usage> packed = new ArrayList<>();
        try (Store store =
                Store.create(
                        suite.primaryStore(),
                        "bench-pack-" + UUID.randomUUID().toString().substring(0, 8))) {
            for (int pair = 0; pair <= pairs; pair++) {
                String prefix = "pair" + pair;
                Usage one =
                        round(
                                meter,
                                dossiers,
                                (dossier, files) ->
                                        putEach(store, prefix + "/single/" + dossier, files));
                Usage other =
                        round(
                                meter,
                                dossiers,
                                (dossier, files) ->
                                        store.put(prefix + "/pack/" + dossier, Pack.of(files)));
                if (pair > 0) {
                    single.add(one);
                    packed.add(other);
                }
            }
        }
        Result result = result(command, single, packed);
        System.out.print(table(result));
        Command.keep(result, json, history, Command.root());
        return 0;
    }

    private void parse(List<String> words) {
        Arguments rest = new Arguments(words, USAGE);
        while (!rest.isEmpty()) {
            String option = rest.next();
            switch (option) {
                case "--clients" -> clients = rest.number(option, 1);
                case "--pairs" -> pairs = rest.number(option, 1);
                case "--home" -> home = Path.of(rest.value(option)).toAbsolutePath();
                case "--json" -> json = Path.of(rest.value(option)).toAbsolutePath();
                case "--no-history" -> history = false;
                default -> throw rest.unknown(option);
            }
        }
    }

    private static List<List<byte[]>> dossiers() {
        SplittableRandom random = new SplittableRandom(1);
        List<List<byte[]>> dossiers = new ArrayList<>();
        for (int dossier = 0; dossier < DOSSIERS; dossier++) {
            List<byte[]> files = new ArrayList<>();
            for (int file = 0; file < FILES; file++) {
                byte[] bytes = new byte[FILE_BYTES];
                random.nextBytes(bytes);
                files.add(bytes);
            }
            dossiers.add(files);
        }
        return dossiers;
    }

    private interface Putting {
        void put(int dossier, List<byte[]> files) throws Exception;
    }

    private Usage round(Meter meter, List<List<byte[]>> dossiers, Putting putting)
            throws Exception {
        Meter.Reading before = meter.read();
        Clients.each(dossiers.size(), clients, index -> putting.put(index, dossiers.get(index)));
        return meter.read().since(before);
    }

    private static void putEach(Store store, String prefix, List<byte[]> files) throws Exception {
        for (int file = 0; file < files.size(); file++) {
            store.put(prefix + "/" + file, files.get(file));
        }
    }

    private Result result(Command command, List<Usage> single, List<Usage> packed) {
        double files = (double) DOSSIERS * FILES;
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put(
                "load",
                Map.of(
                        "clients",
                        clients,
                        "dossiers",
                        DOSSIERS,
                        "files",
                        FILES,
                        "fileBytes",
                        FILE_BYTES,
                        "pairs",
                        single.size()));
        detail.put(
                "singleFilesPerSecond",
                files / Ratios.median(single.stream().map(Usage::wall).toList()));
        detail.put(
                "packedFilesPerSecond",
                files / Ratios.median(packed.stream().map(Usage::wall).toList()));
        detail.put(
                "singleCpuMsPerFile",
                Ratios.median(single.stream().map(Usage::cpuTotal).toList()) * 1000 / files);
        detail.put(
                "packedCpuMsPerFile",
                Ratios.median(packed.stream().map(Usage::cpuTotal).toList()) * 1000 / files);
        Map<String, Double> goals =
                Map.of(
                        "pack.wall",
                        Ratios.median(
                                packed.stream().map(Usage::wall).toList(),
                                single.stream().map(Usage::wall).toList()),
                        "pack.cpu",
                        Ratios.median(
                                packed.stream().map(Usage::cpuTotal).toList(),
                                single.stream().map(Usage::cpuTotal).toList()));
        return command.result(goals, List.of(), detail);
    }

    private static TextTable table(Result result) {
        TextTable table = new TextTable("figure", "value");
        result.detail().forEach((name, value) -> table.row(name, value));
        for (Goal goal : Goal.PACK) {
            Double value = result.goals().get(goal.key());
            table.row(goal.key() + " (" + goal.meaning() + ")", value == null ? Double.NaN : value);
        }
        return table;
    }
}
