package vn.hue.earchive.bench.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.hue.earchive.bench.cli.Command;
import vn.hue.earchive.bench.cli.Options;
import vn.hue.earchive.bench.floor.MetadataReads;
import vn.hue.earchive.bench.report.Invariants;
import vn.hue.earchive.bench.report.Result;
import vn.hue.earchive.bench.stats.Pause;
import vn.hue.earchive.bench.stats.Ratios;
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
            """
                    + Options.USAGE;

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int FILE_BYTES = 20_000;

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
        Options options =
                Options.parse(
                        words,
                        USAGE,
                        Map.of("--records", 1000, "--pairs", 5, "--clients", 16),
                        root);
        return Command.finish(new RebuildMain(options, root).run(command), options, root);
    }

    private Result run(Command command) throws Exception {
        DemoUsers users =
                DemoUsers.of(root.resolve("deploy/keycloak/demo/earchive-realm.json"), "ancuu");
        try (Api api = new Api(suite)) {
            SmallDossiers dossiers = new SmallDossiers(suite, api, users);
            dossiers.ingest(
                    Math.ceilDiv(options.number("--records"), SmallDossiers.FILES), FILE_BYTES);
            MetadataReads floor = new MetadataReads(suite.primaryStore(), "archive");
            detail.put("getsOfTheFloor", floor.size());
            floor.read(options.number("--clients")); // caches are as warm for both
            Map<String, String> before = database.dump();
            detail.put("rows", before);
            long files = suite.number("archive", "select count(*) from holding_file");
            long objects = suite.number("archive", "select count(*) from kept_object");
            invariants.require(files > 0, "There is nothing to rebuild.");
            for (int pair = 0; pair < options.number("--pairs"); pair++) {
                pair(pair, api, users, floor, before);
                dossiers.atRest();
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

    private void pair(
            int number, Api api, DemoUsers users, MetadataReads floor, Map<String, String> before)
            throws Exception {
        double bare = floor.read(options.number("--clients"));
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
}
