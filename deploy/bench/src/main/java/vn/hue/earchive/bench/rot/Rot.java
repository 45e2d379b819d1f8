package vn.hue.earchive.bench.rot;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.hue.earchive.bench.ingest.SmallDossiers;
import vn.hue.earchive.bench.report.Invariants;
import vn.hue.earchive.bench.rot.Findings.Finding;
import vn.hue.earchive.bench.stats.Clients;
import vn.hue.earchive.bench.stats.Pause;
import vn.hue.earchive.bench.suite.Api;
import vn.hue.earchive.bench.suite.DemoUsers;
import vn.hue.earchive.bench.suite.RunningSuite;

/**
 * Damages the copies of a running archive and holds what it finds, mends and says against what was
 * done.
 */
public final class Rot {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int FILE_BYTES = 20_000;

    private final RunningSuite suite;
    private final Size size;
    private final Api api;
    private final DemoUsers users;
    private final DemoUsers.User operator;
    private final Findings findings;
    private final List<StoreFiles> stores;
    private final Vandal vandal;
    private final Invariants invariants = new Invariants();
    private final Verdict verdict;
    private final Map<String, Object> detail = new LinkedHashMap<>();

    /**
     * How much.
     *
     * @param n damages of one copy
     * @param both files of which both copies are damaged
     * @param files to ingest before, ten a dossier
     * @param patience for each wait: until a round is over, until all is mended
     */
    public record Size(int n, int both, int files, long seed, Duration patience) {}

    /**
     * @param broken a sentence for everything that was not as it must be
     */
    public record Outcome(
            Map<String, Double> goals, List<String> broken, Map<String, Object> detail) {}

    private Rot(Api api, RunningSuite suite, Path home, Path realm, Size size) throws IOException {
        this.api = api;
        this.suite = suite;
        this.size = size;
        this.users = DemoUsers.of(realm, "ancuu");
        this.operator = DemoUsers.one(realm, "operator.hue");
        this.findings = new Findings(api, operator);
        this.stores =
                List.of(
                        StoreFiles.of(home, "s3-primary", "primary"),
                        StoreFiles.of(home, "s3-replica", "replica"));
        this.vandal = new Vandal(stores, size.seed());
        this.verdict = new Verdict(suite, vandal, invariants);
    }

    /**
     * @param home folder of the running suite, in which the stores keep their files
     * @param realm file of the demo realm
     */
    public static Outcome run(Path home, Path realm, Size size) throws Exception {
        RunningSuite suite = RunningSuite.at(home);
        try (Api api = new Api(suite)) {
            Rot rot = new Rot(api, suite, home, realm, size);
            rot.run();
            return new Outcome(rot.verdict.goals(), rot.invariants.broken(), rot.detail);
        }
    }

    private void run() throws Exception {
        SmallDossiers dossiers = new SmallDossiers(suite, api, users);
        List<SmallDossiers.Kept> kept = dossiers.ingest(Math.ceilDiv(size.files(), 10), FILE_BYTES);
        dossiers.atRest();
        findings.begin();
        round("intactSeconds"); // by which the comparisons know what each object looks like
        invariants.require(
                findings.since().isEmpty(), "There are findings before anything was damaged.");
        long unrepairable = findings.unrepairable();
        List<Map<String, String>> before = StoreFiles.digests(stores);
        List<Map<String, Long>> listed = sizes();
        vandal.strike(size.n(), size.both());
        List<Map<String, String>> rotten = StoreFiles.digests(stores);
        served(kept);
        compare(listed);
        round("rottenSeconds");
        List<Finding> found = settled();
        clear();
        verdict.findings(found);
        verdict.bytes(stores, before, rotten);
        verdict.leaves(found);
        restore(unrepairable);
        invariants.require(
                StoreFiles.digests(stores).stream()
                        .map(Verdict::ofObjects)
                        .toList()
                        .equals(before.stream().map(Verdict::ofObjects).toList()),
                "After a person had restored what no copy had, the stores are not as before.");
        detail.put(
                "objects",
                before.getFirst().keySet().stream().map(Verdict::root).distinct().count());
        detail.put("filesOfAStore", before.getFirst().size());
        detail.put(
                "damages",
                vandal.damages().stream()
                        .collect(
                                Collectors.groupingBy(
                                        each -> each.kind() + " " + each.store(),
                                        TreeMap::new,
                                        Collectors.counting())));
    }

    private List<Map<String, Long>> sizes() throws IOException {
        List<Map<String, Long>> sizes = new ArrayList<>();
        for (StoreFiles store : stores) {
            sizes.add(store.sizes());
        }
        return sizes;
    }

