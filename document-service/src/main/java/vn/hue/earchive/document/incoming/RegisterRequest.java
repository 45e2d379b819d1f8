package vn.hue.earchive.document.incoming;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.file.NamedUpload;

/**
 * What a clerk writes into the register of incoming documents (Decree 30/2020 Annex VI).
 *
 * @param typeCode code list {@code document-type}
 * @param number as written on the document, {@code 05}
 * @param notation as written, {@code CT-UBND}
 * @param languages codes of the list of languages; {@code 01} (Vietnamese) when absent
 * @param accessMode code list {@code mode}: {@code 01} open (when absent) or {@code 02}
 * @param confidenceLevel code list {@code confidence-level}; {@code 01} (born digital) when absent
 * @param urgency code list {@code urgency}; {@code 0} when absent
 * @param securityClass {@code NONE} (when absent); anything else is refused
 * @param files uploads in their order, one of them {@code MAIN}; absent for paper that is not
 *     scanned
 * @param assignee unit or person that gets the document (đơn vị hoặc người nhận)
 * @param duplicateConfirmed true to register although number, issuer and date are those of another
 *     document
 * @param custom values of the agency's own fields, by key
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegisterRequest(
        @NotBlank @Size(max = 10) String typeCode,
        @NotBlank @Size(max = 11) String number,
        @NotBlank @Size(max = 30) String notation,
        @NotNull LocalDate issuedDate,
        @NotBlank @Size(max = 200) String issuerName,
        @NotBlank @Size(max = 500) String subject,
        @Size(max = 11) @Nullable List<@NotBlank String> languages,
        @NotNull @Min(1) @Max(9999) Integer pageCount,
        @Nullable String accessMode,
        @Nullable String confidenceLevel,
        @Nullable String urgency,
        @Nullable String securityClass,
        @Size(max = 100) @Nullable String signerPosition,
        @Size(max = 50) @Nullable String signerName,
        @Nullable LocalDate dueDate,
        @Size(max = 100) @Nullable String keywords,
        @Size(max = 500) @Nullable String description,
        @Size(max = 100) @Valid @Nullable List<@NotNull NamedUpload> files,
        @Size(max = 1000) @Nullable String assignee,
        @Nullable Boolean duplicateConfirmed,
        @Size(max = 100) @Nullable Map<String, String> custom) {

    /** What a message says; it comes to nobody yet. */
    public RegisterRequest(
            String typeCode,
            String number,
            String notation,
            LocalDate issuedDate,
            String issuerName,
            String subject,
            @Nullable List<String> languages,
            Integer pageCount,
            @Nullable String accessMode,
            @Nullable String confidenceLevel,
            @Nullable String urgency,
            @Nullable String securityClass,
            @Nullable String signerPosition,
            @Nullable String signerName,
            @Nullable LocalDate dueDate,
            @Nullable String keywords,
            @Nullable String description,
            @Nullable List<NamedUpload> files) {
        this(
                typeCode,
                number,
                notation,
                issuedDate,
                issuerName,
                subject,
                languages,
                pageCount,
                accessMode,
                confidenceLevel,
                urgency,
                securityClass,
                signerPosition,
                signerName,
                dueDate,
                keywords,
                description,
                files,
                null,
                null,
                null);
    }
}
