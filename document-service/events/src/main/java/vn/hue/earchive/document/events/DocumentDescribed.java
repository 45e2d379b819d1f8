package vn.hue.earchive.document.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The register line of a document was corrected, or files were added to it; number and day of the
 * registration stay. Consumers: search-service.
 *
 * @param document everything as it is now
 */
public record DocumentDescribed(
        UUID agencyId, long version, Instant occurredAt, DocumentDescription document)
        implements DocumentServiceEvent {

    @Override
    public UUID aggregateId() {
        return document.documentId();
    }

    @Override
    public String topic() {
        return "document.events";
    }
}
