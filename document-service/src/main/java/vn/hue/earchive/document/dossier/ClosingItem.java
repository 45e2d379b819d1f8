package vn.hue.earchive.document.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One finding of the closing check.
 *
 * @param severity {@code RED}: the dossier cannot be closed; {@code AMBER}: a person should look
 * @param message in the caller's language
 * @param fix what mends it; absent where only a person outside the system can
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClosingItem(
        String code,
        Severity severity,
        String message,
        String messageVi,
        String messageEn,
        @Nullable Fix fix) {

    /** How much an item weighs. */
    public enum Severity {
        RED,
        AMBER
    }

    /**
     * The operation that mends it.
     *
     * @param operation operationId
     */
    public record Fix(String operation, String method, String path) {}
}
