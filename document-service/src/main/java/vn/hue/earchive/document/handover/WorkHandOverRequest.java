package vn.hue.earchive.document.handover;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody leaves: what goes to whom. Either the items are named, or everything goes to one person,
 * at most 200 items in one call; the answer says how much is left.
 *
 * @param leaver user name of the person who leaves
 * @param everythingTo user name of the one successor
 */
record WorkHandOverRequest(
        @NotBlank @Size(max = 100) String leaver,
        @NotBlank @Size(max = 1000) String reason,
        @Nullable @Size(max = 100) String everythingTo,
        @Nullable @Size(max = 200) List<@Valid @NotNull Item> items) {

    /** One dossier or document and its successor. */
    record Item(
            OpenWorkItem.@NotNull Kind kind,
            @NotNull UUID id,
            @NotBlank @Size(max = 100) String successor) {}
}
