package vn.hue.earchive.document.dossier;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a dossier is opened again. */
record ReopenDossierRequest(@NotBlank @Size(max = 500) String reason) {}
