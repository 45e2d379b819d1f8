package vn.hue.earchive.document.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hue.earchive.document.handover.SeparationOfDuties.Act;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Every act after every act, by the same person and by another. Red when a pair is added to or
 * taken from the rule, and when names instead of subjects are compared.
 */
class SeparationOfDutiesTest {

    /** earlier > later by the same person; everything else is permitted. */
    private static final Set<String> FORBIDDEN =
            Set.of(
                    "SUBMIT > CONFIRM_RECEIPT",
                    "CONFIRM_DELIVERY > CONFIRM_RECEIPT",
                    "CONFIRM_RECEIPT > CONFIRM_DELIVERY",
                    "REQUEST_HOLD_BACK > DECIDE_HOLD_BACK");

    static Stream<Arguments> cells() {
        return Stream.of(Act.values())
                .flatMap(e -> Stream.of(Act.values()).map(l -> Arguments.of(e, l)));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void forbidsExactlyWhatTheTableSays(Act earlier, Act later) {
        Map<Act, String> done = Map.of(earlier, "subject-1");
        boolean forbidden = FORBIDDEN.contains(earlier + " > " + later);

        assertThat(SeparationOfDuties.obstacle(later, "subject-1", done).isPresent())
                .isEqualTo(forbidden);
        assertThat(SeparationOfDuties.obstacle(later, "subject-2", done)).isEmpty();
        if (forbidden) {
            assertThatThrownBy(() -> SeparationOfDuties.demand(later, "subject-1", done))
                    .isInstanceOf(Problem.class)
                    .hasMessage("DUTIES_NOT_SEPARATED");
        }
    }
}
