package vn.hue.earchive.document.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to one recipient.
 *
 * @param kind {@code DOCUMENT} or {@code STATUS}
 * @param businessType 0 new, 1 recall, 2 update, 3 replace; of the message of a document
 * @param statusCode of a status message
 * @param documentId the issued document
 * @param answersMessageId the received message that a status message answers
 * @param state {@code QUEUED}, {@code WITHHELD} (made, never sent), {@code SENT} (the bus has it),
 *     {@code FAILED} (waits at the desk) or {@code GIVEN_UP}
 * @param reason of the state, in words
 * @param nextAttemptAt while it is queued
 * @param busId the bus's name of it
 * @param sha256 of the bytes that left
 * @param recipientStatus StatusCode that the recipient answered last
 * @param history attempts and answers, oldest first; of a single message only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OutboundView(
        UUID id,
        String kind,
        @Nullable Integer businessType,
        @Nullable String statusCode,
        @Nullable UUID documentId,
        @Nullable UUID answersMessageId,
        String recipientOrganId,
        String recipientName,
        String state,
        @Nullable String reason,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String busId,
        @Nullable Instant sentAt,
        @Nullable String sha256,
        @Nullable Long size,
        @Nullable String recipientStatus,
        @Nullable String recipientStatusText,
        @Nullable Instant recipientStatusAt,
        Instant createdAt,
        String createdBy,
        @Nullable List<Step> history) {

    /**
     * What happened to it.
     *
     * @param kind {@code ATTEMPT} or {@code ANSWER}
     * @param code {@code SENT}, {@code RETRY} or {@code FAILED} of an attempt; StatusCode of an
     *     answer
     * @param text in words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(Instant at, String kind, String code, @Nullable String text) {}
}