    /** Nobody is given a wrong byte while the copies are bad, and who has a good copy is served. */
    private void served(List<SmallDossiers.Kept> kept) throws Exception {
        Set<String> hopeless = roots(vandal.hopeless());
        Map<String, String> rootOf = new TreeMap<>();
        try (Connection connection = suite.database("archive");
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select holding_id, root from kept_object where holding_id is not null")) {
            while (row.next()) {
                String root = row.getString(2);
                rootOf.merge(row.getString(1), root, (one, other) -> one + " " + other);
            }
        }
        List<SmallDossiers.Kept> readable =
                kept.stream()
                        .filter(each ->
                                hopeless.stream()
                                        .noneMatch(root ->
                                                rootOf.getOrDefault(each.holdingId(), "")
                                                        .contains(
                                                                root.substring(
                                                                        root.lastIndexOf('/')
                                                                                + 1))))
                        .toList();
        Clients.each(
                readable.size(),
                4,
                index -> {
                    SmallDossiers.Kept dossier = readable.get(index);
                    for (Map.Entry<String, String> file : dossier.files().entrySet()) {
                        String digest =
                                api.download(users.archivist(), dossier.content(file.getKey()));
                        invariants.require(
                                digest.equals(file.getValue()),
                                "A reader was given wrong bytes of file %s of holding %s."
                                        .formatted(file.getKey(), dossier.holdingId()));
                    }
                });
        detail.put("holdingsReadWhileRotten", readable.size());
    }

    /** A comparison of names and sizes tells exactly what they can tell. */
    private void compare(List<Map<String, Long>> before) throws Exception {
        Set<String> expected = new TreeSet<>(vandal.strays());
        for (int at = 0; at < stores.size(); at++) {
            Map<String, Map<String, Long>> was = byObject(before.get(at));
            Map<String, Map<String, Long>> is = byObject(stores.get(at).sizes());
            for (Map.Entry<String, Map<String, Long>> object : was.entrySet()) {
                Map<String, Long> now = is.getOrDefault(object.getKey(), Map.of());
                if (!now.equals(object.getValue())) {
                    expected.add(
                            Findings.line(
                                    now.isEmpty() ? "MISSING" : "CHANGED",
                                    stores.get(at).name(),
                                    object.getKey(),
                                    ""));
                }
            }
        }
        Map<String, JsonNode> comparisons = new TreeMap<>();
        for (StoreFiles store : stores) {
            comparisons.put(
                    store.name(), begun("/v1/store-comparisons", Map.of("store", store.name())));
        }
        Set<String> told = new TreeSet<>();
        for (Map.Entry<String, JsonNode> each : comparisons.entrySet()) {
            JsonNode comparison = done("/v1/store-comparisons", each.getValue());
            told.addAll(findings.differences(comparison.path("id").asText(), each.getKey()));
        }
        verdict.same("The comparisons", expected, told);
        detail.put("differences", told.size());
    }

    private static Map<String, Map<String, Long>> byObject(Map<String, Long> files) {
        Map<String, Map<String, Long>> objects = new TreeMap<>();
        files.forEach((key, bytes) -> {
            if (!Verdict.root(key).isEmpty()) {
                objects.computeIfAbsent(Verdict.root(key), _ -> new TreeMap<>()).put(key, bytes);
            }
        });
        return objects;
    }

    private void round(String timed) throws Exception {
        long begin = System.nanoTime();
        JsonNode round = done("/v1/fixity-rounds", begun("/v1/fixity-rounds", Map.of()));
        detail.put(timed, (System.nanoTime() - begin) / 1e9);
        detail.put("copies", round.path("copies").asLong());
    }

    private JsonNode begun(String path, Map<String, String> body)
            throws IOException, InterruptedException {
        return api.post(operator, path, null, body).body();
    }

    /** Waits until the state of something is DONE. */
    private JsonNode done(String path, JsonNode begun) throws IOException, InterruptedException {
        JsonNode state = begun;
        long until = System.nanoTime() + size.patience().toNanos();
        while (!state.path("state").asText().equals("DONE")) {
            if (System.nanoTime() > until) {
                invariants.require(
                        false,
                        "%s is not done within %s: %s".formatted(path, size.patience(), state));
                return state;
            }
            Pause.of(POLL);
            state = api.get(operator, path + "/" + state.path("id").asText()).body();
        }
        return state;
    }

    /** The findings, when the repairs have had their time. */
    private List<Finding> settled() throws Exception {
        long until = System.nanoTime() + size.patience().toNanos();
        while (true) {
            List<Finding> found = findings.since();
            boolean settled = found.stream().noneMatch(each -> each.state().equals("OPEN"));
            if (settled || System.nanoTime() > until) {
                invariants.require(settled, "Findings are open after " + size.patience() + ".");
                return found;
            }
            Pause.of(POLL);
        }
    }

    /** Takes away what belongs to nobody; a comparison tells of it, and that is all. */
    private void clear() throws IOException {
        for (StoreFiles store : stores) {
            for (String key : store.sizes().keySet()) {
                String root = Verdict.root(key);
                String place = root.isEmpty() ? key : root;
                if (vandal.strays().contains(Findings.line("UNTRACKED", store.name(), place, ""))) {
                    store.delete(key);
                }
            }
        }
    }

    /** A person brings back one copy of what both had lost. */
    private void restore(long unrepairable) throws Exception {
        for (Damage lost : vandal.hopeless()) {
            if (lost.store().equals("primary")) {
                stores.getFirst().overwrite(lost.key(), vandal.good(lost));
            }
        }
        long begin = System.nanoTime();
        long until = begin + size.patience().toNanos();
        while (findings.unrepairable() > unrepairable && System.nanoTime() < until) {
            Pause.of(POLL);
        }
        detail.put("restoredSeconds", (System.nanoTime() - begin) / 1e9);
    }

    private static Set<String> roots(List<Damage> damages) {
        return damages.stream().map(Damage::root).collect(Collectors.toSet());
    }
}
