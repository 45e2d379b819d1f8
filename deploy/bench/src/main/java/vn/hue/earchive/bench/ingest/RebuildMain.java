package vn.hue.earchive.bench.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.bench.cli.Arguments;
import vn.hue.earchive.bench.cli.Command;
import vn.hue.earchive.bench.floor.MetadataReads;
import vn.hue.earchive.bench.report.Goal;
import vn.hue.earchive.bench.report.Result;
import vn.hue.earchive.bench.report.TextTable;
import vn.hue.earchive.bench.stats.Clients;
import vn.hue.earchive.bench.stats.Pause;
import vn.hue.earchive.bench.stats.Ratios;
import vn.hue.earchive.bench.stats.Samples;
import vn.hue.earchive.bench.suite.Api;
import vn.hue.earchive.bench.suite.DemoUsers;
import vn.hue.earchive.bench.suite.RunningSuite;

/**
 * {@code deploy/bench/rebuild}: dossiers are ingested, the archive database is emptied, rebuilt
 * from the stores and held against what it was, row by row, while a reader asks for holdings.
 */
public final class RebuildMain {

    private static final String USAGE =
            """
            usage: deploy/bench/rebuild [options], against a suite that deploy/up has started; it empties the archive database
              --records N     files to ingest before, ten a dossier (1000); 0 takes what is there
              --pairs N       pairs of floor and rebuild (5)
              --clients N     clients of the floor (16, as the rebuild has)
              --home DIR      folder of the running suite (.stack/local)
              --json FILE     writes the result there too
              --no-history    keeps no result in deploy/bench/results
              --strict        fails when a goal is missed, not only when an invariant is broken
            """;

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int FILES_OF_A_DOSSIER = 10;
    private static final int FILE_BYTES = 20_000;

    private record Options(
            int records,
            int pairs,
            int clients,
            Path home,
            @Nullable Path json,
            boolean history,
            boolean strict) {}

    private final Options options;
    private final Path root;
    private final RunningSuite suite;
    private final ArchiveDatabase database;
    private final DemoUsers.User operator;
    private final Invariants invariants = new Invariants();
    private final Map<String, Object> detail = new LinkedHashMap<>();
    private final List<Double> floors = new ArrayList<>();
    private final List<Double> reads = new ArrayList<>();
    private final List<Double> restores = new ArrayList<>();

