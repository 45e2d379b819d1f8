package vn.hue.earchive.document.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The agency archive has taken custody: the holding takes the place of the clerical dossier.
 * Consumers: search-service.
 */
public record DossierHandedOver(
        UUID agencyId,
        long version,
        Instant occurredAt,
        DossierDescription dossier,
        UUID submissionId)
        implements DossierEvent {}
