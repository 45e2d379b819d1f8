package vn.hue.earchive.document.dossierlist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dossier list without its items.
 *
 * @param state {@code IN_USE}
 * @param approvalReference paper by which the head approved it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DossierListView(
        UUID id,
        int year,
        String title,
        String state,
        @Nullable String approvalReference,
        Instant createdAt,
        String createdBy) {}
