package vn.hue.earchive.document.feed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A webhook without its secret.
 *
 * @param state {@code UNVERIFIED} until it answers the challenge, {@code ACTIVE}, {@code PAUSED},
 *     {@code REFUSED} when it did not answer
 * @param eventTypes empty for all
 */
public record WebhookView(
        UUID id,
        String url,
        List<String> eventTypes,
        String state,
        Instant createdAt,
        String createdBy,
        long version,
        List<String> allowedActions) {}
