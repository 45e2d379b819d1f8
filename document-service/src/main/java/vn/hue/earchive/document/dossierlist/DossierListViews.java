package vn.hue.earchive.document.dossierlist;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import vn.hue.earchive.document.access.Actions;
import vn.hue.earchive.document.dossierlist.DossierListState.Command;
import vn.hue.earchive.kit.identity.CurrentCaller;

/** Dossier lists as their reader sees them, with what this reader may do now. */
@ApplicationScoped
class DossierListViews {

    private final Actions actions;
    private final CurrentCaller caller;

    DossierListViews(Actions actions, CurrentCaller caller) {
        this.actions = actions;
        this.caller = caller;
    }

    DossierListView of(DossierList list) {
        DossierListState state = list.state();
        boolean drafter = list.draftedBy(caller.get().subject());
        String[] operations =
                Stream.of(Command.values())
                        .filter(state.commands()::contains)
                        .filter(command -> command != Command.APPROVE || !drafter)
                        .flatMap(DossierListViews::operations)
                        .toArray(String[]::new);
        return list.view(actions.allowed(operations));
    }

    private static Stream<String> operations(Command command) {
        return switch (command) {
            case DRAFT_LINES ->
                    Stream.of(
                            "addDossierListItem",
                            "changeDossierListItem",
                            "removeDossierListItem",
                            "importDossierListItems");
            case REVIEW -> Stream.of("reviewDossierList");
            case RETURN -> Stream.of("returnDossierList");
            case APPROVE -> Stream.of("approveDossierList");
            case ISSUE -> Stream.of("issueDossierList");
            case CLOSE -> Stream.of("closeDossierList");
        };
    }
}
