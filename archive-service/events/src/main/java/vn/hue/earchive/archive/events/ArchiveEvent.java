package vn.hue.earchive.archive.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.time.Instant;
import java.util.UUID;

/**
 * A fact of archive-service about one holding. A holding has the id of the dossier that it came
 * from, so that the clerical and the archival life of a dossier share one key. On the wire it is
 * the {@code data} of a CloudEvent named by {@link JsonSubTypes}.
 */
@JsonSubTypes({
    @JsonSubTypes.Type(value = DossierAccepted.class, name = "dossier.accepted.v1"),
    @JsonSubTypes.Type(value = DossierReturned.class, name = "dossier.returned.v1"),
    @JsonSubTypes.Type(value = AipStored.class, name = "aip.stored.v1"),
    @JsonSubTypes.Type(value = AipReplicated.class, name = "aip.replicated.v1"),
    @JsonSubTypes.Type(value = HoldingTextExtracted.class, name = "holding.text-extracted.v1"),
})
public sealed interface ArchiveEvent
        permits DossierAccepted, DossierReturned, AipStored, AipReplicated, HoldingTextExtracted {

    /** Id of the holding and of the dossier that it came from. */
    UUID holdingId();

    /** Version of the aggregate after the fact, from 1, without gaps. */
    long version();

    UUID agencyId();

    /** UTC. */
    Instant occurredAt();

    /** The submission that brought the dossier. */
    UUID submissionId();

    /** What the fact is about, the holding where nothing else is said; also the Kafka key. */
    default UUID aggregateId() {
        return holdingId();
    }

    default String topic() {
        return "archive.events";
    }
}
