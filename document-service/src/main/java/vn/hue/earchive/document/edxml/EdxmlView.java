package vn.hue.earchive.document.edxml;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.arrival.Proposal;
import vn.hue.earchive.kit.problem.Violation;

/**
 * A received message.
 *
 * @param kind {@code DOCUMENT}, {@code RECALL}, {@code UPDATE}, {@code REPLACE} or {@code STATUS}
 * @param state {@code RECEIVED}, {@code REGISTERED}, {@code RETURNED}, {@code WITHDRAWN}, {@code
 *     ACCEPTED}, {@code REFUSED}, {@code DISMISSED}, {@code MERGED} or {@code NOTED}
 * @param documentId the sender's identifier of the document
 * @param statement what the sender says besides: the reason of a recall, the text of a status
 * @param proposal the registration that it suggests; absent when it brings no document
 * @param problems what a person must fill in or look at before registering
 * @param relatedMessageId the message that a recall, an update or a replacement is about
 * @param incomingDocumentId the register line that came of it, or that an update was added to
 * @param reason why it was returned or refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EdxmlView(
        UUID id,
        String kind,
        String state,
        String organId,
        @Nullable String organName,
        String documentId,
        String businessType,
        @Nullable String statusCode,
        @Nullable String statement,
        long size,
        String sha256,
        @Nullable Proposal proposal,
        List<Violation> problems,
        @Nullable UUID relatedMessageId,
        @Nullable UUID incomingDocumentId,
        Instant receivedAt,
        String receivedBy,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String reason,
        List<String> allowedActions) {}
