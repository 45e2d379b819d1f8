package vn.hue.earchive.document.inbox;

import java.util.List;
import java.util.UUID;
import vn.hue.earchive.document.events.DocumentDescription;

/**
 * A registered document that no dossier holds.
 *
 * @param suggestions open dossiers it may belong to, best first, at most three; a person decides
 * @param allowedActions operations that this caller may use on it now
 */
record UnfiledDocumentView(
        UUID documentId,
        DocumentDescription document,
        List<SuggestedDossier> suggestions,
        List<String> allowedActions) {

    /**
     * A dossier that it may belong to.
     *
     * @param score 0–100
     */
    record SuggestedDossier(
            UUID dossierId, String fileCode, String title, int score, List<Reason> reasons) {}

    /**
     * Why.
     *
     * @param text in the caller's language
     */
    record Reason(String code, int points, String text) {}
}
