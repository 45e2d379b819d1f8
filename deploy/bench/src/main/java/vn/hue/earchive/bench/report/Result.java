package vn.hue.earchive.bench.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One run of one benchmark, as it is kept.
 *
 * @param at when the run ended, RFC 3339, UTC
 * @param command what to type to repeat it, from the project's root
 * @param goals measured value by goal; a goal that was not measured is absent
 * @param broken invariants that did not hold, one sentence each; empty for a valid run
 * @param detail everything else that was measured
 */
@JsonPropertyOrder({"bench", "at", "commit", "machine", "command", "goals", "broken", "detail"})
public record Result(
        @JsonProperty("bench") String bench,
        @JsonProperty("at") String at,
        @JsonProperty("commit") String commit,
        @JsonProperty("machine") String machine,
        @JsonProperty("command") String command,
        @JsonProperty("goals") Map<String, Double> goals,
        @JsonProperty("broken") List<String> broken,
        @JsonProperty("detail") Map<String, Object> detail) {

    /**
     * Key in {@code detail}: percent of the machine's CPU that others used during the measured
     * rounds.
     */
    public static final String OTHERS = "othersCpuPercent";

    public Result {
        Map<String, Double> measured = new TreeMap<>(goals);
        measured.values().removeIf(value -> !Double.isFinite(value));
        goals = measured;
        broken = List.copyOf(broken);
    }

    public boolean goalsMet() {
        return Goal.of(bench).stream()
                .allMatch(goal -> {
                    Double value = goals.get(goal.key());
                    return value == null || goal.metBy(value);
                });
    }
}
