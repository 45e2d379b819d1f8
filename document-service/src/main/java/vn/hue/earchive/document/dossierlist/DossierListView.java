package vn.hue.earchive.document.dossierlist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dossier list without its items.
 *
 * @param state {@code DRAFT}, {@code REVIEWED}, {@code APPROVED}, {@code IN_USE} or {@code CLOSED}
 * @param approvalReference paper by which the head approved it
 * @param inUseSince legal date on which it was issued to the units
 * @param returnReason why the last review was sent back, while it is a draft again
 * @param copiedFrom the list of an earlier year that it was copied from
 * @param allowedActions operations that this caller may use on it now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DossierListView(
        UUID id,
        int year,
        String title,
        String state,
        int itemCount,
        @Nullable String approvalReference,
        Instant createdAt,
        String createdBy,
        @Nullable Instant reviewedAt,
        @Nullable String reviewedBy,
        @Nullable Instant approvedAt,
        @Nullable String approvedBy,
        @Nullable LocalDate inUseSince,
        @Nullable LocalDate closedOn,
        @Nullable String returnReason,
        @Nullable UUID copiedFrom,
        long version,
        List<String> allowedActions) {}
