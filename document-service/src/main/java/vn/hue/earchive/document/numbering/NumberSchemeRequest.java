package vn.hue.earchive.document.numbering;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the head of the agency decides on the numbering of administrative documents.
 *
 * @param mode {@code ONE}, {@code PER_TYPE} or {@code GROUPS}
 * @param groups of {@code GROUPS} only: key of a group (1–20 lower-case letters, digits, dashes) →
 *     codes of its document types
 * @param issuerAbbreviation {@code UBND}; by the agency's e-identifier when absent
 * @param basis number and date of the decision
 */
record NumberSchemeRequest(
        @NotNull @NotBlank String mode,
        @Size(max = 32) @Nullable Map<String, List<@NotBlank String>> groups,
        @Size(min = 1, max = 12) @Nullable String issuerAbbreviation,
        @Size(max = 200) @Nullable String basis) {}
