package vn.hue.earchive.bench.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutionException;
import vn.hue.earchive.bench.machine.Machine;
import vn.hue.earchive.bench.report.Result;
import vn.hue.earchive.bench.report.ResultFiles;
import vn.hue.earchive.bench.report.ResultsPage;
import vn.hue.earchive.bench.suite.RunningSuite;
import vn.hue.earchive.bench.suite.SuiteUnavailable;

/**
 * {@code deploy/bench/ingest}. Exit code 0: valid run; 1: an invariant is broken, or with {@code
 * --strict} a goal is missed; 2: wrong call or no suite to measure.
 */
public final class IngestMain {

    private IngestMain() {}

    public static void main(String[] arguments) throws Exception {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) throws Exception {
        Path root = Path.of(System.getProperty("earchive.root", ".")).toAbsolutePath().normalize();
        if (arguments.contains("--help")) {
            System.out.print(IngestOptions.USAGE);
            return 0;
        }
        try {
            IngestOptions options = IngestOptions.parse(arguments, root);
            Figures figures =
                    new Figures(
                            options,
                            new Ingest(options, RunningSuite.at(options.home()), root).run());
            Result result = result(arguments, figures);
            System.out.print(Printout.of(result, figures));
            keep(result, options, root.resolve("deploy/bench"));
            return result.broken().isEmpty() && (result.goalsMet() || !options.strict()) ? 0 : 1;
        } catch (IllegalArgumentException | SuiteUnavailable e) {
            System.err.println(e.getMessage());
            return 2;
        } catch (ExecutionException e) {
            System.err.println("The run was broken off: " + e.getCause());
            return 1;
        }
    }

    private static Result result(List<String> arguments, Figures figures) {
        return new Result(
                "ingest",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                System.getProperty("earchive.commit", "unknown"),
                Machine.describe(),
                ("deploy/bench/ingest " + String.join(" ", arguments)).strip(),
                figures.goals(),
                figures.measured().invariants.broken(),
                figures.detail());
    }

    /** A run with a broken invariant is not kept: its figures mean nothing. */
    private static void keep(Result result, IngestOptions options, Path folder) throws IOException {
        if (options.json() != null) {
            Files.writeString(options.json(), ResultFiles.json(result));
        }
        if (options.history() && result.broken().isEmpty()) {
            System.out.println("kept as " + ResultFiles.append(folder.resolve("results"), result));
            Files.writeString(
                    folder.resolve("RESULTS.md"),
                    ResultsPage.markdown(ResultFiles.read(folder.resolve("results"))));
        }
    }
}
