package vn.hue.earchive.kit.probe;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.time.Instant;
import java.util.UUID;

/** Facts about probes. */
@JsonSubTypes({
    @JsonSubTypes.Type(value = ProbeEvent.Added.class, name = "probe.added.v1"),
    @JsonSubTypes.Type(value = ProbeEvent.Renamed.class, name = "probe.renamed.v1"),
})
public sealed interface ProbeEvent {

    UUID aggregateId();

    long version();

    UUID agencyId();

    Instant occurredAt();

    String title();

    default String topic() {
        return "document.events";
    }

    record Added(UUID aggregateId, long version, UUID agencyId, Instant occurredAt, String title)
            implements ProbeEvent {}

    record Renamed(UUID aggregateId, long version, UUID agencyId, Instant occurredAt, String title)
            implements ProbeEvent {}
}
