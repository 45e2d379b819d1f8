package vn.hue.earchive.document.dossier;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** Where a document that was filed by mistake belongs, and why. */
record MoveDocumentRequest(@NotNull UUID toDossierId, @NotBlank @Size(max = 500) String reason) {}
