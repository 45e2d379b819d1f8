package vn.hue.earchive.bench.rot;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.hue.earchive.bench.report.Invariants;
import vn.hue.earchive.bench.rot.Findings.Finding;
import vn.hue.earchive.bench.stats.Pause;
import vn.hue.earchive.bench.suite.RunningSuite;
import vn.hue.earchive.bench.suite.Sha256;

/** Holds what was found, mended and logged against what was done. */
final class Verdict {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LOGGED_WITHIN = Duration.ofSeconds(60);

    private final RunningSuite suite;
    private final Vandal vandal;
    private final Invariants invariants;
    private final Map<String, Double> goals = new TreeMap<>();

    Verdict(RunningSuite suite, Vandal vandal, Invariants invariants) {
        this.suite = suite;
        this.vandal = vandal;
        this.invariants = invariants;
    }

    Map<String, Double> goals() {
        return Map.copyOf(goals);
    }

    /** Every damage is found as what it is, nothing else is, and each is mended or given up. */
    void findings(List<Finding> found) {
        Set<String> mended = new HashSet<>();
        Set<String> given = new HashSet<>();
        for (Finding finding : found) {
            switch (finding.state()) {
                case "REPAIRED", "SET_ASIDE" -> mended.add(finding.line());
                case "UNREPAIRABLE" -> given.add(finding.line());
                default -> {
                    // open, left or gone: counts as neither
                }
            }
        }
        Set<String> all = found.stream().map(Finding::line).collect(Collectors.toSet());
        Set<String> one = lines(vandal.damages());
        Set<String> both = lines(vandal.hopeless());
        Set<String> expected = new TreeSet<>(one);
        expected.addAll(both);
        same("The findings", expected, all);
        same("What was repaired or set aside", one, mended);
        same("What was given up", both, given);
        goals.put("G4.found", percent(expected, all));
        goals.put("G4.repaired", percent(one, mended));
        goals.put(
                "G4.false", (double) all.stream().filter(each -> !expected.contains(each)).count());
    }

    /** The bytes in the stores say the same. */
    void bytes(
            List<StoreFiles> stores,
            List<Map<String, String>> before,
            List<Map<String, String>> rotten)
            throws IOException {
        List<Map<String, String>> now = StoreFiles.digests(stores);
        int overwritten = 0;
        for (int at = 0; at < stores.size(); at++) {
            String store = stores.get(at).name();
            Map<String, String> expected = new TreeMap<>(ofObjects(before.get(at)));
            for (Damage lost : vandal.hopeless()) {
                if (lost.store().equals(store)) {
                    String left = rotten.get(at).getOrDefault(lost.key(), "");
                    expected.put(lost.key(), left);
                    overwritten += left.equals(now.get(at).get(lost.key())) ? 0 : 1;
                }
            }
            same("The files in store " + store, lines(expected), lines(ofObjects(now.get(at))));
        }
        goals.put("G4.overwritten", (double) overwritten);
        for (Map.Entry<String, byte[]> added : vandal.planted().entrySet()) {
            String[] place = added.getKey().split(" ");
            StoreFiles store = stores.get(place[0].equals("primary") ? 0 : 1);
            String kept = now.get(stores.indexOf(store)).get(StoreFiles.SET_ASIDE + place[1]);
            invariants.require(
                    Sha256.of(added.getValue()).equals(kept),
                    "What was added as %s was not kept.".formatted(added.getKey()));
        }
    }

    /** Each finding, and what became of it, is in the log. */
    void leaves(List<Finding> found) throws Exception {
        Set<String> expected = new TreeSet<>();
        for (Finding finding : found) {
            expected.add("fixity.find " + finding.id());
            switch (finding.state()) {
                case "REPAIRED" -> expected.add("fixity.repair " + finding.id());
                case "SET_ASIDE" -> expected.add("fixity.set-aside " + finding.id());
                case "UNREPAIRABLE" -> expected.add("fixity.give-up " + finding.id());
                default -> {
                    // nothing became of it yet
                }
            }
        }
        Set<String> logged = logged();
        long until = System.nanoTime() + LOGGED_WITHIN.toNanos();
        while (!logged.containsAll(expected) && System.nanoTime() < until) {
            Pause.of(POLL);
            logged = logged();
        }
        logged.retainAll(expected);
        same("The leaves of the log", expected, logged);
        goals.put("G4.leaves", percent(expected, logged));
    }

    private Set<String> logged() throws SQLException {
        Set<String> logged = new TreeSet<>();
        try (Connection connection = suite.database("archive");
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select action || ' ' || (body::jsonb #>> '{details,findingId}') from evidence_entry"
                                        + " where action like 'fixity.%' and log_index is not null")) {
            while (row.next()) {
                String line = row.getString(1);
                if (line != null) {
                    logged.add(line);
                }
            }
        }
        return logged;
    }

    /** Without what was set aside: that is not of an object any more. */
    static Map<String, String> ofObjects(Map<String, String> files) {
        Map<String, String> objects = new TreeMap<>(files);
        objects.keySet().removeIf(key -> root(key).isEmpty());
        return objects;
    }

    /** Key of the object that a file is of, empty for any other file. */
    static String root(String key) {
        return key.matches("([0-9a-f]{3}/){3}[0-9a-f]{64}/.+") ? key.substring(0, 3 * 4 + 64) : "";
    }

    private static Set<String> lines(List<Damage> damages) {
        return damages.stream().map(Damage::line).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> lines(Map<String, String> digests) {
        return digests.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static double percent(Set<String> expected, Set<String> found) {
        return 100.0 * expected.stream().filter(found::contains).count() / expected.size();
    }

    void same(String what, Set<String> expected, Set<String> found) {
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(found);
        Set<String> unexpected = new TreeSet<>(found);
        unexpected.removeAll(expected);
        invariants.require(
                missing.isEmpty(),
                "%s lack %d of %d: %s"
                        .formatted(what, missing.size(), expected.size(), few(missing)));
        invariants.require(
                unexpected.isEmpty(),
                "%s have %d too many: %s".formatted(what, unexpected.size(), few(unexpected)));
    }

    private static List<String> few(Set<String> lines) {
        return lines.stream().limit(5).toList();
    }
}
