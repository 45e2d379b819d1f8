package vn.hue.earchive.bench.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.hue.earchive.bench.report.Invariants;
import vn.hue.earchive.bench.stats.Distribution;
import vn.hue.earchive.bench.stats.Pause;
import vn.hue.earchive.bench.suite.Api;
import vn.hue.earchive.bench.suite.DemoUsers;

/**
 * How long after its opening was answered a dossier is found, while so many are opened each second.
 * An open model: a slow answer does not hold back the next request. Each second's dossiers share a
 * word, so that one question watches them all.
 */
final class Searchability {

    private static final Duration INTERVAL = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int MOST_AT_ONCE = 64;

    private final Api api;
    private final DemoUsers users;
    private final Questions questions;
    private final String retentionRule;
    private final Invariants invariants;

    Searchability(
            Api api,
            DemoUsers users,
            Questions questions,
            String retentionRule,
            Invariants invariants) {
        this.api = api;
        this.users = users;
        this.questions = questions;
        this.retentionRule = retentionRule;
        this.invariants = invariants;
    }

    /**
     * What was reached.
     *
     * @param rate dossiers a second that were answered; below the wanted rate the suite was
     *     saturated
     */
    record Outcome(double rate, Distribution opened, Distribution searchable) {}

    Outcome measure(String run, int rate, int seconds)
            throws InterruptedException, ExecutionException {
        Map<String, Instant> answered = new ConcurrentHashMap<>();
        List<Long> opening = Collections.synchronizedList(new ArrayList<>());
        List<Long> finding = Collections.synchronizedList(new ArrayList<>());
        Instant start = Instant.now();
        try (ExecutorService requests = Executors.newFixedThreadPool(MOST_AT_ONCE);
                ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> watched = new ArrayList<>();
            for (int second = 0; second < seconds; second++) {
                String word = run + "z" + MadeUpWord.of(second);
                List<Future<String>> opened = new ArrayList<>();
                Watch watch = Watch.start(() -> questions.found("dossier", word), INTERVAL);
                for (int index = 0; index < rate; index++) {
                    Instant due =
                            start.plusNanos((second * (long) rate + index) * 1_000_000_000L / rate);
                    Pause.of(Duration.between(Instant.now(), due));
                    Map<String, Object> request = request(run, word, second, index);
                    opened.add(requests.submit(() -> open(request, answered, opening)));
                }
                Second dossiers = new Second(watch, opened);
                watched.add(
                        watchers.submit(() -> {
                            dossiers.collect(answered, finding, invariants);
                            return dossiers;
                        }));
            }
            for (Future<?> second : watched) {
                second.get();
            }
        }
        Instant last = answered.values().stream().max(Instant::compareTo).orElse(start);
        double reached = answered.size() / (Duration.between(start, last).toNanos() / 1e9);
        return new Outcome(reached, Distribution.of(opening), Distribution.of(finding));
    }

    private Map<String, Object> request(String run, String word, int second, int index) {
        return Map.of(
                "notation", run.toUpperCase(Locale.ROOT) + ".Z" + second + "." + index,
                "title", "Hồ sơ đo kiểm tìm kiếm lô " + word + " số " + index,
                "retentionRuleCode", retentionRule);
    }

    private String open(
            Map<String, Object> request, Map<String, Instant> answered, List<Long> opening)
            throws Exception {
        long start = System.nanoTime();
        String id = api.post(users.specialist(), "/v1/dossiers", null, request).text("id");
        opening.add(System.nanoTime() - start);
        answered.put(id, Instant.now());
        return id;
    }

    /** The dossiers that were due within one second, and who looks for them. */
    private record Second(Watch watch, List<Future<String>> opened) {

        void collect(Map<String, Instant> answered, List<Long> finding, Invariants invariants)
                throws InterruptedException, ExecutionException {
            try (watch) {
                List<String> ids = new ArrayList<>();
                for (Future<String> each : opened) {
                    ids.add(each.get());
                }
                Map<String, Watch.Seen> seen = watch.await(Set.copyOf(ids), PATIENCE);
                List<String> lost = new ArrayList<>();
                for (String id : ids) {
                    Watch.Seen found = seen.get(id);
                    Instant since = answered.get(id);
                    if (found == null || since == null) {
                        lost.add(id);
                    } else {
                        finding.add(Math.max(0, Duration.between(since, found.at()).toNanos()));
                    }
                }
                invariants.require(
                        lost.isEmpty(),
                        lost.size() + " opened dossiers are not found by search: " + lost);
            }
        }
    }
}
