package vn.hue.earchive.document.submission;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** Closed dossiers to hand over in one batch. */
record SubmitDossiersRequest(@NotEmpty @Size(max = 200) List<@NotNull UUID> dossierIds) {}
