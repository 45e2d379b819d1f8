package vn.hue.earchive.document.outgoing;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.file.NamedUpload;

/**
 * An outgoing document as it is drafted (Decree 30/2020 Annex VI). Number and date are given later.
 *
 * @param typeCode code list {@code document-type}
 * @param legalNormative true for a document of legal norms, which has a series of its own; false
 *     when absent
 * @param notation {@code CT-UBND}; built from type and agency when absent
 * @param unitAbbreviation of the drafting unit, for letters: {@code UBND-VX}
 * @param issuerName the agency's name when absent
 * @param languages {@code 01} when absent
 * @param accessMode {@code 01} (when absent) or {@code 02}
 * @param confidenceLevel {@code 01} (born digital) when absent; {@code 02} for paper
 * @param urgency code list {@code urgency}; {@code 0} when absent
 * @param securityClass {@code NONE} (when absent); anything else is refused
 * @param signCapacity code list {@code sign-capacity}; absent when the head signs as such
 * @param dueDate when an answer is asked for
 * @param copies printed copies
 * @param archiveCopyUnit who keeps the archival copy (đơn vị nhận bản lưu)
 * @param replacesId issued document of this agency whose place it takes
 * @param correctsId issued document of this agency that it corrects
 * @param answersId incoming document that it answers
 * @param files uploads, one of them {@code MAIN}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DraftRequest(
        @NotBlank @Size(max = 10) String typeCode,
        @Nullable Boolean legalNormative,
        @Size(max = 30) @Nullable String notation,
        @Size(max = 12) @Nullable String unitAbbreviation,
        @Size(max = 200) @Nullable String issuerName,
        @NotBlank @Size(max = 500) String subject,
        @Size(max = 11) @Nullable List<@NotBlank String> languages,
        @NotNull @Min(1) @Max(9999) Integer pageCount,
        @Nullable String accessMode,
        @Nullable String confidenceLevel,
        @Nullable String urgency,
        @Nullable String securityClass,
        @NotBlank @Size(max = 100) String signerPosition,
        @NotBlank @Size(max = 50) String signerName,
        @Nullable String signCapacity,
        @Nullable LocalDate dueDate,
        @Min(0) @Max(9999) @Nullable Integer copies,
        @Size(max = 200) @Nullable String draftingUnit,
        @Size(max = 200) @Nullable String archiveCopyUnit,
        @Size(max = 100) @Nullable String keywords,
        @Size(max = 500) @Nullable String description,
        @NotNull @NotEmpty @Size(max = 500) @Valid List<@NotNull RecipientRequest> recipients,
        @Nullable UUID replacesId,
        @Nullable UUID correctsId,
        @Nullable UUID answersId,
        @Size(max = 100) @Valid @Nullable List<@NotNull NamedUpload> files) {

    /**
     * Where a copy goes.
     *
     * @param organId agency e-identifier, {@code H57.21}; absent for whoever has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecipientRequest(
            @Size(max = 35) @Pattern(regexp = "[A-Za-z0-9]+(\\.[A-Za-z0-9]+)*")
                    @Nullable String organId,
            @NotBlank @Size(max = 200) String name) {}
}
