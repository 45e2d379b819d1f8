package vn.hue.earchive.document.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hue.earchive.document.dossier.DossierState.Command;
import vn.hue.earchive.document.retention.FixedRetention;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Every state against every command: what the table permits leads where it says, everything else is
 * refused and changes nothing. Red when a state gains or loses a command, or an arrow points
 * elsewhere.
 */
class DossierStateTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    /** State → command → state; what is not here is unlawful. */
    private static final Map<String, Map<Command, String>> LAWFUL =
            Map.of(
                    "OPEN",
                            Map.of(
                                    Command.FILE, "OPEN",
                                    Command.REMOVE, "OPEN",
                                    Command.AMEND, "OPEN",
                                    Command.CLOSE, "CLOSED",
                                    Command.HAND_TO, "OPEN"),
                    "CLOSED",
                            Map.of(
                                    Command.REOPEN, "OPEN",
                                    Command.SUBMIT, "SUBMITTED",
                                    Command.HOLD_BACK, "CLOSED",
                                    Command.HAND_TO, "CLOSED"),
                    "SUBMITTED",
                            Map.of(
                                    Command.ACCEPT, "IN_AGENCY_ARCHIVE",
                                    Command.RETURN, "RETURNED"),
                    "RETURNED",
                            Map.of(
                                    Command.CLOSE, "CLOSED",
                                    Command.REOPEN, "OPEN",
                                    Command.HOLD_BACK, "RETURNED",
                                    Command.HAND_TO, "RETURNED"),
                    "IN_AGENCY_ARCHIVE", Map.of());

    static Stream<Arguments> cells() {
        return LAWFUL.keySet().stream()
                .sorted()
                .flatMap(state -> Stream.of(Command.values()).map(c -> Arguments.of(state, c)));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void permitsExactlyWhatTheTableSays(String state, Command command) {
        Dossier dossier = in(state);
        long version = dossier.version();
        String target = LAWFUL.getOrDefault(state, Map.of()).get(command);

        assertThat(dossier.state().allows(command)).isEqualTo(target != null);
        if (target == null) {
            assertThatThrownBy(() -> apply(dossier, command))
                    .isInstanceOf(Problem.class)
                    .hasMessage("DOSSIER_STATE_FORBIDS");
            assertThat(dossier.state().code()).isEqualTo(state);
            assertThat(dossier.version()).isEqualTo(version);
        } else {
            apply(dossier, command);
            assertThat(dossier.state().code()).isEqualTo(target);
            assertThat(dossier.version()).isEqualTo(version + 1);
        }
    }

    @Test
    void hasARowForEveryState() {
        assertThat(LAWFUL.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(DossierState.class.getPermittedSubclasses())
                                .map(DossierStateTest::codeOf)
                                .toList());
    }

    @Test
    void countsVersionsWithoutGapsWhateverIsTried() {
        Random random = new Random(20261122);
        List<Command> commands = List.of(Command.values());
        for (int run = 0; run < 200; run++) {
            Dossier dossier = in("OPEN");
            long changes = dossier.version();
            for (int step = 0; step < 40; step++) {
                Command command = commands.get(random.nextInt(commands.size()));
                boolean lawful = dossier.state().allows(command);
                try {
                    apply(dossier, command);
                    changes++;
                    assertThat(lawful).isTrue();
                } catch (Problem refused) {
                    assertThat(lawful).isFalse();
                }
                assertThat(dossier.version()).isEqualTo(changes);
            }
        }
    }

    @Test
    void aReturnDoesNotLengthenTheHandOverPeriod() {
        Dossier dossier = in("RETURNED");

        dossier.close(DAY.plusDays(100), DAY, DAY.plusDays(160));

        assertThat(dossier.state())
                .isEqualTo(new DossierState.Closed(DAY, DAY.plusDays(100), DAY.plusDays(60)));
    }

    private static String codeOf(Class<?> state) {
        return state.getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(java.util.Locale.ROOT);
    }

    private static Dossier in(String state) {
        Dossier dossier =
                new Dossier(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "H57.21",
                        new DossierPlan(
                                2026,
                                "01-VP",
                                null,
                                new FixedRetention(
                                        "G12-1.09",
                                        "05",
                                        "YEARS",
                                        20,
                                        "09/2011",
                                        FixedRetention.END_OF_WORK_YEAR,
                                        "B",
                                        null)),
                        new Described(
                                "Hồ sơ",
                                "01",
                                List.of("01"),
                                DAY,
                                null,
                                null,
                                null,
                                null,
                                "VP",
                                Medium.DIGITAL,
                                null),
                        DAY);
        Set<String> path =
                switch (state) {
                    case "OPEN" -> Set.of();
                    case "CLOSED" -> Set.of("CLOSE");
                    case "SUBMITTED" -> Set.of("CLOSE", "SUBMIT");
                    case "RETURNED" -> Set.of("CLOSE", "SUBMIT", "RETURN");
                    default -> Set.of("CLOSE", "SUBMIT", "ACCEPT");
                };
        EnumSet.allOf(Command.class).stream()
                .filter(c -> path.contains(c.name()))
                .sorted()
                .forEach(c -> apply(dossier, c));
        return dossier;
    }

    private static void apply(Dossier dossier, Command command) {
        switch (command) {
            case FILE -> dossier.filed(DAY, 1, "01");
            case REMOVE -> dossier.removed(1, "01");
            case AMEND -> dossier.amend(dossier.described());
            case CLOSE -> dossier.close(DAY, DAY, DAY.plusDays(60));
            case REOPEN -> dossier.reopen();
            case SUBMIT -> dossier.submit(UUID.randomUUID());
            case ACCEPT -> dossier.accept();
            case RETURN -> dossier.returnToUnit();
            case HOLD_BACK -> dossier.holdBackUntil(DAY.plusDays(400));
            case HAND_TO -> dossier.handTo("someone.else");
        }
    }
}
