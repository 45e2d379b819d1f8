package vn.hue.earchive.document.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.retention.RuleMapping.Line;

/** Red when a line of the old version is lost, or one that was split is mapped by itself. */
class RuleMappingTest {

    @Test
    void everyOldLineIsFollowedOrSaidToBeDropped() {
        List<Line> before =
                List.of(
                        line("A", "20Y"),
                        line("B", "PERMANENT"),
                        line("C", "10Y"),
                        line("D", "5Y"),
                        line("E", "5Y"));
        List<Line> after =
                List.of(
                        line("A", "20Y"),
                        line("B", "20Y"),
                        line("C2", "10Y", "C"),
                        line("D1", "5Y", "D"),
                        line("D2", "10Y", "D"),
                        line("F", "5Y"));

        assertThat(RuleMapping.between(before, after))
                .extracting(s -> s.fromCode(), s -> s.toCode(), s -> s.kind().name())
                .containsExactly(
                        tuple("A", "A", "SAME"),
                        tuple("B", "B", "PERIOD_CHANGED"),
                        tuple("C", "C2", "RENAMED"),
                        tuple("D", "D1", "SPLIT"),
                        tuple("D", "D2", "SPLIT"),
                        tuple("E", null, "DROPPED"));
    }

    /** A code that is used anew for something else names what it replaces. */
    @Test
    void aLineThatNamesWhatItReplacesDoesNotFollowItsOwnCode() {
        List<RuleMapping.Step> steps =
                RuleMapping.between(
                        List.of(line("A", "20Y"), line("B", "10Y")), List.of(line("A", "5Y", "B")));

        assertThat(steps)
                .extracting(s -> s.fromCode(), s -> s.toCode(), s -> s.kind().name())
                .containsExactly(tuple("A", null, "DROPPED"), tuple("B", "A", "PERIOD_CHANGED"));
    }

    private static Line line(String code, String period, String... replaces) {
        return new Line(code, period, List.of(replaces));
    }
}
