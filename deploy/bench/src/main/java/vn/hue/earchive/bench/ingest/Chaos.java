package vn.hue.earchive.bench.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.hue.earchive.bench.cli.Command;
import vn.hue.earchive.bench.cli.Options;
import vn.hue.earchive.bench.report.Invariants;
import vn.hue.earchive.bench.report.Result;
import vn.hue.earchive.bench.stats.Clients;
import vn.hue.earchive.bench.stats.Pause;
import vn.hue.earchive.bench.stats.Samples;
import vn.hue.earchive.bench.suite.Api;
import vn.hue.earchive.bench.suite.DemoUsers;
import vn.hue.earchive.bench.suite.RunningSuite;

/**
 * Dossiers are ingested while the suite is struck, by clients who send again what was not answered.
 * Afterwards every acknowledged file must be there once, with its bytes, copies, numbers and hits.
 */
public final class Chaos {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration DRAINED_WITHIN = Duration.ofMinutes(5);
    private static final int FILE_BYTES = 20_000;
    private static final int LARGEST_ROUND = 200;

    private final Path root;
    private final Path home;
    private final Path ledger;
    private final Options options;
    private final List<Nemesis.Blow> blows;
    private final Nemesis.Cutter cutter;
    private final Invariants invariants = new Invariants();
    private final List<Ingested> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Object> detail = new LinkedHashMap<>();

    private Chaos(Path root, Options options, List<Nemesis.Blow> blows, Nemesis.Cutter cutter)
            throws IOException {
        this.root = root;
        this.home = options.home();
        this.options = options;
        this.blows = blows;
        this.cutter = cutter;
        Path target = Files.createDirectories(root.resolve("deploy/bench/target"));
        this.ledger = target.resolve("chaos.ledger.jsonl");
        Files.deleteIfExists(ledger);
    }

    /**
     * Runs it.
     *
     * @param options {@code --files}, {@code --clients}, {@code --faults} blows at most, {@code
     *     --every} mean seconds between two, {@code --seed}
     * @param goal that counts what was broken
     */
    public static Result run(
            Command command,
            Path root,
            Options options,
            List<Nemesis.Blow> blows,
            Nemesis.Cutter cutter,
            String goal)
            throws Exception {
        return new Chaos(root, options, blows, cutter).run(command, goal);
    }

    private Result run(Command command, String goal) throws Exception {
        RunningSuite suite = RunningSuite.at(home);
        DemoUsers users =
                DemoUsers.of(root.resolve("deploy/keycloak/demo/earchive-realm.json"), "ancuu");
        try (Api api = new Api(suite, PATIENCE)) {
            Questions questions = new Questions(api, users);
            Journey journey = new Journey(api, users, questions.anyRetentionRule(), new Samples());
            long begin = System.nanoTime();
            underBlows(journey);
            detail.put("secondsUnderBlows", (System.nanoTime() - begin) / 1e9);
            detail.put("requestsSentAgain", api.timesRepeated());

            Remains remains = new Remains(RunningSuite.at(home));
            drain(api, users, remains);
            new ReadBack(questions, new Samples(), invariants)
                    .verify(acknowledged, number("--clients"));
            invariants.requireConsecutive(
                    acknowledged.stream()
                            .flatMap(each -> each.documents().stream())
                            .map(Ingested.Registered::arrivalNumber)
                            .toList());
            remains.check(invariants);
        }
        return command.result(
                Map.of(goal, (double) invariants.broken().size()), invariants.broken(), detail);
    }

    private void underBlows(Journey journey) throws Exception {
        int dossiers = Math.ceilDiv(number("--files"), SmallDossiers.FILES);
        String run = MadeUpWord.random(5);
        Path log = root.resolve("deploy/bench/target/chaos.heal.log");
        Healer healer = new Healer(root, log);
        try (healer;
                Nemesis nemesis =
                        new Nemesis(
                                home,
                                number("--seed"),
                                blows,
                                number("--faults"),
                                Duration.ofSeconds(number("--every")),
                                healer.pausing(cutter))) {
            healer.start();
            nemesis.start();
            for (int done = 0, round = 1; done < dossiers; round++) {
                int some = Math.min(LARGEST_ROUND, dossiers - done);
                List<SampleDossier> samples = SmallDossiers.samples(run, round, some, FILE_BYTES);
                Clients.each(
                        some, number("--clients"), i -> acknowledge(journey.walk(samples.get(i))));
                done += some;
            }
            detail.put("blows", nemesis.struck());
            detail.put("faults", nemesis.blowsDealt());
        }
        healer.heal();
        detail.put("dossiers", dossiers);
        detail.put("files", dossiers * SmallDossiers.FILES);
    }

    /** What the suite has acknowledged is on the disk before the next request. */
    private void acknowledge(Ingested dossier) throws IOException {
        String line =
                new ObjectMapper()
                                .writeValueAsString(
                                        Map.of(
                                                "dossier", dossier.dossierId(),
                                                "submission", dossier.submissionId(),
                                                "documents", dossier.documents().toString()))
                        + "\n";
        synchronized (ledger) {
            try (FileChannel file =
                    FileChannel.open(
                            ledger, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                file.write(StandardCharsets.UTF_8.encode(line));
                file.force(true);
            }
        }
        acknowledged.add(dossier);
        if (acknowledged.size() % 20 == 0) {
            System.out.println(acknowledged.size() + " dossiers acknowledged");
        }
    }

    /** Until each dossier has its copies and no event waits. */
    private void drain(Api api, DemoUsers users, Remains remains) throws Exception {
        long begin = System.nanoTime();
        long until = begin + DRAINED_WITHIN.toNanos();
        for (Ingested dossier : acknowledged) {
            while (!SmallDossiers.isReplicated(api, users, dossier.dossierId())) {
                if (System.nanoTime() > until) {
                    invariants.require(
                            false,
                            "Dossier %s has no copies within %s."
                                    .formatted(dossier.dossierId(), DRAINED_WITHIN));
                    break;
                }
                Pause.of(Duration.ofMillis(200));
            }
        }
        while (remains.waiting() > 0 && System.nanoTime() < until) {
            Pause.of(Duration.ofMillis(200));
        }
        invariants.require(remains.waiting() == 0, "Events wait in an outbox.");
        // The index follows the last event within a refresh.
        Pause.of(Duration.ofSeconds(5));
        detail.put("secondsToDrain", (System.nanoTime() - begin) / 1e9);
    }

    private int number(String option) {
        return options.number(option);
    }
}
