package vn.hue.earchive.document.incoming;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hue.earchive.document.incoming.IncomingState.Command;

/**
 * Every state against every command: what the table permits leads where it says, everything else is
 * unlawful. Red when a state gains or loses a command, or an arrow points elsewhere.
 */
class IncomingStateTest {

    private static final List<UUID> IN_A_DOSSIER = List.of(new UUID(1, 1));

    /** State → command → state; what is not here is unlawful. */
    private static final Map<String, Map<Command, String>> LAWFUL =
            Map.ofEntries(
                    entry(
                            "ARRIVED",
                            Map.of(Command.VERIFY, "VERIFIED", Command.RETURN, "RETURNED")),
                    entry(
                            "VERIFIED",
                            Map.of(Command.REGISTER, "REGISTERED", Command.RETURN, "RETURNED")),
                    entry(
                            "REGISTERED",
                            Map.of(
                                    Command.SUBMIT, "SUBMITTED_TO_LEADER",
                                    Command.RETURN, "RETURNED",
                                    Command.RECALL, "RECALLED")),
                    entry(
                            "SUBMITTED_TO_LEADER",
                            Map.of(
                                    Command.ASSIGN, "ASSIGNED",
                                    Command.COMMENT, "SUBMITTED_TO_LEADER",
                                    Command.RETURN, "RETURNED",
                                    Command.RECALL, "RECALLED")),
                    entry(
                            "ASSIGNED",
                            Map.of(
                                    Command.START, "IN_PROGRESS",
                                    Command.ASSIGN, "ASSIGNED",
                                    Command.COMMENT, "ASSIGNED",
                                    Command.SET_DUE_DATE, "ASSIGNED",
                                    Command.REPORT, "ASSIGNED",
                                    Command.RECALL, "RECALLED")),
                    entry(
                            "IN_PROGRESS",
                            Map.of(
                                    Command.COMPLETE, "COMPLETED",
                                    Command.ASSIGN, "ASSIGNED",
                                    Command.COMMENT, "IN_PROGRESS",
                                    Command.SET_DUE_DATE, "IN_PROGRESS",
                                    Command.REPORT, "IN_PROGRESS",
                                    Command.RECALL, "RECALLED")),
                    entry(
                            "COMPLETED",
                            Map.of(Command.RESUME, "IN_PROGRESS", Command.RECALL, "RECALLED")),
                    entry(
                            "FILED",
                            Map.of(Command.RESUME, "IN_PROGRESS", Command.RECALL, "RECALLED")),
                    entry("RETURNED", Map.of()),
                    entry("RECALLED", Map.of()));

    static Stream<Arguments> cells() {
        return LAWFUL.keySet().stream()
                .sorted()
                .flatMap(state -> Stream.of(Command.values()).map(c -> Arguments.of(state, c)));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void permitsExactlyWhatTheTableSays(String code, Command command) {
        IncomingState state =
                code.equals("FILED")
                        ? IncomingState.of("COMPLETED", IN_A_DOSSIER)
                        : IncomingState.of(code);

        IncomingState next = state.on(command);

        assertThat(next == null ? null : next.code())
                .isEqualTo(LAWFUL.getOrDefault(code, Map.of()).get(command));
        assertThat(state.commands().contains(command)).isEqualTo(next != null);
    }

    @Test
    void hasARowForEveryState() {
        assertThat(LAWFUL.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(IncomingState.class.getPermittedSubclasses())
                                .map(IncomingStateTest::codeOf)
                                .toList());
    }

    /** Red when a document that somebody still works on would show as filed and done. */
    @Test
    void filedIsWhatRestsInADossier() {
        for (String stored : IncomingState.REGISTER_LINES) {
            boolean rests = Set.of("REGISTERED", "COMPLETED").contains(stored);
            assertThat(IncomingState.of(stored, IN_A_DOSSIER).code())
                    .isEqualTo(rests ? "FILED" : stored);
            assertThat(IncomingState.of(stored, List.of()).code()).isEqualTo(stored);
        }
    }

    @Test
    void theDatabaseKeepsTheStatesOfRegisterLines() {
        Set<String> kept = new HashSet<>(LAWFUL.keySet());
        kept.removeAll(Set.of("ARRIVED", "VERIFIED", "FILED"));
        assertThat(IncomingState.REGISTER_LINES).isEqualTo(kept);
    }

    private static String codeOf(Class<?> state) {
        return state.getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
    }
}
