package vn.hue.earchive.bench.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.hue.earchive.bench.cli.Command;
import vn.hue.earchive.bench.cli.Options;
import vn.hue.earchive.bench.ingest.SmallDossiers;
import vn.hue.earchive.bench.machine.Meter;
import vn.hue.earchive.bench.report.Invariants;
import vn.hue.earchive.bench.report.Result;
import vn.hue.earchive.bench.stats.Pause;
import vn.hue.earchive.bench.stats.Ratios;
import vn.hue.earchive.bench.suite.Api;
import vn.hue.earchive.bench.suite.DemoUsers;
import vn.hue.earchive.bench.suite.RunningSuite;
import vn.hue.earchive.bench.suite.SuiteUnavailable;

/**
 * {@code deploy/bench/audit}: rounds of the fixity check over all copies, in turn with reading and
 * hashing the same objects past the archive.
 */
public final class AuditMain {

    private static final String USAGE =
            """
            usage: deploy/bench/audit [options], against a suite that was started without a budget:
                   deploy/down; EARCHIVE_FIXITY_BYTES_PER_SECOND=0 deploy/up
              --dossiers N    dossiers of ten files to ingest before (60)
              --file-bytes N  size of a file (200000)
              --pairs N       pairs of floor and round (5), after one that does not count
              --clients N     clients of the floor (2, as the check has)
              --patience N    seconds for a round (300)
            """
                    + Options.USAGE;

    private static final String UNLIMITED = "EARCHIVE_FIXITY_BYTES_PER_SECOND=0";
    private static final String COUNTER = "earchive_fixity_bytes_total ";
    private static final Duration POLL = Duration.ofMillis(50);
    private static final double DAY = 86_400;

    private final Options options;
    private final RunningSuite suite;
    private final DemoUsers users;
    private final DemoUsers.User operator;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Invariants invariants = new Invariants();
    private final List<Map<String, Object>> pairs = new ArrayList<>();
    private final List<Double> rates = new ArrayList<>();
    private final List<Double> cpus = new ArrayList<>();
    private final List<Double> bytesPerCpu = new ArrayList<>();
    private final List<Double> others = new ArrayList<>();

