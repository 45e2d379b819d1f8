package vn.hue.earchive.archive.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The text of a holding's files lies in the bucket for texts, as far as it could be read. Told
 * again with the next version when more of it can be read, or the holding got new files. About the
 * text, not the holding: it has an id and versions of its own, so that what is derived can be lost
 * and made anew while the holding's facts stay what they are. Consumers: search-service.
 *
 * @param textId of the text; another one when the text was lost and made anew
 * @param version of the text, from 1, without gaps
 * @param holdingVersion version of the holding whose description the object tells
 * @param objectKey in the bucket for texts; the object is the JSON of a {@link HoldingText}, gzip
 * @param objectSha256 lower-case hex of the object as it lies there
 */
public record HoldingTextExtracted(
        UUID agencyId,
        UUID holdingId,
        UUID textId,
        long version,
        Instant occurredAt,
        UUID submissionId,
        long holdingVersion,
        String objectKey,
        String objectSha256)
        implements ArchiveEvent {

    @Override
    public UUID aggregateId() {
        return textId;
    }
}
