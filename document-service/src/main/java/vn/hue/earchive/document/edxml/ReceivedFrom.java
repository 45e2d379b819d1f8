package vn.hue.earchive.document.edxml;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a received document came from: what an answer must name.
 *
 * @param organId as the sender calls itself
 * @param organKey its present e-identifier
 * @param documentId of the sender
 * @param busId by which the service bus knows the message; null when it did not come by the bus
 */
public record ReceivedFrom(
        UUID messageId,
        UUID agencyId,
        String organId,
        String organKey,
        String organName,
        String documentId,
        @Nullable String code,
        @Nullable LocalDate promulgated,
        @Nullable String busId) {}
