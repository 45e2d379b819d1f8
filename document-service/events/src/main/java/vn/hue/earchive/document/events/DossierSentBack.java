package vn.hue.earchive.document.events;

import java.time.Instant;
import java.util.UUID;

/** The agency archive returned the dossier with reasons. Consumers: search-service. */
public record DossierSentBack(
        UUID agencyId,
        long version,
        Instant occurredAt,
        DossierDescription dossier,
        UUID submissionId)
        implements DossierEvent {}
