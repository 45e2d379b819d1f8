package vn.hue.earchive.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultTest {

    @Test
    void jsonHasTheFormThatAllBenchmarksShare() throws Exception {
        JsonNode json =
                new ObjectMapper()
                        .readTree(
                                ResultFiles.json(
                                        result("2026-11-22T10:00:00Z", 1.23456, List.of())));

        assertThat(json.path("bench").asText()).isEqualTo("ingest");
        assertThat(json.path("goals").path("P1.wall").asDouble()).isEqualTo(1.235);
        assertThat(json.path("detail").path("none").isNull()).isTrue();
        assertThat(json.fieldNames()).toIterable().contains("commit", "machine", "detail");
    }

    @Test
    void aGoalThatWasNotMeasuredIsAbsent() {
        Result result = result("2026-11-22T10:00:00Z", Double.NaN, List.of());

        assertThat(result.goals()).doesNotContainKey("P1.wall");
        assertThat(result.goalsMet()).isTrue();
    }

    @Test
    void oneMissedGoalIsEnoughToMiss() {
        assertThat(result("2026-11-22T10:00:00Z", 1.3, List.of()).goalsMet()).isTrue();
        assertThat(result("2026-11-22T10:00:00Z", 1.31, List.of()).goalsMet()).isFalse();
    }

    @Test
    void historyIsReadNewestFirstAndThePageShowsIt(@TempDir Path folder) throws Exception {
        ResultFiles.append(folder, result("2026-11-22T10:00:00Z", 2.0, List.of()));
        ResultFiles.append(folder, result("2026-11-23T10:00:00Z", 1.2, List.of("a file was lost")));

        List<Result> history = ResultFiles.read(folder);

        assertThat(history)
                .extracting(Result::at)
                .containsExactly("2026-11-23T10:00:00Z", "2026-11-22T10:00:00Z");
        assertThat(ResultsPage.markdown(history))
                .contains(
                        "| 2026-11-23 10:00 | abc1234 | 1.20 ✓ |",
                        "**no**: 1 broken",
                        "| 2026-11-22 10:00 | abc1234 | 2.00 ✗ |");
    }

    @Test
    void noHistoryIsAnEmptyPage(@TempDir Path folder) throws Exception {
        assertThat(ResultFiles.read(folder.resolve("absent"))).isEmpty();
    }

    @Test
    void columnsOfATableAreAligned() {
        assertThat(
                        new TextTable("step", "p50")
                                .row("upload", 12.345)
                                .row("a", Double.NaN)
                                .toString())
                .isEqualTo("step     p50\nupload  12.3\na          -\n");
    }

    private static Result result(String at, double wall, List<String> broken) {
        return new Result(
                "ingest",
                at,
                "abc1234",
                "a machine",
                "deploy/bench/ingest",
                Map.of("P1.wall", wall),
                broken,
                Map.of("none", Double.NaN));
    }
}
