package vn.hue.earchive.document.customfield;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a field; of a field that is there it makes a new version.
 *
 * @param subject {@code DOCUMENT} or {@code DOSSIER}
 * @param typeCode document type that has it; absent for every document and for dossiers
 * @param key name in requests
 * @param kind {@code STRING}, {@code NUMBER}, {@code DATE} or {@code CODE}; stays from version to
 *     version
 * @param required of documents and dossiers that are entered from now on
 * @param maxLength characters; 500 when absent
 * @param codes of {@code CODE}
 */
record CustomFieldRequest(
        @NotNull String subject,
        @Size(max = 10) @Nullable String typeCode,
        @NotNull @Pattern(regexp = "[a-z][A-Za-z0-9]{0,39}") String key,
        @NotBlank @Size(max = 200) String labelVi,
        @NotBlank @Size(max = 200) String labelEn,
        @NotNull String kind,
        @Nullable Boolean required,
        @Min(1) @Max(500) @Nullable Integer maxLength,
        @Size(max = 200) @Nullable List<@NotBlank @Size(max = 100) String> codes) {}
