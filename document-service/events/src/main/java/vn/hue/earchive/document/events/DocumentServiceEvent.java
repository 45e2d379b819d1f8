package vn.hue.earchive.document.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.time.Instant;
import java.util.UUID;

/**
 * A fact of document-service. On the wire it is the {@code data} of a CloudEvent whose {@code type}
 * is the name given in {@link JsonSubTypes}, whose {@code subject} and Kafka key are {@link
 * #aggregateId()} and whose {@code aggregateversion} is {@link #version()}. Versions of one
 * aggregate start at 1 and have no gaps: every state change is one event.
 */
@JsonSubTypes({
    @JsonSubTypes.Type(value = AgencyRegistered.class, name = "agency.registered.v1"),
    @JsonSubTypes.Type(value = DocumentRegistered.class, name = "document.registered.v1"),
    @JsonSubTypes.Type(value = DocumentDescribed.class, name = "document.described.v1"),
    @JsonSubTypes.Type(value = DocumentStateChanged.class, name = "document.state-changed.v1"),
    @JsonSubTypes.Type(value = DossierOpened.class, name = "dossier.opened.v1"),
    @JsonSubTypes.Type(value = DossierDescribed.class, name = "dossier.described.v1"),
    @JsonSubTypes.Type(value = DossierDocumentFiled.class, name = "dossier.document-filed.v1"),
    @JsonSubTypes.Type(value = DossierDocumentRemoved.class, name = "dossier.document-removed.v1"),
    @JsonSubTypes.Type(value = DossierClosed.class, name = "dossier.closed.v1"),
    @JsonSubTypes.Type(value = DossierReopened.class, name = "dossier.reopened.v1"),
    @JsonSubTypes.Type(value = DossierSubmitted.class, name = "dossier.submitted.v1"),
    @JsonSubTypes.Type(value = DossierHandedOver.class, name = "dossier.handed-over.v1"),
    @JsonSubTypes.Type(value = DossierSentBack.class, name = "dossier.sent-back.v1"),
    @JsonSubTypes.Type(value = SubmissionSubmitted.class, name = "submission.submitted.v1"),
})
public sealed interface DocumentServiceEvent
        permits AgencyRegistered,
                DocumentRegistered,
                DocumentDescribed,
                DocumentStateChanged,
                DossierEvent,
                SubmissionSubmitted {

    /**
     * What the fact is about; also the Kafka key, so that facts of one aggregate keep their order.
     */
    UUID aggregateId();

    /** Version of the aggregate after the fact, from 1, without gaps. */
    long version();

    /** The agency whose data this is; consumers scope by it. */
    UUID agencyId();

    /** When the change was committed to the caller, UTC. */
    Instant occurredAt();

    /** Topic without the deployment's prefix. */
    String topic();
}
