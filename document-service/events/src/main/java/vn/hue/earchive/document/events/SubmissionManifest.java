package vn.hue.earchive.document.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

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

    /** One dossier with its documents in ordinal order. */
    public record Dossier(DossierDescription description, List<Document> documents) {}

    /**
     * One document of a dossier.
     *
     * @param ordinal position in the dossier, from 1, without gaps
     * @param docId identifier of the document for exchange (docId), at most 25 characters
     * @param docCode {@code {fileCode}.{ordinal, 7 digits}}
     */
    public record Document(
            int ordinal,
            String docId,
            String docCode,
            DocumentDescription description,
            List<File> files) {}

    /**
     * Where the bytes of a file lie and what they must be.
     *
     * @param crc32 CRC-32 (ISO 3309, as in ZIP) of the bytes, 8 lower-case hex digits, so that a
     *     package is written in one pass
     * @param signature result of the newest signature check of document-service: {@code NOT_CHECKED}
     *     until there is one, {@code NO_SIGNATURE}, {@code VALID}, {@code VALID_AT_TIME}, {@code
     *     INVALID} or {@code INDETERMINATE}
     */
    public record File(
            FileDescription description,
            String bucket,
            String key,
            String crc32,
            String signature) {}
}