    private RebuildMain(Options options, Path root) throws IOException {
        this.options = options;
        this.root = root;
        this.suite = RunningSuite.at(options.home());
        this.database = new ArchiveDatabase(suite);
        this.operator =
                DemoUsers.one(
                        root.resolve("deploy/keycloak/demo/earchive-realm.json"), "operator.hue");
    }

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        Command command = new Command("rebuild", words);
        System.exit(command.run(USAGE, () -> measure(command, words)));
    }

    private static int measure(Command command, List<String> words) throws Exception {
        Path root = Command.root();
        Options options = parse(words, root);
        Result result = new RebuildMain(options, root).run(command);
        System.out.print(printout(result));
        Command.keep(result, options.json(), options.history(), root);
        return result.broken().isEmpty() && (result.goalsMet() || !options.strict()) ? 0 : 1;
    }

    private static Options parse(List<String> words, Path root) {
        int records = 1000;
        int pairs = 5;
        int clients = 16;
        Path home = root.resolve(".stack/local");
        @Nullable Path json = null;
        boolean history = true;
        boolean strict = false;
        Arguments rest = new Arguments(words, USAGE);
        while (!rest.isEmpty()) {
            String option = rest.next();
            switch (option) {
                case "--records" -> records = rest.number(option, 0);
                case "--pairs" -> pairs = rest.number(option, 1);
                case "--clients" -> clients = rest.number(option, 1);
                case "--home" -> home = Path.of(rest.value(option)).toAbsolutePath();
                case "--json" -> json = Path.of(rest.value(option)).toAbsolutePath();
                case "--no-history" -> history = false;
                case "--strict" -> strict = true;
                default -> throw rest.unknown(option);
            }
        }
        return new Options(records, pairs, clients, home, json, history, strict);
    }

    private Result run(Command command) throws Exception {
        DemoUsers users =
                DemoUsers.of(root.resolve("deploy/keycloak/demo/earchive-realm.json"), "ancuu");
        try (Api api = new Api(suite)) {
            ingest(api, users);
            atRest();
            MetadataReads floor = new MetadataReads(suite.primaryStore(), "archive");
            detail.put("getsOfTheFloor", floor.size());
            floor.read(options.clients()); // caches are as warm for both
            Map<String, String> before = database.dump();
            detail.put("rows", before);
            long files = database.number("select count(*) from holding_file");
            long objects = database.number("select count(*) from kept_object");
            invariants.require(files > 0, "There is nothing to rebuild.");
            for (int pair = 0; pair < options.pairs(); pair++) {
                pair(pair, api, users, floor, before);
                before = database.dump(); // with the report of this rebuild
            }
            detail.put("files", files);
            detail.put("objects", objects);
            detail.put("floorSeconds", floors);
            detail.put("readSeconds", reads);
            detail.put("rebuildSeconds", restores);
            List<Double> rates = restores.stream().map(seconds -> 60 * files / seconds).toList();
            return command.result(
                    Map.of(
                            "P8.rebuild", Ratios.median(floors, reads),
                            "P8.whole", Ratios.median(floors, restores),
                            "G6.rpm", Ratios.median(rates),
                            "G6.broken", (double) invariants.broken().size()),
                    invariants.broken(),
                    detail);
        }
    }

    private void ingest(Api api, DemoUsers users) throws Exception {
        int dossiers = Math.ceilDiv(options.records(), FILES_OF_A_DOSSIER);
        Journey journey =
                new Journey(
                        api, users, new Questions(api, users).anyRetentionRule(), new Samples());
        List<SampleDossier> samples =
                SampleDossier.round(
                        new SampleDossier.Round(
                                MadeUpWord.random(5),
                                1,
                                LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"))),
                        new IngestOptions(
                                8,
                                Math.max(1, dossiers),
                                1,
                                0,
                                FILES_OF_A_DOSSIER,
                                FILE_BYTES,
                                0,
                                1,
                                "ancuu",
                                options.home(),
                                null,
                                false,
                                false));
        List<Ingested> done = Collections.synchronizedList(new ArrayList<>());
        Clients.each(dossiers, 8, index -> done.add(journey.walk(samples.get(index))));
    }

    /** Until nothing waits: no event, no dossier, no copy. */
    private void atRest() throws Exception {
        Remains remains = new Remains(suite);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (remains.waiting()
                        + database.number(
                                "select count(*) from intake_dossier where decided_at is null")
                        + database.number("select count(*) from object_copy where state <> 'GOOD'")
                > 0) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("The suite does not come to rest.");
            }
            Pause.of(Duration.ofMillis(500));
        }
    }

    private void pair(
            int number, Api api, DemoUsers users, MetadataReads floor, Map<String, String> before)
            throws Exception {
        double bare = floor.read(options.clients());
        database.lose();
        JsonNode asked = api.post(operator, "/v1/rebuilds", null, Map.of("mode", "RESTORE")).body();
        String path = "/v1/rebuilds/" + asked.path("id").asText();
        Map<String, Long> began = new LinkedHashMap<>();
        JsonNode rebuild = asked;
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!rebuild.has("finishedAt")) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("The rebuild does not end.");
            }
            Pause.of(POLL);
            rebuild = api.get(operator, path).body();
            began.putIfAbsent(rebuild.path("stage").asText(), System.nanoTime());
            api.get(users.archivist(), "/v1/holdings?limit=1"); // served meanwhile, or this throws
        }
        invariants.require(
                rebuild.path("status").asText().equals("succeeded"),
                "Rebuild %d ended as %s with %d findings."
                        .formatted(
                                number,
                                rebuild.path("status").asText(),
                                rebuild.path("findings").asLong()));
        Map<String, String> after = database.dump();
        after.keySet().removeAll(List.of("kept_object", "object_copy")); // with the report
        Map<String, String> compared = new LinkedHashMap<>(before);
        compared.keySet().retainAll(after.keySet());
        invariants.require(
                after.equals(compared),
                "After rebuild %d the rows are %s, not %s.".formatted(number, after, compared));
        atRest();
        floors.add(bare);
        reads.add(seconds(began, "READ", "RESTORE"));
        restores.add(seconds(began, "READ", "COMPARE"));
        System.out.printf(
                "pair %d: floor %.2f s, read %.2f s, until restored %.2f s%n",
                number, bare, reads.getLast(), restores.getLast());
    }

    /** Between the beginnings of two stages, to the poll. */
    private static double seconds(Map<String, Long> began, String from, String to) {
        Long end = began.getOrDefault(to, began.getOrDefault("COMPARE", began.get("DONE")));
        Long begin = began.getOrDefault(from, began.get("PREPARE"));
        return begin == null || end == null ? Double.NaN : (end - begin) / 1e9;
    }

    private static String printout(Result result) {
        TextTable goals = new TextTable("goal", "value", "limit", "");
        for (Goal goal : Goal.of(result.bench())) {
            Double value = result.goals().get(goal.key());
            if (value != null) {
                goals.row(goal.key(), value, goal.bounds(), goal.metBy(value) ? "met" : "MISSED");
            }
        }
        return "\n" + goals + "\n" + String.join("\n", result.broken()) + "\n";
    }
}
