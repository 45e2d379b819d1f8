package vn.hue.earchive.document.outgoing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a document is sent back, loses its number or is recalled. */
record ReasonRequest(@NotBlank @Size(max = 500) String reason) {}
