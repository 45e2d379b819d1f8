package vn.hue.earchive.bench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.bench.machine.Machine;
import vn.hue.earchive.bench.report.Goal;
import vn.hue.earchive.bench.report.Result;
import vn.hue.earchive.bench.report.ResultFiles;
import vn.hue.earchive.bench.report.ResultsPage;
import vn.hue.earchive.bench.report.TextTable;
import vn.hue.earchive.bench.suite.SuiteUnavailable;

/**
 * What every benchmark does around its measurement. Exit code 0: valid run; 1: an invariant is
 * broken or the run was broken off, or with {@code strict} a goal is missed; 2: wrong call, or no
 * suite to measure.
 */
public final class Command {

    private final String bench;
    private final List<String> arguments;

    public Command(String bench, List<String> arguments) {
        this.bench = bench;
        this.arguments = List.copyOf(arguments);
    }

    /** Measures and answers with the exit code. */
    @FunctionalInterface
    public interface Measuring {
        int run() throws Exception;
    }

    public int run(String usage, Measuring measuring) throws Exception {
        if (arguments.contains("--help")) {
            System.out.print(usage);
            return 0;
        }
        try {
            return measuring.run();
        } catch (IllegalArgumentException | SuiteUnavailable e) {
            System.err.println(e.getMessage());
            return 2;
        } catch (ExecutionException e) {
            System.err.println("The run was broken off: " + e.getCause());
            return 1;
        }
    }

    public Result result(
            Map<String, Double> goals, List<String> broken, Map<String, Object> detail) {
        return new Result(
                bench,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                System.getProperty("earchive.commit", "unknown"),
                Machine.describe(),
                ("deploy/bench/" + bench + " " + String.join(" ", repeatable())).strip(),
                goals,
                broken,
                detail);
    }

    /** What somebody types to measure the same again: without the place of their own copy. */
    private List<String> repeatable() {
        List<String> kept = new ArrayList<>(arguments);
        int json = kept.indexOf("--json");
        if (json >= 0) {
            kept.subList(json, Math.min(json + 2, kept.size())).clear();
        }
        return kept;
    }

    /** Prints a result, keeps it as the options say, and gives the exit code. */
    public static int finish(Result result, Options options, Path root) throws IOException {
        TextTable goals = new TextTable("goal", "value", "limit", "", "");
        for (Goal goal : Goal.of(result.bench())) {
            Double value = result.goals().get(goal.key());
            if (value != null) {
                goals.row(
                        goal.key(),
                        value,
                        goal.bounds(),
                        goal.metBy(value) ? "met" : "MISSED",
                        goal.meaning());
            }
        }
        System.out.print("\n" + goals + "\n");
        result.broken().forEach(sentence -> System.out.println("BROKEN: " + sentence));
        keep(result, options.json(), options.history(), root);
        return result.broken().isEmpty() && (result.goalsMet() || !options.strict()) ? 0 : 1;
    }

    /**
     * Writes the result where it was asked for. A run with a broken invariant does not enter the
     * history: its figures mean nothing.
     */
    public static void keep(Result result, @Nullable Path json, boolean history, Path root)
            throws IOException {
        if (json != null) {
            Files.writeString(json, ResultFiles.json(result));
        }
        if (history && result.broken().isEmpty()) {
            Path folder = root.resolve("deploy/bench");
            Path kept = ResultFiles.append(folder.resolve("results"), result);
            Files.writeString(
                    folder.resolve("RESULTS.md"),
                    ResultsPage.markdown(ResultFiles.read(folder.resolve("results"))));
            System.out.println("kept as " + root.relativize(kept));
        }
    }

    /** The project's root, as the wrapper passes it. */
    public static Path root() {
        return Path.of(System.getProperty("earchive.root", ".")).toAbsolutePath().normalize();
    }
}
