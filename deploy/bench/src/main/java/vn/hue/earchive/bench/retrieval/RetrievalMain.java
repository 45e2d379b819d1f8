package vn.hue.earchive.bench.retrieval;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import vn.hue.earchive.bench.cli.Command;
import vn.hue.earchive.bench.cli.Options;
import vn.hue.earchive.bench.floor.Store;
import vn.hue.earchive.bench.ingest.SmallDossiers;
import vn.hue.earchive.bench.machine.Meter;
import vn.hue.earchive.bench.report.Invariants;
import vn.hue.earchive.bench.report.Result;
import vn.hue.earchive.bench.stats.Clients;
import vn.hue.earchive.bench.stats.Distribution;
import vn.hue.earchive.bench.stats.Ratios;
import vn.hue.earchive.bench.stats.Samples;
import vn.hue.earchive.bench.suite.Api;
import vn.hue.earchive.bench.suite.DemoUsers;
import vn.hue.earchive.bench.suite.RunningSuite;
import vn.hue.earchive.bench.suite.Sha256;
import vn.hue.earchive.bench.suite.SuiteUnavailable;

/**
 * {@code deploy/bench/retrieval}: the same files read from the bare store, from the archive with
 * and without the gateway, and from Fedora, in turn, by one and by eight clients.
 */
public final class RetrievalMain {

    private static final String USAGE =
            """
            usage: deploy/bench/retrieval [options], against a suite that deploy/up has started
              --dossiers N    dossiers of ten files to ingest before (20)
              --file-bytes N  size of a file (200000)
              --pairs N       times that all sides read all files (5), after one that does not count
              --fedora N      0 leaves Fedora out (1)
            """
                    + Options.USAGE;

    private static final List<Integer> CLIENTS = List.of(1, 8);
    private static final int WRITERS = 8;

    private final Options options;
    private final Path root;
    private final RunningSuite suite;
    private final DemoUsers users;
    private final Invariants invariants = new Invariants();
    private final List<Content> contents = new ArrayList<>();
    private final Map<String, List<Double>> p50 = new TreeMap<>();
    private final Map<String, List<Double>> rate = new TreeMap<>();
    private final Map<String, List<Double>> cpu = new TreeMap<>();
    private final List<Double> others = new ArrayList<>();
    private final Map<String, Double> goals = new TreeMap<>();
    private final Map<String, Object> detail = new LinkedHashMap<>();

    private RetrievalMain(Options options, Path root) throws IOException {
        this.options = options;
        this.root = root;
        this.suite = RunningSuite.at(options.home());
        this.users =
                DemoUsers.of(root.resolve("deploy/keycloak/demo/earchive-realm.json"), "ancuu");
    }

    /** A file in custody; under the key it lies in the bare store and in Fedora too. */
    private record Content(String path, String sha256, String key) {}

    /** Reads one file. */
    private interface Side {
        byte[] read(Content content) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        Command command = new Command("retrieval", words);
        System.exit(command.run(USAGE, () -> measure(command, words)));
    }

    private static int measure(Command command, List<String> words) throws Exception {
        Path root = Command.root();
        Options options =
                Options.parse(
                        words,
                        USAGE,
                        Map.of(
                                "--dossiers", 20,
                                "--file-bytes", 200_000,
                                "--pairs", 5,
                                "--fedora", 1),
                        root);
        return Command.finish(new RetrievalMain(options, root).run(command), options, root);
    }

    private Result run(Command command) throws Exception {
        try (Api gateway = new Api(suite);
                Api direct = Api.direct(suite, "archive-service");
                Store store = Store.create(suite.primaryStore(), "bench-" + UUID.randomUUID())) {
            List<Meter.Usage> ingest = new ArrayList<>();
            List<byte[]> files = ingest(gateway, ingest);
            for (int at = 0; at < files.size(); at++) {
                store.put(contents.get(at).key(), files.get(at));
            }
            Map<String, Side> sides = new LinkedHashMap<>();
            sides.put("store", content -> store.get(content.key()));
            sides.put("direct", content -> direct.bytes(users.archivist(), content.path()));
            sides.put("gateway", content -> gateway.bytes(users.archivist(), content.path()));
            if (options.number("--fedora") == 0) {
                read(sides, suite.pids());
            } else {
                try (Fedora fedora = fedora()) {
                    Map<String, Long> all = new TreeMap<>(suite.pids());
                    all.put("fedora", fedora.pid());
                    write(fedora, files, ingest.getFirst());
                    sides.put("fedora", content -> fedora.get(content.key()));
                    read(sides, all);
                }
            }
            detail.put("timesLimitedByGateway", gateway.timesLimited());
            return result(command);
        }
    }