    private AuditMain(Options options, Path root) throws IOException {
        Path realm = root.resolve("deploy/keycloak/demo/earchive-realm.json");
        this.options = options;
        this.suite = RunningSuite.at(options.home());
        this.users = DemoUsers.of(realm, "ancuu");
        this.operator = DemoUsers.one(realm, "operator.hue");
    }

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        Command command = new Command("audit", words);
        System.exit(command.run(USAGE, () -> measure(command, words)));
    }

    private static int measure(Command command, List<String> words) throws Exception {
        Path root = Command.root();
        Options options =
                Options.parse(
                        words,
                        USAGE,
                        Map.of(
                                "--dossiers", 60,
                                "--file-bytes", 200_000,
                                "--pairs", 5,
                                "--clients", 2,
                                "--patience", 300),
                        root);
        return Command.finish(new AuditMain(options, root).run(command), options, root);
    }

    private Result run(Command command) throws Exception {
        requireNoBudget();
        try (Api api = new Api(suite)) {
            SmallDossiers dossiers = new SmallDossiers(suite, api, users);
            dossiers.ingest(options.number("--dossiers"), options.number("--file-bytes"));
            dossiers.atRest();
            BareAudit floor = new BareAudit(List.of(suite.primaryStore(), suite.replicaStore()));
            for (int pair = -1; pair < options.number("--pairs"); pair++) {
                pair(pair, api, floor);
            }
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("copies", floor.copies());
            detail.put("bytes", floor.bytes());
            detail.put("clients", options.number("--clients"));
            detail.put(Result.OTHERS, Ratios.median(others));
            detail.put("pairs", pairs);
            return command.result(
                    Map.of(
                            "P4.rate", Ratios.median(rates),
                            "P4.cpu", Ratios.median(cpus),
                            "G5.tb", Ratios.median(bytesPerCpu) * DAY / 1e12),
                    invariants.broken(),
                    detail);
        }
    }

    /** The budget of a running archive is for its users' sake; with it there is nothing to see. */
    private void requireNoBudget() throws IOException {
        Long pid = suite.pids().get("archive-service");
        if (!Files.readString(Path.of("/proc/" + pid + "/environ")).contains(UNLIMITED)) {
            throw new SuiteUnavailable(
                    "archive-service keeps to its budget. Start the suite without one: deploy/down; "
                            + UNLIMITED
                            + " deploy/up");
        }
    }

    private void pair(int number, Api api, BareAudit floor) throws Exception {
        Meter bare = new Meter(suite.pidsOf(RunningSuite.STORES));
        Meter.Reading begin = bare.read();
        List<String> differing = floor.read(options.number("--clients"));
        Meter.Usage below = bare.read().since(begin);
        invariants.require(
                differing.isEmpty(), "The copies differ before anything is checked: " + differing);

        Meter.Usage above = round(api, floor);
        double rate = below.wall() / above.wall();
        double suiteCpu = above.cpuTotal() - above.cpu().getOrDefault("bench", 0.0);
        System.out.printf(
                "pair %d: floor %.2f s (%.2f CPU s), check %.2f s (%.2f CPU s)%n",
                number, below.wall(), below.cpuTotal(), above.wall(), suiteCpu);
        if (number < 0) {
            return;
        }
        rates.add(rate);
        cpus.add(suiteCpu / below.cpuTotal());
        bytesPerCpu.add(floor.bytes() / suiteCpu);
        double available = above.wall() * Runtime.getRuntime().availableProcessors();
        others.add(100 * Math.max(0, above.machineBusy() - above.cpuTotal()) / available);
        Map<String, Object> detail = new TreeMap<>();
        detail.put("floorSeconds", below.wall());
        detail.put("floorCpu", below.cpu());
        detail.put("checkSeconds", above.wall());
        detail.put("checkCpu", above.cpu());
        pairs.add(detail);
    }

    /** A round from its first byte (workers look for work each five seconds) until it is done. */
    private Meter.Usage round(Api api, BareAudit floor) throws Exception {
        List<String> all = new ArrayList<>(RunningSuite.SERVICES);
        all.addAll(RunningSuite.STORES);
        all.add("postgres");
        Meter meter = new Meter(suite.pidsOf(all));
        long before = bytesChecked();
        JsonNode round = api.post(operator, "/v1/fixity-rounds", null, Map.of()).body();
        String path = "/v1/fixity-rounds/" + round.path("id").asText();
        Meter.Reading begin = meter.read();
        long until = System.nanoTime() + options.number("--patience") * 1_000_000_000L;
        while (bytesChecked() == before && System.nanoTime() < until) {
            begin = meter.read();
            Pause.of(POLL);
        }
        while (!round.path("state").asText().equals("DONE") && System.nanoTime() < until) {
            Pause.of(POLL);
            round = api.get(operator, path).body();
        }
        Meter.Usage usage = meter.read().since(begin);
        long checked = bytesChecked() - before;
        invariants.require(
                round.path("state").asText().equals("DONE")
                        && round.path("checked").asInt() == floor.copies()
                        && round.path("found").asInt() == 0,
                "A round over %d copies ended as %s.".formatted(floor.copies(), round));
        invariants.require(
                checked == floor.bytes(),
                "The check has read %d bytes of %d.".formatted(checked, floor.bytes()));
        return usage;
    }

    private long bytesChecked() throws IOException, InterruptedException {
        URI metrics = suite.service("archive-service").resolve("/q/metrics");
        return http.send(
                        HttpRequest.newBuilder(metrics).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith(COUNTER))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(COUNTER.length())))
                .findFirst()
                .orElseThrow();
    }
}
