package vn.hue.earchive.document.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import vn.hue.earchive.document.access.Actions;
import vn.hue.earchive.document.dossier.DossierState.Command;

/** Dossiers as their reader sees them, with what this reader may do now. */
@ApplicationScoped
class DossierViews {

    private final Actions actions;

    DossierViews(Actions actions) {
        this.actions = actions;
    }

    DossierView of(Dossier dossier) {
        DossierState state = dossier.state();
        String[] operations =
                Stream.of(Command.values())
                        .filter(state::allows)
                        .flatMap(DossierViews::operation)
                        .toArray(String[]::new);
        return dossier.view(actions.allowed(operations));
    }

    private static Stream<String> operation(Command command) {
        return switch (command) {
            case FILE -> Stream.of("fileDocument", "addMediaItem");
            case REMOVE -> Stream.of("removeDocument", "moveDocument", "removeMediaItem");
            case AMEND -> Stream.of("amendDossier");
            case CLOSE -> Stream.of("checkDossierClosing", "closeDossier");
            case REOPEN -> Stream.of("reopenDossier");
            case SUBMIT -> Stream.of("submitDossiers");
            case HOLD_BACK -> Stream.of("requestHoldBack");
            case HAND_TO -> Stream.of("handOverWork");
            // What the archive decides, nobody here can do.
            case ACCEPT, RETURN -> Stream.of();
        };
    }
}
