package vn.hue.earchive.kit.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The envelope of the event that is being handled. */
public record EventContext(
        UUID eventId,
        String type,
        UUID aggregateId,
        long version,
        UUID agencyId,
        Instant occurredAt,
        @Nullable String traceparent) {}
