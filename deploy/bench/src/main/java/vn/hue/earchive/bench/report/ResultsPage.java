package vn.hue.earchive.bench.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code RESULTS.md}, written anew from the kept results after each run. */
public final class ResultsPage {

    private ResultsPage() {}

    /**
     * @param results newest first
     */
    public static String markdown(List<Result> results) {
        StringBuilder page =
                new StringBuilder(
                        """
                        # Results

                        Written by the benchmarks from `results/*.json`; change nothing here by hand. Every figure is a ratio measured in
                        one run, floor and suite in turn; ✓ meets its goal, ✗ does not (yet). README.md tells what each is.
                        """);
        Map<String, List<Result>> byBench =
                results.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Result::bench, TreeMap::new, Collectors.toList()));
        byBench.forEach((bench, runs) -> section(page, bench, runs));
        return page.toString();
    }

    private static void section(StringBuilder page, String bench, List<Result> runs) {
        List<Goal> goals = Goal.of(bench);
        page.append("\n## ").append(bench).append("\n\n| date (UTC) | commit |");
        goals.forEach(goal -> page.append(" %s %s |".formatted(goal.key(), goal.bounds())));
        page.append(" others' CPU % | valid | command | machine |\n|---|---|")
                .append("---:|".repeat(goals.size()))
                .append("---:|---|---|---|\n");
        runs.forEach(run -> page.append(line(run, goals)));
        page.append('\n');
        goals.forEach(goal -> page.append("- `%s`: %s%n".formatted(goal.key(), goal.meaning())));
    }

    private static String line(Result run, List<Goal> goals) {
        String figures =
                goals.stream()
                        .map(goal -> cell(goal, run.goals().get(goal.key())))
                        .collect(Collectors.joining(" | "));
        return "| %s | %s | %s | %s | %s | `%s` | %s |%n"
                .formatted(
                        run.at().replace("T", " ").replaceAll("(:\\d\\d):.*", "$1"),
                        run.commit(),
                        figures,
                        others(run),
                        run.broken().isEmpty()
                                ? "yes"
                                : "**no**: " + run.broken().size() + " broken",
                        run.command(),
                        run.machine());
    }

    /**
     * How much of the machine did something else meanwhile: above a few percent the wall times are
     * not the suite's own.
     */
    private static String others(Result run) {
        Object share = run.detail().get(Result.OTHERS);
        return share instanceof Number number ? TextTable.figure(number.doubleValue()) : "-";
    }

    private static String cell(Goal goal, @Nullable Double value) {
        return value == null ? "-" : TextTable.figure(value) + (goal.metBy(value) ? " ✓" : " ✗");
    }
}
