package vn.hue.earchive.document.dossierlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hue.earchive.document.dossierlist.DossierListState.Command;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Every state of a list against every command. Red when a state gains or loses a command, an arrow
 * points elsewhere, or a refusal changes anything.
 */
class DossierListStateTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final DossierList.Act DRAFTER = new DossierList.Act("s-1", "head", NOW);
    private static final DossierList.Act OTHER = new DossierList.Act("s-2", "leader", NOW);

    private static final List<String> ORDER =
            List.of("DRAFT", "REVIEWED", "APPROVED", "IN_USE", "CLOSED");

    /** State → command → state; what is not here is unlawful. */
    private static final Map<String, Map<Command, String>> LAWFUL =
            Map.of(
                    "DRAFT", Map.of(Command.DRAFT_LINES, "DRAFT", Command.REVIEW, "REVIEWED"),
                    "REVIEWED", Map.of(Command.RETURN, "DRAFT", Command.APPROVE, "APPROVED"),
                    "APPROVED", Map.of(Command.ISSUE, "IN_USE"),
                    "IN_USE", Map.of(Command.CLOSE, "CLOSED"),
                    "CLOSED", Map.of());

    static Stream<Arguments> cells() {
        return ORDER.stream()
                .flatMap(state -> Stream.of(Command.values()).map(c -> Arguments.of(state, c)));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void permitsExactlyWhatTheTableSays(String state, Command command) {
        DossierList list = in(state);
        long version = list.version();
        String target = LAWFUL.getOrDefault(state, Map.of()).get(command);

        assertThat(list.state().commands().contains(command)).isEqualTo(target != null);
        if (target == null) {
            assertThatThrownBy(() -> apply(list, command, OTHER))
                    .isInstanceOf(Problem.class)
                    .hasMessage("DOSSIER_LIST_STATE_FORBIDS");
            assertThat(list.state().code()).isEqualTo(state);
            assertThat(list.version()).isEqualTo(version);
        } else {
            apply(list, command, OTHER);
            assertThat(list.state().code()).isEqualTo(target);
            assertThat(list.version()).isEqualTo(version + 1);
        }
    }

    @Test
    void hasARowForEveryState() {
        assertThat(DossierListState.class.getPermittedSubclasses()).hasSize(LAWFUL.size());
    }

    @Test
    void nobodyApprovesWhatTheyDraftedAnyLineOf() {
        DossierList list = in("DRAFT");
        list.drafted(new DossierList.Act("s-3", "specialist", NOW), 1);
        list.review(OTHER);

        for (String drafter : List.of("s-1", "s-3")) {
            assertThatThrownBy(() -> list.approve(new DossierList.Act(drafter, "x", NOW), null))
                    .hasMessage("APPROVER_IS_DRAFTER");
        }
        assertThat(list.state().code()).isEqualTo("REVIEWED");
        list.approve(OTHER, "12/QĐ-UBND");
        assertThat(list.state().code()).isEqualTo("APPROVED");
    }

    @Test
    void movesTheYearOfATitleAndNoOtherNumber() {
        assertThat(CopyDossierList.inYear("Báo cáo năm 2026 (QĐ 120261)", 2026, 2027))
                .isEqualTo("Báo cáo năm 2027 (QĐ 120261)");
    }

    private static DossierList in(String state) {
        DossierList list =
                new DossierList(UUID.randomUUID(), UUID.randomUUID(), 2026, "DM", null, DRAFTER);
        Command[] steps = {Command.REVIEW, Command.APPROVE, Command.ISSUE, Command.CLOSE};
        for (int i = 0; i < ORDER.indexOf(state); i++) {
            apply(list, steps[i], OTHER);
        }
        return list;
    }

    private static void apply(DossierList list, Command command, DossierList.Act by) {
        switch (command) {
            case DRAFT_LINES -> list.drafted(by, 0);
            case REVIEW -> list.review(by);
            case RETURN -> list.returnToUnits("Bổ sung");
            case APPROVE -> list.approve(by, null);
            case ISSUE -> list.issue(DAY);
            case CLOSE -> list.close(DAY);
        }
    }
}
