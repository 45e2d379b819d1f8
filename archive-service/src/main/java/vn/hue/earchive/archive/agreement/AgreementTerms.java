package vn.hue.earchive.archive.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was agreed. It can only narrow what the archive takes anyway, never widen it. */
@Schema(name = "SubmissionAgreementTerms")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgreementTerms(
        @Schema(
                        description =
                                "Forms of packages of other systems; own submissions are always taken")
                @NotEmpty
                @Size(max = 3)
                List<@NotNull PackageForm> packageForms,
        @Schema(
                        description =
                                "PRONOM identifiers of the formats that are taken; absent: every format of the archive's list")
                @Size(min = 1, max = 200)
                @Nullable List<@NotNull @Pattern(regexp = "(x-)?fmt/[0-9]{1,5}") String> formats,
        @Schema(description = "Largest file, bytes; absent: no limit of its own") @Positive
                @Nullable Long maxFileBytes,
        @Schema(description = "Largest package, bytes; absent: no limit of its own") @Positive
                @Nullable Long maxPackageBytes,
        @Schema(description = "A digitised document that is no valid PDF/A sends its dossier back")
                @NotNull
                Boolean pdfaDemanded,
        @Size(max = 2000) @Nullable String note) {

    /** In force where nothing was agreed: whatever the archive takes. */
    static final AgreementTerms NONE =
            new AgreementTerms(List.of(PackageForm.values()), null, null, null, false, null);

    /**
     * Whether files of the format are taken; one without an identifier is, unless formats are
     * named.
     */
    public boolean takes(@Nullable String puid) {
        return formats == null || (puid != null && formats.contains(puid));
    }
}
