package vn.hue.earchive.document.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the archive needs in order to take custody, without asking document-service: all
 * metadata and all digests. Written once at submission, named by key and SHA-256 in {@link
 * SubmissionSubmitted}, never changed.
 *
 * @param submittedAt UTC
 */
public record SubmissionManifest(
        UUID submissionId,
        UUID agencyId,
        String agencyCode,
        String agencyName,
        String submittedBy,
        Instant submittedAt,
        List<Dossier> dossiers) {

    /**
     * One dossier with its documents, then its photos and recordings, in ordinal order.
     *
     * @param openedUnderCode code that the agency had when the dossier got its file code; absent
     *     when it is {@code agencyCode}. Agencies are renamed, file codes stay.
     * @param resubmission what is new since it came back; absent when it is submitted for the first
     *     time
     * @param mediaItems absent when there are none; their ordinals go on where those of the
     *     documents end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Dossier(
            DossierDescription description,
            List<Document> documents,
            @Nullable String openedUnderCode,
            @Nullable Resubmission resubmission,
            @Nullable List<MediaItem> mediaItems) {

        /** A dossier that is submitted for the first time, by an agency of unchanged code. */
        public Dossier(DossierDescription description, List<Document> documents) {
            this(description, documents, null, null, null);
        }

        /** The same dossier, submitted again. */
        public Dossier resubmitted(@Nullable Resubmission what) {
            return new Dossier(description, documents, openedUnderCode, what, mediaItems);
        }

        /** The photos and recordings, none when the manifest does not name any. */
        public List<MediaItem> media() {
            return mediaItems == null ? List.of() : mediaItems;
        }

        /** Files of the documents, then of the photos and recordings, in the order of a package. */
        public Stream<File> files() {
            return Stream.concat(
                    documents.stream().flatMap(document -> document.files().stream()),
                    media().stream().flatMap(item -> item.files().stream()));
        }
    }

    /**
     * What is new in a dossier that came back and was mended. Processing traces are made anew for
     * each submission and are not counted.
     *
     * @param previousSubmissionId the submission from which it came back
     * @param unchangedFileIds files of that submission, still the same object with the same digest
     * @param newFileIds files that it did not have
     * @param removedFileIds files that it had and this one has not
     */
    public record Resubmission(
            UUID previousSubmissionId,
            List<UUID> unchangedFileIds,
            List<UUID> newFileIds,
            List<UUID> removedFileIds) {}

    /**
     * One document of a dossier.
     *
     * @param ordinal position in the dossier, from 1, without gaps
     * @param docId identifier of the document for exchange (docId), at most 25 characters
     * @param docCode {@code {fileCode}.{ordinal, 7 digits}}
     * @param retention a period of its own that somebody chose with a reason; absent when it has
     *     that of the dossier
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Document(
            int ordinal,
            String docId,
            String docCode,
            DocumentDescription description,
            List<File> files,
            @Nullable Retention retention) {

        /** A document with the period of its dossier. */
        public Document(
                int ordinal,
                String docId,
                String docCode,
                DocumentDescription description,
                List<File> files) {
            this(ordinal, docId, docCode, description, files, null);
        }
    }

    /**
     * One photo or recording of a dossier.
     *
     * @param ordinal position in the dossier, behind the documents
     * @param docCode {@code {fileCode}.{ordinal, 7 digits}}
     */
    public record MediaItem(
            int ordinal, String docCode, MediaDescription description, List<File> files) {}

    /**
     * Where the bytes of a file lie and what they must be.
     *
     * @param crc32 CRC-32 (ISO 3309, as in ZIP) of the bytes, 8 lower-case hex digits, so that a
     *     package is written in one pass
     * @param signature result of the newest signature check of document-service: {@code
     *     NOT_CHECKED} until there is one, {@code NO_SIGNATURE}, {@code VALID}, {@code
     *     VALID_AT_TIME}, {@code INVALID} or {@code INDETERMINATE}
     * @param variant what it is another form of; absent for an original
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record File(
            FileDescription description,
            String bucket,
            String key,
            String crc32,
            String signature,
            @Nullable Variant variant) {

        /** An original. */
        public File(
                FileDescription description,
                String bucket,
                String key,
                String crc32,
                String signature) {
            this(description, bucket, key, crc32, signature, null);
        }
    }

    /**
     * Another form of a file of the same document, which stands among its attachments.
     *
     * @param ofFileId the original; it is in the manifest as well, unchanged
     * @param kind {@code ARCHIVE_COPY} or {@code REDACTED}
     * @param reason why it was made
     * @param originalReaders roles of the agency that might read the original of a redacted one;
     *     empty for an archive copy
     * @param madeAt UTC
     */
    public record Variant(
            UUID ofFileId,
            String kind,
            String reason,
            List<String> originalReaders,
            String madeBy,
            Instant madeAt) {}
}
