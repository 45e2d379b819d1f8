package vn.hue.earchive.archive.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.custody.KeptObjects.CopyState;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.archive.store.ArchiveCopies;

/**
 * Copies that are due to be made, checked or repaired, the longest due first. A worker takes some
 * for a time; if it dies, another one takes them after that.
 */
@ApplicationScoped
public class CopyQueue {

    /** The state stands in the statement, so that the index of its due copies is used. */
    private static String takeStatement(CopyState state) {
        return """
        WITH due AS (
            SELECT object_id, store FROM object_copy
            WHERE state = '%s' AND next_at <= ? AND store = ANY(?)
            ORDER BY next_at LIMIT ? FOR UPDATE SKIP LOCKED)
        UPDATE object_copy c SET next_at = ?, attempts = c.attempts + 1
        FROM due, kept_object o
        WHERE c.object_id = due.object_id AND c.store = due.store AND o.object_id = c.object_id
        RETURNING c.object_id, c.store, c.agency_id, o.holding_id, o.retention_code, o.version,
            array_to_string(o.inventories, ' '), o.kept_at, c.attempts, coalesce(o.listing, '')\
        """
                .formatted(state.name());
    }

    private final Sql sql;
    private final ArchiveCopies copies;

    CopyQueue(Sql sql, ArchiveCopies copies) {
        this.sql = sql;
        this.copies = copies;
    }

    /**
     * A copy that a worker has taken.
     *
     * @param holdingId null when the object is not the package of a holding
     * @param version number of the head version, as noted
     * @param inventories digests of the inventories from the first version; empty when not noted
     * @param attempts how often it was taken since it was last good
     * @param listing digest of names and sizes of a good copy; empty when not noted
     */
    public record Taken(
            String objectId,
            String store,
            UUID agencyId,
            @Nullable UUID holdingId,
            String retentionCode,
            int version,
            List<String> inventories,
            Instant keptAt,
            int attempts,
            String listing) {}

    /** Takes up to {@code limit} copies in this state that are due, until then. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Taken> take(CopyState state, int limit, Instant now, Instant until) {
        return sql.list(takeStatement(state), CopyQueue::taken, now, copies.stores(), limit, until);
    }

    private static Taken taken(Sql.Row row) throws SQLException {
        String inventories = row.text(7);
        return new Taken(
                row.text(1),
                row.text(2),
                row.id(3),
                row.idOrNull(4),
                row.text(5),
                row.integer(6),
                inventories.isEmpty() ? List.of() : List.of(inventories.split(" ")),
                row.instant(8),
                row.integer(9),
                row.text(10));
    }

    /**
     * The copy is whole and right, as far as it is still the noted version that was looked at.
     *
     * @return false when the object has got another version or was released meanwhile
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean good(Taken copy, Instant checkedAt, Instant next) {
        return change(
                copy,
                "state = 'GOOD', verified_at = ?, checked_at = ?, next_at = ?, attempts = 0,"
                        + " problem = NULL",
                checkedAt,
                checkedAt,
                next);
    }

    /** The missing copy was made and verified; returns like {@link #good}. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean made(Taken copy, Instant at) {
        return change(
                copy,
                "state = 'GOOD', verified_at = ?, next_at = ?, attempts = 0, problem = NULL",
                at,
                at.plus(CopyTable.FIRST_CHECK));
    }

    /** The copy is wrong or gone; returns like {@link #good}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean bad(Taken copy, Instant checkedAt) {
        return change(
                copy,
                "state = 'BAD', checked_at = ?, next_at = ?, attempts = 0, problem = NULL",
                checkedAt,
                checkedAt);
    }

    /** Looks at the other good copies of the object at once. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hurrySiblings(Taken copy, Instant now) {
        sql.update(
                """
                UPDATE object_copy SET next_at = ? WHERE (object_id, store) IN (
                    SELECT object_id, store FROM object_copy
                    WHERE object_id = ? AND store <> ? AND state = 'GOOD' AND next_at > ?
                    FOR UPDATE SKIP LOCKED)\
                """,
                now,
                copy.objectId(),
                copy.store(),
                now);
    }

    /** It could not be done; once more from {@code next} on. Returns like {@link #good}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean later(Taken copy, @Nullable String problem, Instant next) {
        return change(copy, "problem = ?, next_at = ?", problem, next);
    }

    /**
     * Notes what a good copy shows: its listing, and the digests of an object that was written
     * before they were noted.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void learn(Taken copy, List<String> inventories, String listing) {
        sql.update(
                """
                UPDATE kept_object SET listing = ?,
                    inventories = CASE WHEN cardinality(inventories) = 0 THEN ? ELSE inventories END
                WHERE object_id = ? AND version = ?\
                """,
                listing,
                inventories,
                copy.objectId(),
                inventories.size());
    }

    private boolean change(Taken copy, String set, @Nullable Object... values) {
        @Nullable Object[] all = java.util.Arrays.copyOf(values, values.length + 3);
        all[values.length] = copy.objectId();
        all[values.length + 1] = copy.store();
        all[values.length + 2] = copy.version();
        return sql.update(
                        "UPDATE object_copy c SET "
                                + set
                                + " FROM kept_object o WHERE c.object_id = ? AND c.store = ?"
                                + " AND o.object_id = c.object_id AND o.version = ?",
                        all)
                > 0;
    }
}
