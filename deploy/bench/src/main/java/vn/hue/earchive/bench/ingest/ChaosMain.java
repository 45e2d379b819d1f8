package vn.hue.earchive.bench.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
import vn.hue.earchive.bench.report.Result;
import vn.hue.earchive.bench.stats.Clients;
import vn.hue.earchive.bench.stats.Pause;
import vn.hue.earchive.bench.stats.Samples;
import vn.hue.earchive.bench.suite.Api;
import vn.hue.earchive.bench.suite.DemoUsers;
import vn.hue.earchive.bench.suite.Refused;
import vn.hue.earchive.bench.suite.RunningSuite;

/**
 * {@code deploy/bench/chaos}: dossiers are ingested while processes are struck, by clients who send
 * again what was not answered. Afterwards every acknowledged file must be there once, with its
 * bytes, copies, numbers and hits.
 */
public final class ChaosMain {

    private static final String USAGE =
            """
            usage: deploy/bench/chaos [options], against a suite that deploy/up has started
              --faults N      blows at most (20)
              --files N       files to ingest, ten a dossier (3000)
              --clients N     clients at once (8)
              --every N       mean seconds between two blows (8)
              --nemesis NAME  kill, stop or all (all)
              --seed N        decides victims and moments (1)
              --json FILE     writes the result there too
              --no-history    keeps no result in deploy/bench/results
            """;

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration DRAINED_WITHIN = Duration.ofMinutes(5);
    private static final int FILES_OF_A_DOSSIER = 10;
    private static final int FILE_BYTES = 20_000;
    private static final int LARGEST_ROUND = 200;

    private final Path root;
    private final Path home;
    private final Path ledger;
    private final Map<String, Integer> numbers;
    private final List<Nemesis.Blow> blows;
    private final Invariants invariants = new Invariants();
    private final List<Ingested> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Object> detail = new LinkedHashMap<>();

    private ChaosMain(Path root, Map<String, Integer> numbers, List<Nemesis.Blow> blows)
            throws IOException {
        this.root = root;
        this.home = root.resolve(".stack/local");
        this.numbers = numbers;
        this.blows = blows;
        Path target = Files.createDirectories(root.resolve("deploy/bench/target"));
        this.ledger = target.resolve("chaos.ledger.jsonl");
        Files.deleteIfExists(ledger);
    }

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        Command command = new Command("chaos", words);
        System.exit(command.run(USAGE, () -> measure(command, words)));
    }

    private static int measure(Command command, List<String> words) throws Exception {
        Map<String, Integer> numbers =
                new LinkedHashMap<>(
                        Map.of(
                                "--faults", 20,
                                "--files", 3000,
                                "--clients", 8,
                                "--every", 8,
                                "--seed", 1));
        List<Nemesis.Blow> blows = List.of(Nemesis.Blow.values());
        @Nullable Path json = null;
        boolean history = true;
        Arguments rest = new Arguments(words, USAGE);
        while (!rest.isEmpty()) {
            String option = rest.next();
            if (numbers.containsKey(option)) {
                numbers.put(option, rest.number(option, 0));
            } else if (option.equals("--nemesis")) {
                blows = blows(rest.value(option));
            } else if (option.equals("--json")) {
                json = Path.of(rest.value(option)).toAbsolutePath();
            } else if (option.equals("--no-history")) {
                history = false;
            } else {
                throw rest.unknown(option);
            }
        }
        Path root = Command.root();
        Result result = new ChaosMain(root, numbers, blows).run(command);
        result.goals().forEach((goal, value) -> System.out.printf("%s %.0f%n", goal, value));
        result.broken().forEach(sentence -> System.out.println("BROKEN: " + sentence));
        Command.keep(result, json, history, root);
        return result.broken().isEmpty() ? 0 : 1;
    }

    private static List<Nemesis.Blow> blows(String name) {
        return switch (name) {
            case "all" -> List.of(Nemesis.Blow.values());
            case "kill" -> List.of(Nemesis.Blow.KILL);
            case "stop" -> List.of(Nemesis.Blow.STOP);
            default -> throw new IllegalArgumentException("--nemesis is kill, stop or all.");
        };
    }

    private Result run(Command command) throws Exception {
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
                Map.of("G1.broken", (double) invariants.broken().size()),
                invariants.broken(),
                detail);
    }

    private void underBlows(Journey journey) throws Exception {
        int dossiers = Math.ceilDiv(number("--files"), FILES_OF_A_DOSSIER);
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
                                Duration.ofSeconds(number("--every")))) {
            healer.start();
            nemesis.start();
            for (int done = 0, round = 1; done < dossiers; round++) {
                int some = Math.min(LARGEST_ROUND, dossiers - done);
                List<SampleDossier> samples =
                        SampleDossier.round(
                                new SampleDossier.Round(
                                        run, round, LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"))),
                                options(some));
                Clients.each(
                        some, number("--clients"), i -> acknowledge(journey.walk(samples.get(i))));
                done += some;
            }
            detail.put("blows", nemesis.struck());
            detail.put("faults", nemesis.blowsDealt());
        }
        healer.heal();
        detail.put("dossiers", dossiers);
        detail.put("files", dossiers * FILES_OF_A_DOSSIER);
    }

    private IngestOptions options(int dossiers) {
        return new IngestOptions(
                number("--clients"),
                dossiers,
                1,
                0,
                FILES_OF_A_DOSSIER,
                FILE_BYTES,
                0,
                1,
                "ancuu",
                home,
                null,
                false,
                false);
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
            while (!replicated(api, users, dossier)) {
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

    private static boolean replicated(Api api, DemoUsers users, Ingested dossier)
            throws IOException, InterruptedException {
        try {
            return api.get(users.archivist(), "/v1/holdings/" + dossier.dossierId())
                    .body()
                    .path("state")
                    .asText()
                    .equals("REPLICATED");
        } catch (Refused notYet) {
            return false;
        }
    }

    private int number(String option) {
        return numbers.getOrDefault(option, 0);
    }
}
