package vn.hue.earchive.document.edxml;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * CDI event, fired synchronously in the transaction that notes a status message of another agency.
 *
 * @param organKey the sender's present e-identifier
 * @param documentKey the document that it speaks of, by document key
 * @param statedAt as the sender wrote it
 */
public record StatusArrived(
        UUID messageId,
        UUID agencyId,
        String organKey,
        String documentKey,
        StatusCode status,
        @Nullable String description,
        @Nullable String statedAt) {}
