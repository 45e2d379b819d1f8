package vn.hue.earchive.document.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One finding of the closing check.
 *
 * @param severity {@code RED}: the dossier cannot be closed; {@code AMBER}: a person should look,
 *     and closing records that they did
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
     * The call that mends it, ready to be made by a button.
     *
     * @param operationId of the API document
     * @param href path of the call
     * @param ifMatch what to send as {@code If-Match}; absent where the operation takes none
     * @param send body to send; a value of null is one that a person has to give
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fix(
            String operationId,
            String method,
            String href,
            @Nullable String ifMatch,
            @JsonInclude(value = JsonInclude.Include.NON_NULL, content = JsonInclude.Include.ALWAYS)
                    @Nullable Map<String, @Nullable Object> send) {}
}
