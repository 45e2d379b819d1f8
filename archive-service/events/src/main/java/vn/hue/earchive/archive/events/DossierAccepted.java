package vn.hue.earchive.archive.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Every check of the intake passed and the archive has taken custody. Consumers: document-service.
 */
public record DossierAccepted(
        UUID agencyId, UUID holdingId, long version, Instant occurredAt, UUID submissionId)
        implements ArchiveEvent {}
