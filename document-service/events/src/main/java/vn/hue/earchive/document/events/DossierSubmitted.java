package vn.hue.earchive.document.events;

import java.time.Instant;
import java.util.UUID;

/** A closed dossier went into a submission batch. Consumers: search-service. */
public record DossierSubmitted(
        UUID agencyId,
        long version,
        Instant occurredAt,
        DossierDescription dossier,
        UUID submissionId)
        implements DossierEvent {}
