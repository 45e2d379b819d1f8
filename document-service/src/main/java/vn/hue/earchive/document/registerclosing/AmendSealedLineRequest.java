package vn.hue.earchive.document.registerclosing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * A note to a sealed line: what is to be read differently, and why. The line stays as it is.
 *
 * @param text what holds instead
 */
record AmendSealedLineRequest(
        @NotNull UUID documentId,
        @NotBlank @Size(max = 1000) String text,
        @NotBlank @Size(max = 1000) String reason) {}
