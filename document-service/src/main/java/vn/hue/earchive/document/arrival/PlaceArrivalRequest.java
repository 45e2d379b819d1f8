package vn.hue.earchive.document.arrival;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.file.NamedUpload;

/**
 * Files for the clerk's desk.
 *
 * @param files uploads in their order, one of them {@code MAIN}
 * @param sender who brought or sent them
 * @param known what is known of the document already
 */
record PlaceArrivalRequest(
        @NotEmpty @Size(max = 100) @Valid List<@NotNull NamedUpload> files,
        @Size(max = 200) @Nullable String sender,
        @Valid @Nullable Overrides known) {}