    /** Takes the files into custody, and has them in memory afterwards. */
    private List<byte[]> ingest(Api api, List<Meter.Usage> usage) throws Exception {
        SmallDossiers dossiers = new SmallDossiers(suite, api, users);
        Meter meter = new Meter(suite.pids());
        Meter.Reading begin = meter.read();
        List<SmallDossiers.Kept> kept =
                dossiers.ingest(options.number("--dossiers"), options.number("--file-bytes"));
        usage.add(meter.read().since(begin));
        List<byte[]> files = new ArrayList<>();
        for (SmallDossiers.Kept dossier : kept) {
            for (Map.Entry<String, String> file : dossier.files().entrySet()) {
                String path = dossier.content(file.getKey());
                contents.add(new Content(path, file.getValue(), file.getKey()));
                files.add(api.bytes(users.archivist(), path));
            }
        }
        return files;
    }

    private Fedora fedora() throws IOException, InterruptedException {
        Path folder = root.resolve("deploy/bench/target/fedora");
        String java = System.getenv().getOrDefault("FEDORA_JAVA", "java");
        if (!Files.exists(folder.resolve("fcrepo.war"))) {
            throw new SuiteUnavailable("Fedora was not fetched; see deploy/bench/retrieval.");
        }
        return Fedora.start(folder, java, freePort());
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** The same files, as many clients: our ingest keeps two copies and checks, Fedora does not. */
    private void write(Fedora fedora, List<byte[]> files, Meter.Usage ours) throws Exception {
        for (int warm = 0; warm < files.size(); warm++) {
            fedora.put("warm-" + warm, files.get(warm));
        }
        Meter meter = new Meter(Map.of("fedora", fedora.pid()));
        Meter.Reading begin = meter.read();
        Clients.each(
                files.size(),
                WRITERS,
                index -> fedora.put(contents.get(index).key(), files.get(index)));
        Meter.Usage theirs = meter.read().since(begin);
        goals.put("P2.rate", theirs.wall() / ours.wall());
        goals.put("P2.cpu", ours.cpuTotal() / theirs.cpuTotal());
        detail.put("fedora", Fedora.artifacts());
        detail.put("ingestSeconds", Map.of("ours", ours.wall(), "fedora", theirs.wall()));
        detail.put(
                "ingestCpuMsPerFile",
                Map.of(
                        "ours", 1000 * ours.cpuTotal() / files.size(),
                        "fedora", 1000 * theirs.cpuTotal() / files.size()));
    }

    private void read(Map<String, Side> sides, Map<String, Long> pids)
            throws InterruptedException, ExecutionException {
        Map<String, Long> all = new TreeMap<>(pids);
        all.put("bench", ProcessHandle.current().pid());
        Meter meter = new Meter(all);
        for (int pair = -1; pair < options.number("--pairs"); pair++) {
            for (int clients : CLIENTS) {
                for (Map.Entry<String, Side> side : sides.entrySet()) {
                    round(side.getKey(), side.getValue(), clients, meter, pair >= 0);
                }
            }
        }
    }

    private void round(String name, Side side, int clients, Meter meter, boolean counts)
            throws InterruptedException, ExecutionException {
        Samples samples = new Samples();
        Meter.Reading begin = meter.read();
        Clients.each(
                contents.size(),
                clients,
                index -> {
                    Content content = contents.get(index);
                    long start = System.nanoTime();
                    byte[] bytes = side.read(content);
                    samples.add("read", System.nanoTime() - start);
                    String digest = Sha256.of(bytes);
                    invariants.require(
                            digest.equals(content.sha256()),
                            "%s gave wrong bytes of %s.".formatted(name, content.path()));
                });
        Meter.Usage usage = meter.read().since(begin);
        if (!counts) {
            return;
        }
        Distribution times = samples.distribution("read");
        String key = name + "." + clients;
        add(p50, key, times.p50());
        add(rate, key, contents.size() / usage.wall());
        double used = usage.cpuTotal() - usage.cpu().getOrDefault("bench", 0.0);
        add(cpu, key, 1000 * used / contents.size());
        double available = usage.wall() * Runtime.getRuntime().availableProcessors();
        others.add(100 * Math.max(0, usage.machineBusy() - usage.cpuTotal()) / available);
    }

    private static void add(Map<String, List<Double>> values, String key, double value) {
        values.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
    }

    private Result result(Command command) {
        goals.put("P3.p50", ratio(p50, "gateway.1", "store.1"));
        goals.put("P3.direct", ratio(p50, "direct.1", "store.1"));
        if (rate.containsKey("fedora.8")) {
            goals.put("P3.fedora", ratio(rate, "gateway.8", "fedora.8"));
        }
        detail.put("files", contents.size());
        detail.put("p50Ms", medians(p50));
        detail.put("filesPerSecond", medians(rate));
        detail.put("cpuMsPerFile", medians(cpu));
        detail.put(Result.OTHERS, Ratios.median(others));
        return command.result(goals, invariants.broken(), detail);
    }

    private static double ratio(Map<String, List<Double>> values, String of, String to) {
        return Ratios.median(
                values.getOrDefault(of, List.of()), values.getOrDefault(to, List.of()));
    }

    private static Map<String, Double> medians(Map<String, List<Double>> values) {
        Map<String, Double> medians = new TreeMap<>();
        values.forEach((key, each) -> medians.put(key, Ratios.median(each)));
        return medians;
    }
}
