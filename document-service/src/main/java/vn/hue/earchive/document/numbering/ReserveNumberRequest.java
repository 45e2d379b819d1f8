package vn.hue.earchive.document.numbering;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the next number of a series for a document that is still to come.
 *
 * @param typeCode code list {@code document-type}
 * @param legalNormative true for a document of legal norms; false when absent
 */
record ReserveNumberRequest(
        @NotBlank @Size(max = 10) String typeCode,
        @Nullable Boolean legalNormative,
        @NotBlank @Size(max = 500) String reason) {}
