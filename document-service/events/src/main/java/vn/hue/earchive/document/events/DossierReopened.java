package vn.hue.earchive.document.events;

import java.time.Instant;
import java.util.UUID;

/** A closed or sent-back dossier was opened again, with a reason. Consumers: search-service. */
public record DossierReopened(
        UUID agencyId, long version, Instant occurredAt, DossierDescription dossier, String reason)
        implements DossierEvent {}
