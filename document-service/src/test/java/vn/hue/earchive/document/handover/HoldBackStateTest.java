package vn.hue.earchive.document.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hue.earchive.document.handover.HoldBackState.Command;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.problem.Problem;

/** Every state against every command: a request is answered once and never again. */
class HoldBackStateTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final Caller LEADER =
            new Caller("s-2", "leader", UUID.randomUUID(), "H57.21", Set.of(), "app");

    /** Command that leads from REQUESTED to a state. */
    private static final Map<Command, String> TARGETS =
            Map.of(
                    Command.APPROVE, "APPROVED",
                    Command.REFUSE, "REFUSED",
                    Command.WITHDRAW, "WITHDRAWN");

    static Stream<Arguments> answers() {
        return Stream.of(Command.values())
                .flatMap(f -> Stream.of(Command.values()).map(s -> Arguments.of(f, s)));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void isAnsweredOnce(Command first, Command second) {
        HoldBack request =
                new HoldBack(
                        UUID.randomUUID(),
                        new Caller("s-1", "asker", UUID.randomUUID(), "H57.21", Set.of(), "app"),
                        "cần dùng",
                        LocalDate.of(2027, 1, 1),
                        "basis",
                        NOW);
        assertThat(request.state().commands()).containsExactlyInAnyOrder(Command.values());

        request.answer(first, LEADER, null, NOW);

        assertThat(request.state().code()).isEqualTo(TARGETS.get(first));
        assertThat(request.state().commands()).isEmpty();
        assertThat(request.version()).isEqualTo(2);
        assertThatThrownBy(() -> request.answer(second, LEADER, null, NOW))
                .isInstanceOf(Problem.class)
                .hasMessage("HOLD_BACK_DECIDED");
        assertThat(request.version()).isEqualTo(2);
    }
}
