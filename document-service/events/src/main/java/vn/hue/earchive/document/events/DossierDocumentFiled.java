package vn.hue.earchive.document.events;

import java.time.Instant;
import java.util.UUID;

/** A document was filed in a dossier at {@code ordinal} (from 1). Consumers: search-service. */
public record DossierDocumentFiled(
        UUID agencyId,
        long version,
        Instant occurredAt,
        DossierDescription dossier,
        UUID documentId,
        int ordinal)
        implements DossierEvent {}
