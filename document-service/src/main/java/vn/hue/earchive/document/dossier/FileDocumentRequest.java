package vn.hue.earchive.document.dossier;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Which document to file. */
record FileDocumentRequest(@NotNull UUID documentId) {}
