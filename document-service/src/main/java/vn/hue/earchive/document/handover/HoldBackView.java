package vn.hue.earchive.document.handover;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to hold dossiers back, with its list.
 *
 * @param state {@code REQUESTED}, {@code APPROVED}, {@code REFUSED} or {@code WITHDRAWN}
 * @param until last day; afterwards the dossiers are due again by themselves
 * @param legalBasis what permits it and how long at most
 * @param note what the deciding person wrote
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HoldBackView(
        UUID id,
        String state,
        String reason,
        LocalDate until,
        String legalBasis,
        Instant requestedAt,
        String requestedBy,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String note,
        List<Item> items,
        long version,
        List<String> allowedActions) {

    /**
     * One dossier of the list.
     *
     * @param dueOn last day of its hand-over as the law has it
     * @param outcome {@code WAITING}, {@code HELD}, {@code NOT_HELD}, or {@code LEFT} when it was
     *     reopened or submitted while the request waited
     */
    record Item(UUID dossierId, String fileCode, String title, LocalDate dueOn, String outcome) {}
}
