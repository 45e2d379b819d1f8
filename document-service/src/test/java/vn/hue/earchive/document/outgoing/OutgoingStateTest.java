package vn.hue.earchive.document.outgoing;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hue.earchive.document.outgoing.OutgoingState.Command;

/**
 * Every state against every command: what the table permits leads where it says, everything else is
 * unlawful. Red when a state gains or loses a command, or an arrow points elsewhere.
 */
class OutgoingStateTest {

    private static final Map<Command, String> AFTER_ISSUE =
            Map.of(
                    Command.REPLACE, "REPLACED",
                    Command.CORRECT, "CORRECTED",
                    Command.RECALL, "RECALLED");

    /** State → command → state; what is not here is unlawful. */
    private static final Map<String, Map<Command, String>> LAWFUL =
            Map.ofEntries(
                    entry("DRAFT", Map.of(Command.AMEND, "DRAFT", Command.REVIEW, "REVIEWED")),
                    entry(
                            "REVIEWED",
                            Map.of(
                                    Command.APPROVE, "APPROVED_TO_SIGN",
                                    Command.SEND_BACK, "DRAFT")),
                    entry(
                            "APPROVED_TO_SIGN",
                            Map.of(Command.SIGN, "SIGNED", Command.SEND_BACK, "DRAFT")),
                    entry("SIGNED", Map.of(Command.NUMBER, "NUMBERED", Command.SEND_BACK, "DRAFT")),
                    entry(
                            "NUMBERED",
                            Map.of(
                                    Command.AGENCY_SIGN, "AGENCY_SIGNED",
                                    Command.VOID_NUMBER, "DRAFT")),
                    entry(
                            "AGENCY_SIGNED",
                            Map.of(Command.ISSUE, "ISSUED", Command.VOID_NUMBER, "DRAFT")),
                    entry("ISSUED", AFTER_ISSUE),
                    entry("FILED", AFTER_ISSUE),
                    entry("CORRECTED", AFTER_ISSUE),
                    entry("REPLACED", Map.of()),
                    entry("RECALLED", Map.of()));

    static Stream<Arguments> cells() {
        return LAWFUL.keySet().stream()
                .sorted()
                .flatMap(state -> Stream.of(Command.values()).map(c -> Arguments.of(state, c)));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void permitsExactlyWhatTheTableSays(String code, Command command) {
        OutgoingState state = state(code);

        OutgoingState next = state.on(command);

        assertThat(next == null ? null : next.code())
                .isEqualTo(LAWFUL.getOrDefault(code, Map.of()).get(command));
        assertThat(state.allows(command)).isEqualTo(next != null);
        assertThat(state.commands().contains(command)).isEqualTo(next != null);
    }

    @Test
    void hasARowForEveryState() {
        assertThat(LAWFUL.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(OutgoingState.class.getPermittedSubclasses())
                                .map(OutgoingStateTest::codeOf)
                                .toList());
    }

    /** Red when a correction that is filed, or a recalled document, would show as merely filed. */
    @Test
    void onlyAnIssuedDocumentBecomesFiled() {
        for (String stored : LAWFUL.keySet()) {
            if (!stored.equals("FILED")) {
                assertThat(OutgoingState.of(stored, true).code())
                        .isEqualTo(stored.equals("ISSUED") ? "FILED" : stored);
                assertThat(OutgoingState.of(stored, false).code()).isEqualTo(stored);
            }
        }
    }

    private static OutgoingState state(String code) {
        return code.equals("FILED")
                ? OutgoingState.of("ISSUED", true)
                : OutgoingState.of(code, false);
    }

    private static String codeOf(Class<?> state) {
        return state.getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
    }
}
