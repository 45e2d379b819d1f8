package vn.hue.earchive.document.addition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another form of a file.
 *
 * @param kind {@code ARCHIVE_COPY} or {@code REDACTED}
 * @param uploadId its bytes
 * @param reason why it was made; for a redacted one, on what ground parts were taken out
 * @param originalReaders of a redacted one: the roles that may still read the original, such as
 *     {@code leader}
 */
record FileVariantRequest(
        @NotNull String kind,
        @NotNull UUID uploadId,
        @NotBlank @Size(max = 500) String reason,
        @Size(max = 10) @Nullable List<@NotBlank String> originalReaders) {}
