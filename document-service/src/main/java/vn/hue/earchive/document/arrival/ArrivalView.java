package vn.hue.earchive.document.arrival;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.duplicate.DuplicateView;
import vn.hue.earchive.kit.problem.Violation;

/**
 * What came in and waits for the clerk, or did.
 *
 * @param id of an edXML message its own id
 * @param source {@code EDXML}, {@code EMAIL} or {@code UPLOAD}
 * @param state {@code WAITING}, {@code REGISTERED}, {@code RETURNED}, {@code DISMISSED}, {@code
 *     MERGED} or {@code WITHDRAWN}
 * @param sender as the message names it
 * @param proposal the registration that it suggests
 * @param problems what a person must fill in or look at before registering
 * @param duplicates documents of the register that look like it, the most alike first
 * @param dueOn last day for the registration (Decree 30/2020 Art 4.2c)
 * @param overdue whether it still waits after that day
 * @param incomingDocumentId the register line that came of it or that it was merged into
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ArrivalView(
        UUID id,
        String source,
        String state,
        @Nullable String sender,
        Proposal proposal,
        List<Violation> problems,
        List<DuplicateView> duplicates,
        Instant receivedAt,
        String receivedBy,
        LocalDate dueOn,
        boolean overdue,
        @Nullable UUID incomingDocumentId,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String reason,
        List<String> allowedActions) {}
