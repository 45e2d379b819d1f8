package vn.hue.earchive.document.events;

import java.time.Instant;
import java.util.UUID;

/** A dossier was opened, from a line of the dossier list or ad hoc. Consumers: search-service. */
public record DossierOpened(
        UUID agencyId, long version, Instant occurredAt, DossierDescription dossier)
        implements DossierEvent {}
