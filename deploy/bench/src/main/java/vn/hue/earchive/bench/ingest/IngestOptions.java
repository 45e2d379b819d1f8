package vn.hue.earchive.bench.ingest;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.bench.cli.Arguments;

/**
 * What to measure. The defaults are the goal's: dossiers of 10 files of 200 KB, five pairs of floor
 * and suite.
 *
 * @param clients that work at once, on either side
 * @param dossiers of one round
 * @param pairs of a floor round and a suite round
 * @param warmUp pairs before them that are verified and not counted
 * @param files of a dossier, each a document of its own
 * @param rate dossiers opened a second while searchability is measured; 0 leaves that part out
 * @param seconds how long that is done
 * @param json file for the result beside the history
 * @param strict a missed goal is a failure
 * @param history whether the result is kept in the repository
 */
record IngestOptions(
        int clients,
        int dossiers,
        int pairs,
        int warmUp,
        int files,
        int fileBytes,
        int rate,
        int seconds,
        String commune,
        Path home,
        @Nullable Path json,
        boolean strict,
        boolean history) {

    static final String USAGE =
            """
            usage: deploy/bench/ingest [options], against a suite that deploy/up has started
              --clients N     clients at once (4)
              --dossiers N    dossiers of a round (10)
              --pairs N       pairs of floor and suite (5)
              --warm-up N     pairs before them that do not count (2)
              --files N       files of a dossier (10)
              --file-bytes N  size of a file (200000)
              --rate N        dossiers opened a second while searchability is measured (50); 0 leaves it out
              --seconds N     how long that is done (10)
              --commune NAME  whose demo users do it: ancuu (default) or vyda
              --home DIR      folder of the running suite (.stack/local)
              --json FILE     writes the result there too
              --no-history    keeps no result in deploy/bench/results
              --strict        fails when a goal is missed, not only when an invariant is broken
            """;

    /** Dossiers to be made, and nothing else: for benchmarks that have options of their own. */
    static IngestOptions load(int dossiers, int files, int fileBytes) {
        return new IngestOptions(
                1,
                dossiers,
                1,
                0,
                files,
                fileBytes,
                0,
                1,
                "ancuu",
                Path.of("."),
                null,
                false,
                false);
    }

    /**
     * @throws IllegalArgumentException with a sentence for the caller
     */
    static IngestOptions parse(List<String> arguments, Path root) {
        int clients = 4;
        int dossiers = 10;
        int pairs = 5;
        int warmUp = 2;
        int files = 10;
        int fileBytes = 200_000;
        int rate = 50;
        int seconds = 10;
        String commune = "ancuu";
        Path home = root.resolve(".stack/local");
        Path json = null;
        boolean strict = false;
        boolean history = true;
        Arguments rest = new Arguments(arguments, USAGE);
        while (!rest.isEmpty()) {
            String option = rest.next();
            switch (option) {
                case "--clients" -> clients = rest.number(option, 1);
                case "--dossiers" -> dossiers = rest.number(option, 1);
                case "--pairs" -> pairs = rest.number(option, 1);
                case "--warm-up" -> warmUp = rest.number(option, 0);
                case "--files" -> files = rest.number(option, 1);
                case "--file-bytes" -> fileBytes = rest.number(option, PdfFile.SMALLEST);
                case "--rate" -> rate = rest.number(option, 0);
                case "--seconds" -> seconds = rest.number(option, 1);
                case "--commune" -> commune = rest.value(option);
                case "--home" -> home = Path.of(rest.value(option)).toAbsolutePath();
                case "--json" -> json = Path.of(rest.value(option)).toAbsolutePath();
                case "--strict" -> strict = true;
                case "--no-history" -> history = false;
                default -> throw rest.unknown(option);
            }
        }
        if (dossiers > 200) {
            throw new IllegalArgumentException(
                    "--dossiers is at most 200: a round is watched with one page of the API.");
        }
        return new IngestOptions(
                clients, dossiers, pairs, warmUp, files, fileBytes, rate, seconds, commune, home,
                json, strict, history);
    }
}
