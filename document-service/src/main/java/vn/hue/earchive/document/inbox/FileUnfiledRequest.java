package vn.hue.earchive.document.inbox;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** Documents and the dossier for each; a document may be named with several dossiers. */
record FileUnfiledRequest(@NotEmpty @Size(max = 100) @Valid List<@NotNull Item> items) {

    /** One filing. */
    record Item(@NotNull UUID documentId, @NotNull UUID dossierId) {}
}
