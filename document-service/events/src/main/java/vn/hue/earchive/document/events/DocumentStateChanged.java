package vn.hue.earchive.document.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registered document came into another state of its life; its description and files stay as they
 * were told. Consumers: the changes feed.
 *
 * @param direction {@code INCOMING} or {@code OUTGOING}
 * @param state of an incoming document SUBMITTED_TO_LEADER, ASSIGNED, IN_PROGRESS, COMPLETED,
 *     RETURNED or RECALLED; of an outgoing one REPLACED, CORRECTED or RECALLED
 * @param relatedDocumentId the document that replaced, corrected or answered it
 */
public record DocumentStateChanged(
        UUID agencyId,
        long version,
        Instant occurredAt,
        UUID documentId,
        String direction,
        String state,
        @Nullable UUID relatedDocumentId)
        implements DocumentServiceEvent {

    @Override
    public UUID aggregateId() {
        return documentId;
    }

    @Override
    public String topic() {
        return "document.events";
    }
}
