package vn.hue.earchive.document.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.feed.ChangesView.Change;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;

/** Reads the change feed of the caller's agency. */
@ApplicationScoped
class Changes {

    private static final String READ =
            """
            select event_id, sequence, type, aggregate_id, version, occurred_at from change_entry
            where agency_id = :agency and sequence > :after order by sequence limit :limit
            """;

    private final EntityManager entities;
    private final CurrentCaller caller;

    Changes(EntityManager entities, CurrentCaller caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /**
     * @param cursor {@code next} of an earlier answer; null for the beginning
     */
    @Transactional
    ChangesView after(@Nullable String cursor, int limit) {
        long after = cursor == null ? 0 : sequence(Cursor.decode(cursor, 1).getFirst());
        List<Change> found =
                entities
                        .unwrap(Session.class)
                        .createNativeQuery(READ, Object[].class)
                        .setParameter("agency", caller.get().agencyId())
                        .setParameter("after", after)
                        .setParameter("limit", limit + 1)
                        .getResultList()
                        .stream()
                        .map(Changes::change)
                        .toList();
        boolean more = found.size() > limit;
        List<Change> items = more ? found.subList(0, limit) : found;
        long last = items.isEmpty() ? after : items.getLast().sequence();
        return new ChangesView(items, Cursor.encode(last), more);
    }

    private static Change change(Object[] row) {
        String type = (String) row[2];
        return new Change(
                (UUID) row[0],
                ((Number) row[1]).longValue(),
                type,
                ChangesView.Subject.of(type, (UUID) row[3]),
                ((Number) row[4]).longValue(),
                (Instant) row[5]);
    }

    private static long sequence(String text) {
        try {
            long sequence = Long.parseLong(text);
            if (sequence >= 0) {
                return sequence;
            }
        } catch (NumberFormatException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
        throw new Problem(CommonProblem.INVALID_CURSOR);
    }
}
