package vn.hue.earchive.document.exchange;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Sends an issued document once more to everyone who was sent it, as an update.
 *
 * @param reason for the recipients to read
 */
record SendUpdateRequest(@NotNull UUID documentId, @NotBlank @Size(max = 500) String reason) {}
