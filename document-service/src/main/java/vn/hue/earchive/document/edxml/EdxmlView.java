package vn.hue.earchive.document.edxml;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.Violation;

/**
 * A received message.
 *
 * @param state {@code RECEIVED} or {@code REGISTERED}
 * @param documentId the sender's identifier of the document
 * @param problems what a person must fill in or look at before registering
 * @param incomingDocumentId the register line that came of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EdxmlView(
        UUID id,
        String state,
        String organId,
        String documentId,
        String businessType,
        long size,
        String sha256,
        Proposal proposal,
        List<Violation> problems,
        @Nullable UUID incomingDocumentId,
        Instant receivedAt,
        String receivedBy,
        List<String> allowedActions) {}
