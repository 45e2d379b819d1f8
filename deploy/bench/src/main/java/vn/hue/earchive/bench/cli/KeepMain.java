package vn.hue.earchive.bench.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.hue.earchive.bench.report.Goal;
import vn.hue.earchive.bench.report.Result;
import vn.hue.earchive.bench.report.TextTable;

/**
 * Keeps what a benchmark has measured that runs inside a service's own tests. Arguments: its name,
 * the file with {@code {"goals":…,"detail":…}}, and the words with which it was called.
 */
public final class KeepMain {

    private static final ObjectMapper JSON = new ObjectMapper();

    private KeepMain() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        Command command = new Command(words.get(0), words.subList(2, words.size()));
        System.exit(command.run("", () -> keep(command, Path.of(words.get(1)), words)));
    }

    private static int keep(Command command, Path measured, List<String> words) throws IOException {
        JsonNode file = JSON.readTree(measured.toFile());
        Map<String, Double> goals = new TreeMap<>();
        file.path("goals")
                .properties()
                .forEach(g -> goals.put(g.getKey(), g.getValue().asDouble()));
        Map<String, Object> detail = new TreeMap<>();
        file.path("detail").properties().forEach(d -> detail.put(d.getKey(), d.getValue()));
        Result result = command.result(goals, List.of(), detail);
        TextTable table = new TextTable("goal", "value", "limit", "", "");
        for (Goal goal : Goal.of(result.bench())) {
            double value = goals.getOrDefault(goal.key(), Double.NaN);
            table.row(
                    goal.key(),
                    value,
                    goal.bounds(),
                    goal.metBy(value) ? "met" : "MISSED",
                    goal.meaning());
        }
        System.out.print(table);
        Command.keep(result, null, !words.contains("--no-history"), Command.root());
        return result.goalsMet() || !words.contains("--strict") ? 0 : 1;
    }
}
