package vn.hue.earchive.bench.ingest;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import vn.hue.earchive.bench.stats.Clients;
import vn.hue.earchive.bench.stats.Pause;
import vn.hue.earchive.bench.stats.Samples;
import vn.hue.earchive.bench.suite.Api;
import vn.hue.earchive.bench.suite.DemoUsers;
import vn.hue.earchive.bench.suite.Refused;
import vn.hue.earchive.bench.suite.RunningSuite;

/**
 * Dossiers that other benchmarks work on: ingested through the suite, and at rest in all copies.
 */
public final class SmallDossiers {

    static final int FILES = 10;

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int LARGEST_ROUND = 200;
    private static final int CLIENTS = 8;

    private final RunningSuite suite;
    private final Api api;
    private final DemoUsers users;
    private final Samples steps = new Samples();

    public SmallDossiers(RunningSuite suite, Api api, DemoUsers users) {
        this.suite = suite;
        this.api = api;
        this.users = users;
    }

    /**
     * A dossier in custody.
     *
     * @param files SHA-256 by the id of the file
     */
    public record Kept(String holdingId, Map<String, String> files) {

        /** Path of a file's content in the API. */
        public String content(String fileId) {
            return "/v1/holdings/" + holdingId + "/files/" + fileId + "/content";
        }
    }

    /**
     * Ingests dossiers of ten files and waits until nothing in the suite waits.
     *
     * @param fileBytes size of each file
     */
    public List<Kept> ingest(int dossiers, int fileBytes)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        Journey journey =
                new Journey(api, users, new Questions(api, users).anyRetentionRule(), steps);
        String run = MadeUpWord.random(5);
        List<Kept> kept = Collections.synchronizedList(new ArrayList<>());
        for (int done = 0, round = 1; done < dossiers; round++) {
            int some = Math.min(LARGEST_ROUND, dossiers - done);
            List<SampleDossier> samples = samples(run, round, some, fileBytes);
            Clients.each(some, CLIENTS, index -> kept.add(of(journey.walk(samples.get(index)))));
            done += some;
        }
        for (Kept dossier : kept) {
            awaitCopies(dossier.holdingId());
        }
        atRest();
        return List.copyOf(kept);
    }

    static List<SampleDossier> samples(String run, int round, int dossiers, int fileBytes) {
        return SampleDossier.round(
                new SampleDossier.Round(run, round, LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"))),
                IngestOptions.load(dossiers, FILES, fileBytes));
    }

    /** How long each step of the journey took, of all that was ingested so far. */
    public Samples steps() {
        return steps;
    }

    private static Kept of(Ingested dossier) {
        Map<String, String> files = new LinkedHashMap<>();
        dossier.documents().forEach(each -> files.put(each.fileId(), each.sha256()));
        return new Kept(dossier.dossierId(), files);
    }

    private void awaitCopies(String holdingId) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!isReplicated(api, users, holdingId)) {
            goOn(until);
        }
    }

    static boolean isReplicated(Api api, DemoUsers users, String holdingId)
            throws IOException, InterruptedException {
        try {
            return api.get(users.archivist(), "/v1/holdings/" + holdingId)
                    .body()
                    .path("state")
                    .asText()
                    .equals("REPLICATED");
        } catch (Refused notYet) {
            return false;
        }
    }

    /** Until nothing waits: no event, no dossier, no copy. */
    public void atRest() throws SQLException, InterruptedException {
        Remains remains = new Remains(suite);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (remains.waiting()
                        + suite.number(
                                "archive",
                                "select count(*) from intake_dossier where decided_at is null")
                        + suite.number(
                                "archive", "select count(*) from object_copy where state <> 'GOOD'")
                > 0) {
            goOn(until);
        }
    }

    private static void goOn(long until) throws InterruptedException {
        if (System.nanoTime() > until) {
            throw new IllegalStateException("The suite does not come to rest.");
        }
        Pause.of(POLL);
    }
}
