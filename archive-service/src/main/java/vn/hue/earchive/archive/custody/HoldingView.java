package vn.hue.earchive.archive.custody;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A holding, as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Holding", description = "A dossier (hồ sơ) in the custody of the archive")
record HoldingView(
        @Schema(description = "Also the id of the dossier that it came from") UUID id,
        UUID agencyId,
        String agencyCode,
        UUID submissionId,
        @Schema(enumeration = {"ACCEPTED", "STORED", "REPLICATED"}) String state,
        @Schema(description = "Mã hồ sơ") String fileCode,
        @Schema(description = "Mã hồ sơ lưu trữ (arcFileCode)") String archivalFileCode,
        @Schema(description = "Tiêu đề hồ sơ") String title,
        @Schema(description = "Code list maintenance: 01 permanent … 07 other")
                String retentionCode,
        @Schema(description = "Code list mode: 01 open, 02 conditional") String accessMode,
        LocalDate startDate,
        LocalDate endDate,
        Instant acceptedAt,
        Preservation preservation,
        @Schema(description = "Only in the answer for one holding")
                @Nullable List<Document> documents,
        @Schema(
                        description =
                                "Photos and recordings, only in the answer for one holding; absent"
                                        + " when there are none")
                @Nullable List<MediaItem> mediaItems,
        @Schema(description = "What this caller may do now") List<String> allowedActions) {

    /** The package and its copies. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "HoldingPreservation")
    record Preservation(
            @Schema(description = "OBJID of the package and OCFL object id") String aipId,
            String ocflVersion,
            @Schema(description = "Lower-case hex of the package") String packageSha256,
            @Schema(description = "Bytes of the package") long packageSize,
            int requiredCopies,
            @Schema(description = "True while fewer verified copies exist than required")
                    boolean underReplicated,
            @Schema(description = "Only in the answer for one holding") @Nullable List<Copy> copies,
            @Nullable Instant storedAt,
            @Nullable Instant replicatedAt,
            @Schema(description = "Code of what keeps copies from being made or repaired")
                    @Nullable String healingProblem) {}

    /** A copy that should exist. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "HoldingCopy")
    record Copy(
            String store,
            @Schema(
                            enumeration = {"GOOD", "MISSING", "BAD"},
                            description =
                                    "GOOD whole and right when last verified; MISSING not made yet;"
                                            + " BAD a check found it wrong or gone")
                    String state,
            @Schema(description = "When it was written or read whole and right, last")
                    @Nullable Instant verifiedAt,
            @Schema(description = "When every byte was checked, last")
                    @Nullable Instant checkedAt) {}

    /** A document in its place. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "HoldingDocument")
    record Document(
            UUID documentId,
            int ordinal,
            String docCode,
            String typeCode,
            @Nullable String number,
            @Nullable String notation,
            LocalDate issuedDate,
            String issuerName,
            String subject,
            String accessMode,
            int pageCount,
            List<File> files) {}

    /** A photo or recording in its place, behind the documents. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "HoldingMediaItem")
    record MediaItem(
            UUID itemId,
            int ordinal,
            String docCode,
            @Schema(enumeration = {"NEGATIVE", "PHOTO", "AUDIO", "VIDEO"}) String kind,
            String title,
            @Nullable String eventName,
            @Schema(description = "Photographer or recorder") @Nullable String author,
            @Nullable String place,
            LocalDate takenOn,
            @Schema(description = "hh:mm:ss, recordings only") @Nullable String playTime,
            String accessMode,
            List<File> files) {}

    /** A file; its bytes are at {@code content}, what it says at {@code text}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "HoldingFile")
    record File(
            UUID fileId,
            String role,
            String name,
            @Schema(description = "As identified by the intake") String mediaType,
            @Schema(description = "PRONOM identifier, where there is exactly one")
                    @Nullable String puid,
            long size,
            @Schema(description = "Lower-case hex") String sha256,
            @Schema(description = "Path of the bytes; absent when this caller may not read them")
                    @Nullable String content,
            @Schema(description = "Path of the text; absent when this caller may not read it")
                    @Nullable String text,
            @Schema(description = "What is known of its text; absent until it was looked into")
                    @Nullable Text textState) {}

    /** How far the text of a file could be read. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "HoldingFileTextState")
    record Text(
            @Schema(
                            enumeration = {
                                "TEXT",
                                "EMPTY",
                                "NO_OCR",
                                "UNSUPPORTED",
                                "TOO_LARGE",
                                "FAILED"
                            },
                            description =
                                    "TEXT there is some; EMPTY read, there is none; NO_OCR pictures"
                                            + " in it wait to be recognised; UNSUPPORTED nothing"
                                            + " reads this format; TOO_LARGE not looked into; FAILED"
                                            + " see problem")
                    String state,
            @Schema(description = "Pages of the file; 0 when it could not be opened") int pages,
            int pagesRead,
            @Schema(description = "Pages whose text was recognised in a picture") int recognised,
            @Schema(description = "Characters that are kept") long characters,
            @Schema(
                            enumeration = {
                                "UNREADABLE",
                                "ENCRYPTED",
                                "ENCODING_UNKNOWN",
                                "TIMED_OUT",
                                "OUT_OF_MEMORY",
                                "CRASHED",
                                "TOO_MANY_PAGES",
                                "TOO_MUCH_TEXT",
                                "OCR_FAILED"
                            },
                            description = "Why there is not all of it")
                    @Nullable String problem) {}
}
