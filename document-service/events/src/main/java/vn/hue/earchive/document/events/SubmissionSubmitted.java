package vn.hue.earchive.document.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A unit submitted closed dossiers to the agency archive. The manifest is an immutable object in
 * the working bucket; its bytes are UTF-8 JSON of {@link SubmissionManifest}. Consumers:
 * archive-service.
 *
 * @param manifestSha256 lower-case hex of the manifest's bytes
 * @param manifestSize bytes
 */
public record SubmissionSubmitted(
        UUID agencyId,
        long version,
        Instant occurredAt,
        UUID submissionId,
        List<UUID> dossierIds,
        String manifestBucket,
        String manifestKey,
        String manifestSha256,
        long manifestSize)
        implements DocumentServiceEvent {

    @Override
    public UUID aggregateId() {
        return submissionId;
    }

    @Override
    public String topic() {
        return "submission.events";
    }
}
