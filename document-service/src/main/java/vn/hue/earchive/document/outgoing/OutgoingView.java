package vn.hue.earchive.document.outgoing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.duplicate.DuplicateView;
import vn.hue.earchive.document.file.FileView;

/**
 * An outgoing document.
 *
 * @param state {@code DRAFT}, {@code REVIEWED}, {@code APPROVED_TO_SIGN}, {@code SIGNED}, {@code
 *     NUMBERED}, {@code AGENCY_SIGNED}, {@code ISSUED}, {@code FILED}, {@code REPLACED}, {@code
 *     CORRECTED} or {@code RECALLED}
 * @param number as written, {@code 05}; absent before it is given
 * @param numberId the number in the list of numbers
 * @param issuedDate date of the document, given with the number
 * @param replacedBy the document that replaced or corrected it
 * @param endReason why it was recalled, replaced or corrected
 * @param dossierIds dossiers that hold it
 * @param warnings documents that it may be a duplicate of; in the answer to a draft only
 * @param version its ETag
 * @param allowedActions operations that this caller may use on it now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OutgoingView(
        UUID id,
        String state,
        String typeCode,
        String typeName,
        boolean legalNormative,
        @Nullable String number,
        @Nullable String notation,
        @Nullable String unitAbbreviation,
        @Nullable UUID numberId,
        @Nullable Integer registerYear,
        @Nullable LocalDate issuedDate,
        String issuerName,
        String subject,
        List<String> languages,
        int pageCount,
        String accessMode,
        String confidenceLevel,
        String urgency,
        String signerPosition,
        String signerName,
        @Nullable String signCapacity,
        @Nullable LocalDate dueDate,
        @Nullable Integer copies,
        @Nullable String draftingUnit,
        @Nullable String archiveCopyUnit,
        @Nullable String keywords,
        @Nullable String description,
        List<RecipientView> recipients,
        @Nullable UUID replacesId,
        @Nullable UUID correctsId,
        @Nullable UUID answersId,
        @Nullable UUID replacedBy,
        @Nullable String endReason,
        List<FileView> files,
        List<UUID> dossierIds,
        Instant draftedAt,
        String draftedBy,
        @Nullable Instant issuedAt,
        @Nullable String issuedBy,
        long version,
        @Nullable List<DuplicateView> warnings,
        List<String> allowedActions) {

    /** Where a copy goes. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecipientView(@Nullable String organId, String name) {}
}
