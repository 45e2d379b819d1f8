package vn.hue.earchive.document.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A document was taken out of an open dossier; the ordinals behind it moved up by one. Consumers:
 * search-service.
 */
public record DossierDocumentRemoved(
        UUID agencyId,
        long version,
        Instant occurredAt,
        DossierDescription dossier,
        UUID documentId)
        implements DossierEvent {}
