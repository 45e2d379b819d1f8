package vn.hue.earchive.bench.ingest;

import java.util.Map;
import vn.hue.earchive.bench.report.Goal;
import vn.hue.earchive.bench.report.Result;
import vn.hue.earchive.bench.report.TextTable;
import vn.hue.earchive.bench.stats.Distribution;

/** A run as a person reads it. */
final class Printout {

    private static final double BUSY_PERCENT = 10;

    private Printout() {}

    static String of(Result result, Figures figures) {
        Measurement measured = figures.measured();
        StringBuilder text = new StringBuilder("\n");
        text.append(steps(measured)).append('\n');
        TextTable rates = new TextTable("figure", "median");
        figures.rates().forEach(rates::row);
        text.append(rates)
                .append('\n')
                .append(processes(figures))
                .append('\n')
                .append(goals(result));
        if (measured.timesLimited > 0) {
            text.append(
                    "\nThe gateway limited the rate %d times (429): these times are its limit's, not the suite's. Raise earchive.limits.* or use fewer clients.\n"
                            .formatted(measured.timesLimited));
        }
        if (result.detail().get(Result.OTHERS) instanceof Double others && others > BUSY_PERCENT) {
            text.append(
                    "\nOthers used %s %% of the machine meanwhile: the wall times are not the suite's own.\n"
                            .formatted(TextTable.figure(others)));
        }
        result.broken().forEach(sentence -> text.append("\nBROKEN: ").append(sentence));
        return text.append('\n')
                .append(result.machine())
                .append(", commit ")
                .append(result.commit())
                .append('\n')
                .toString();
    }

    private static TextTable steps(Measurement measured) {
        TextTable table = new TextTable("step, ms", "n", "p50", "p99", "max");
        measured.steps.distributions().forEach((step, times) -> row(table, step, times));
        measured.floor
                .distributions()
                .forEach((step, times) -> row(table, "floor: " + step, times));
        if (measured.searchability != null) {
            row(table, "at rate: open", measured.searchability.opened());
            row(table, "at rate: opened→searchable", measured.searchability.searchable());
        }
        measured.searchFloor
                .distributions()
                .forEach((step, times) -> row(table, "floor: " + step, times));
        return table;
    }

    private static void row(TextTable table, String step, Distribution times) {
        table.row(step, times.count(), times.p50(), times.p99(), times.max());
    }

    private static TextTable processes(Figures figures) {
        Map<String, Double> idle = figures.measured().memoryIdle;
        Map<String, Double> load = figures.measured().memoryLoad;
        TextTable table = new TextTable("process", "CPU ms/file", "MB before", "MB at most");
        figures.cpuMillisPerFile()
                .forEach((name, cpu) ->
                        table.row(
                                name,
                                cpu,
                                idle.getOrDefault(name, Double.NaN),
                                load.getOrDefault(name, Double.NaN)));
        return table;
    }

    private static TextTable goals(Result result) {
        TextTable table = new TextTable("goal", "value", "limit", "", "");
        for (Goal goal : Goal.of(result.bench())) {
            Double value = result.goals().get(goal.key());
            if (value != null) {
                table.row(
                        goal.key(),
                        value,
                        goal.bounds(),
                        goal.metBy(value) ? "met" : "MISSED",
                        goal.meaning());
            }
        }
        return table;
    }
}
