package vn.hue.earchive.document.inbox;

import java.util.List;
import java.util.UUID;

/**
 * An open dossier that a document may belong to.
 *
 * @param score 0–100, the sum of the reasons' points
 */
record Suggestion(UUID dossierId, String fileCode, String title, int score, List<Reason> reasons) {

    /**
     * A sign that was seen.
     *
     * @param code {@code NAMES_DOCUMENT}, {@code WORDS_OF_TITLE}, {@code LIKE_DOCUMENT}, {@code
     *     SAME_ISSUER} or {@code SAME_TYPE}
     * @param seen what it was seen in: a number, words, an issuer, a type
     */
    record Reason(String code, int points, String seen) {}
}
