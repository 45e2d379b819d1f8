package vn.hue.earchive.document.submission;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A confirmation.
 *
 * @param contentSha256 digest of the minutes that the person has seen, lower-case hex
 */
record ConfirmHandOverRequest(@NotNull @Pattern(regexp = "[0-9a-f]{64}") String contentSha256) {}
