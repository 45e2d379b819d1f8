package vn.hue.earchive.archive.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The required number of verified copies exists: document-service may now drop its working bytes.
 * Consumers: document-service, search-service (holding version only).
 *
 * @param stores names of the stores that hold a verified copy
 */
public record AipReplicated(
        UUID agencyId,
        UUID holdingId,
        long version,
        Instant occurredAt,
        UUID submissionId,
        String aipId,
        List<String> stores)
        implements ArchiveEvent {}
