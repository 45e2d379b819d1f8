package vn.hue.earchive.document.incoming;

import java.util.List;
import java.util.UUID;

/**
 * Life of an incoming document in its shortest lawful form (domain reference 4.1): it is registered
 * when it arrives, and filed as soon as a dossier holds it. The states of handling in between are
 * not kept here.
 *
 * <pre> register ──► Registered ──file──► Filed </pre>
 *
 * Derived from the dossiers that hold the document, so that it cannot contradict them.
 */
sealed interface IncomingState {

    String code();

    static IncomingState of(List<UUID> dossiers) {
        return dossiers.isEmpty() ? new Registered() : new Filed(dossiers);
    }

    /** In the register, in no dossier yet. */
    record Registered() implements IncomingState {
        @Override
        public String code() {
            return "REGISTERED";
        }
    }

    /** In at least one dossier. */
    record Filed(List<UUID> dossiers) implements IncomingState {
        @Override
        public String code() {
            return "FILED";
        }
    }
}
