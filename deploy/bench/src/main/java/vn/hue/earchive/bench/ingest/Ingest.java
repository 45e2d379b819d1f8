package vn.hue.earchive.bench.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import vn.hue.earchive.bench.floor.Floor;
import vn.hue.earchive.bench.machine.MemoryWatch;
import vn.hue.earchive.bench.machine.Meter;
import vn.hue.earchive.bench.search.SearchFloor;
import vn.hue.earchive.bench.stats.Samples;
import vn.hue.earchive.bench.suite.Api;
import vn.hue.earchive.bench.suite.DemoUsers;
import vn.hue.earchive.bench.suite.RunningSuite;

/** One run: warm-up, pairs of floor and suite in turn, searchability at the goal's rate. */
final class Ingest {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int SEARCH_FLOOR_TRIPS = 300;

    private final IngestOptions options;
    private final RunningSuite suite;
    private final DemoUsers users;
    private final String run = MadeUpWord.random(5);
    private final LocalDate today = LocalDate.now(VIETNAM);
    private final Measurement measured = new Measurement();

    Ingest(IngestOptions options, RunningSuite suite, Path root) throws IOException {
        this.options = options;
        this.suite = suite;
        this.users =
                DemoUsers.of(
                        root.resolve("deploy/keycloak/demo/earchive-realm.json"),
                        options.commune());
    }

    Measurement run() throws Exception {
        measured.memoryIdle = MemoryWatch.now(suite.pids());
        try (Api api = new Api(suite);
                Floor floor =
                        Floor.open(
                                suite.workingStore(), suite.primaryStore(), suite.replicaStore());
                MemoryWatch memory = MemoryWatch.start(suite.pids())) {
            Questions questions = new Questions(api, users);
            String rule = questions.anyRetentionRule();
            say(
                    "run %s: %d clients, rounds of %d dossiers of %d files of %d bytes",
                    run,
                    options.clients(),
                    options.dossiers(),
                    options.files(),
                    options.fileBytes());
            for (int round = 1 - options.warmUp(); round <= options.pairs(); round++) {
                pair(round, floor, api, questions, rule);
            }
            if (options.rate() > 0) {
                SearchFloor.measure(suite, SEARCH_FLOOR_TRIPS / 2, measured.searchFloor);
                measured.searchability =
                        new Searchability(api, users, questions, rule, measured.invariants)
                                .measure(run, options.rate(), options.seconds());
                SearchFloor.measure(suite, SEARCH_FLOOR_TRIPS / 2, measured.searchFloor);
            }
            measured.invariants.requireConsecutive(measured.arrivalNumbers);
            measured.memoryLoad = memory.largest();
            measured.timesLimited = api.timesLimited();
        }
        return measured;
    }

    /** Rounds up to 0 are warm-up on both sides: verified, but not counted. */
    private void pair(int round, Floor floor, Api api, Questions questions, String rule)
            throws InterruptedException, ExecutionException {
        boolean counted = round > 0;
        SampleDossier.Round name = new SampleDossier.Round(run, round + options.warmUp(), today);
        List<SampleDossier> dossiers = SampleDossier.round(name, options);
        List<byte[]> files =
                dossiers.stream()
                        .flatMap(each -> each.documents().stream())
                        .map(SampleDossier.SampleDocument::pdf)
                        .toList();
        Samples steps = counted ? measured.steps : new Samples();

        Meter floorMeter = floorMeter();
        Meter.Reading before = floorMeter.read();
        floor.round(files, options.clients(), counted ? measured.floor : new Samples());
        Meter.Usage below = floorMeter.read().since(before);

        SuiteRound suiteRound =
                new SuiteRound(
                        new Journey(api, users, rule, steps),
                        questions,
                        steps,
                        measured.invariants);
        SuiteRound.Outcome above =
                suiteRound.run(dossiers, name.probe(), options.clients(), suiteMeter());
        above.dossiers()
                .forEach(dossier ->
                        dossier.documents()
                                .forEach(document ->
                                        measured.arrivalNumbers.add(document.arrivalNumber())));
        new ReadBack(questions, steps, measured.invariants)
                .verify(above.dossiers(), options.clients());

        Measurement.Pair pair = new Measurement.Pair(below, above.wall(), above.usage());
        if (counted) {
            measured.pairs.add(pair);
        }
        say(
                "%s floor %.2f s wall, %.2f s CPU; suite %.2f s wall, %.2f s CPU; ratios %.2f and %.2f",
                counted ? "pair " + round + ":" : "warm-up:",
                below.wall(),
                below.cpuTotal(),
                above.wall(),
                Figures.suiteCpu(above.usage()),
                above.wall() / below.wall(),
                Figures.suiteCpu(above.usage()) / below.cpuTotal());
    }

    /** The floor is paid by the SDK in this process and by the stores. */
    private Meter floorMeter() {
        Map<String, Long> pids = new LinkedHashMap<>();
        RunningSuite.STORES.forEach(name -> pids.put(name, suite.pids().get(name)));
        pids.put(Figures.CLIENT, ProcessHandle.current().pid());
        return new Meter(pids);
    }

    /** Everything that runs, and this process beside it. */
    private Meter suiteMeter() {
        Map<String, Long> pids = new LinkedHashMap<>(suite.pids());
        pids.put(Figures.CLIENT, ProcessHandle.current().pid());
        return new Meter(pids);
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
