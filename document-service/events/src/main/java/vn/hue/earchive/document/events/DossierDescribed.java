package vn.hue.earchive.document.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The description of an open dossier was corrected: title, dates, keywords, paper code. Consumers:
 * search-service.
 */
public record DossierDescribed(
        UUID agencyId, long version, Instant occurredAt, DossierDescription dossier)
        implements DossierEvent {}
