package vn.hue.earchive.archive.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The AIP is durable in at least one archive store. Carries the full description. Consumers:
 * search-service.
 *
 * @param aipId OBJID of the package, {@code urn:uuid:{UUID UPPER}}, also the OCFL object id
 * @param ocflVersion for example {@code v1}
 */
public record AipStored(
        UUID agencyId,
        UUID holdingId,
        long version,
        Instant occurredAt,
        UUID submissionId,
        String aipId,
        String ocflVersion,
        Holding holding)
        implements ArchiveEvent {

    /**
     * What a search needs to know of the holding; codes as in Circular 05/2025.
     *
     * @param mediaItems photos and recordings; absent when there are none
     */
    public record Holding(
            String agencyCode,
            String archivalFileCode,
            String title,
            String retentionCode,
            String accessMode,
            List<String> languages,
            LocalDate startDate,
            @Nullable LocalDate endDate,
            @Nullable String keywords,
            @Nullable String description,
            List<Document> documents,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<MediaItem> mediaItems) {

        /** The photos and recordings, none when the event does not name any. */
        public List<MediaItem> media() {
            return mediaItems == null ? List.of() : mediaItems;
        }
    }

    /** A document in the holding. */
    public record Document(
            UUID documentId,
            int ordinal,
            String docCode,
            String typeCode,
            @Nullable String number,
            @Nullable String notation,
            LocalDate issuedDate,
            String issuerName,
            String subject,
            String accessMode) {}

    /**
     * A photo or recording in the holding.
     *
     * @param kind {@code NEGATIVE}, {@code PHOTO}, {@code AUDIO} or {@code VIDEO}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MediaItem(
            UUID itemId,
            int ordinal,
            String docCode,
            String kind,
            String title,
            @Nullable String eventName,
            @Nullable String author,
            @Nullable String place,
            String accessMode) {}
}
