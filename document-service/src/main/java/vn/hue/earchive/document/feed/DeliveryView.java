package vn.hue.earchive.document.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to a webhook.
 *
 * @param kind {@code CHANGE}, or {@code CHALLENGE} that asks whether the address wants to be called
 * @param messageId header {@code webhook-id}; for a change the id of the change
 * @param state {@code PENDING}, {@code DELIVERED}, or {@code DEAD} until it is replayed
 * @param nextAttemptAt null once settled
 * @param log its newest attempts, oldest first; null in a list
 */
public record DeliveryView(
        UUID id,
        String kind,
        UUID messageId,
        String type,
        ChangesView.@Nullable Subject resource,
        @Nullable Long version,
        Instant occurredAt,
        String state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant settledAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Attempt> log) {

    /**
     * One attempt.
     *
     * @param status HTTP status; null without an answer
     * @param error why there was none
     */
    public record Attempt(
            int number,
            Instant at,
            int durationMs,
            @Nullable Integer status,
            @Nullable String error) {}
}
