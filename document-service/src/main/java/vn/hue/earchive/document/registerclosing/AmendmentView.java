package vn.hue.earchive.document.registerclosing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of a line after its register was closed.
 *
 * @param action operation that changed it, or {@code amendSealedLine} for a note
 * @param reason why; absent when the operation asks for none
 * @param before values that changed, as they were; empty for a line that came later
 * @param after the same values as they became
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AmendmentView(
        UUID id,
        @Nullable UUID documentId,
        String series,
        long registerNumber,
        Instant amendedAt,
        String amendedBy,
        String action,
        @Nullable String reason,
        Map<String, Object> before,
        Map<String, Object> after) {}
