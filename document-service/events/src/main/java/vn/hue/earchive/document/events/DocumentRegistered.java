package vn.hue.earchive.document.events;

import java.time.Instant;
import java.util.UUID;

/** A document got its register line and number. Consumers: search-service. */
public record DocumentRegistered(
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
