package vn.hue.earchive.document.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that failed and that a clerk decides about.
 *
 * @param direction {@code OUT}: a message of ours did not leave; {@code IN}: one that the bus holds
 *     could not be taken in
 * @param outboundMessageId the message that did not leave
 * @param busId the message at the bus
 * @param reason why, in plain words and with what to do
 * @param state {@code OPEN}, {@code REPLAYED} or {@code DISMISSED}
 * @param note of the person who dismissed it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FailureView(
        UUID id,
        String direction,
        @Nullable UUID outboundMessageId,
        @Nullable String busId,
        String code,
        String reason,
        String state,
        Instant failedAt,
        @Nullable Instant resolvedAt,
        @Nullable String resolvedBy,
        @Nullable String note,
        List<String> allowedActions) {}
