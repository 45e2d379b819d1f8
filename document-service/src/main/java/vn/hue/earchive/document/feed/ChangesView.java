package vn.hue.earchive.document.feed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A stretch of the change feed, oldest first.
 *
 * @param next where to go on; always there, also when nothing has changed
 * @param more whether there is more already
 */
public record ChangesView(List<Change> items, String next, boolean more) {

    /**
     * Something changed.
     *
     * @param id of the event; the same in a webhook
     * @param sequence of the agency's changes, 1, 2, 3 without gaps
     * @param type for example {@code dossier.closed.v1}
     * @param version of the resource after the change; a consumer keeps the highest
     */
    public record Change(
            UUID id,
            long sequence,
            String type,
            Subject resource,
            long version,
            Instant occurredAt) {}

    /**
     * What changed.
     *
     * @param kind for example {@code document}, {@code dossier}, {@code submission}
     */
    public record Subject(String kind, UUID id) {

        static Subject of(String type, UUID id) {
            return new Subject(type.substring(0, Math.max(0, type.indexOf('.'))), id);
        }
    }
}
