package vn.hue.earchive.document.handling;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an incoming document is being handled.
 *
 * @param state of the document, see {@code IncomingView}
 * @param overdue true when the due date has passed and the work is not done
 * @param direction the leader's words
 * @param answerId the outgoing document that answers it
 * @param receivedBy who took it over after it was last passed on (ký nhận)
 * @param endReason why it was returned or recalled
 * @param version of the register line; ETag of document and handling
 * @param warnings what a person should see to; nothing is blocked by it: {@code NOT_FILED} when a
 *     completed document is in no dossier, {@code CO_UNITS_OPEN} when a co-unit has not reported
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HandlingView(
        UUID documentId,
        String state,
        @Nullable String leader,
        @Nullable String leadUnit,
        @Nullable String assignee,
        List<Part> coUnits,
        @Nullable LocalDate dueDate,
        boolean overdue,
        @Nullable String direction,
        @Nullable String result,
        @Nullable UUID answerId,
        @Nullable String endReason,
        @Nullable Instant submittedAt,
        @Nullable Instant assignedAt,
        @Nullable String receivedBy,
        @Nullable Instant receivedAt,
        @Nullable Instant completedAt,
        long version,
        List<String> warnings,
        List<String> allowedActions) {

    /** A co-unit and its report. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(
            String unit,
            @Nullable String person,
            @Nullable String report,
            @Nullable Instant reportedAt) {}
}
