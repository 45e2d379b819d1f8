package vn.hue.earchive.document.media;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A photo or recording of a dossier; fields as in the request.
 *
 * @param ordinal among the photos and recordings of the dossier, from 1; they follow its documents
 * @param typeCode {@code typePic} of a picture, {@code typeMedia} of a recording
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MediaItemView(
        UUID id,
        int ordinal,
        String kind,
        String typeCode,
        @Nullable String archivesNumber,
        @Nullable String infoSign,
        @Nullable String eventName,
        String title,
        @Nullable String author,
        @Nullable String place,
        LocalDate takenOn,
        @Nullable String colour,
        @Nullable String filmSize,
        @Nullable List<String> languages,
        @Nullable String playTime,
        @Nullable String quality,
        boolean documentAttached,
        String accessMode,
        @Nullable String physicalCondition,
        @Nullable String description,
        List<File> files,
        Instant addedAt,
        String addedBy) {

    /**
     * A file of it.
     *
     * @param size bytes
     * @param sha256 lower-case hex
     * @param inWorkingBucket false once the archive has custody: then the holding gives the content
     */
    record File(
            UUID id,
            String name,
            String mediaType,
            long size,
            String sha256,
            boolean inWorkingBucket) {}
}
