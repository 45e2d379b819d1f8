package vn.hue.earchive.document.dossierlist;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What the units have to mend. */
record ReturnDossierListRequest(@NotBlank @Size(max = 500) String reason) {}
