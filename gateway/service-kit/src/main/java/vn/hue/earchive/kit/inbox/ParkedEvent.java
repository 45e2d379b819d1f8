package vn.hue.earchive.kit.inbox;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not be handled, or that waits behind one or behind a gap.
 *
 * @param state PARKED, WAITING, HANDLED or DISCARDED
 * @param errorCode why it is parked; the log tells more under {@code traceId}
 */
@SuppressWarnings("ArrayRecordComponent")
record ParkedEvent(
        UUID id,
        String handler,
        String state,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        UUID eventId,
        @Nullable String type,
        @Nullable UUID aggregateId,
        @Nullable Long version,
        @Nullable UUID agencyId,
        @Nullable String errorCode,
        int attempts,
        @Nullable String traceId,
        Instant parkedAt,
        @Nullable Instant settledAt,
        @JsonIgnore byte[] payload) {

    boolean isOpen() {
        return "PARKED".equals(state) || "WAITING".equals(state);
    }
}
