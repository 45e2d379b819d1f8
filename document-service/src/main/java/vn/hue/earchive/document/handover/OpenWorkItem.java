package vn.hue.earchive.document.handover;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person still answers for.
 *
 * @param kind {@code DOSSIER}, or {@code DOCUMENT} for one that was passed to the person and is in
 *     no dossier
 * @param code file code, or number and notation
 * @param title title, or subject
 * @param dueOn last day of the hand-over, or of the answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpenWorkItem(
        Kind kind, UUID id, String code, String title, String state, @Nullable LocalDate dueOn) {

    enum Kind {
        DOCUMENT,
        DOSSIER
    }
}
