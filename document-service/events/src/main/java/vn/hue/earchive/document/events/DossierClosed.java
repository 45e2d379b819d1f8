package vn.hue.earchive.document.events;

import java.time.Instant;
import java.util.UUID;

/** A dossier was checked, found complete and frozen. Consumers: search-service. */
public record DossierClosed(
        UUID agencyId, long version, Instant occurredAt, DossierDescription dossier)
        implements DossierEvent {}
