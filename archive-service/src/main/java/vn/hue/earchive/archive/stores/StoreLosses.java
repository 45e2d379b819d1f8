package vn.hue.earchive.archive.stores;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.kit.ids.Ids;

/** The transactions of noting that a store has lost everything. */
@ApplicationScoped
class StoreLosses {

    private static final int STEP = 500;

    private final Sql sql;
    private final Clock clock;

    StoreLosses(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Some objects of which the store should have a good copy. */
    @Transactional
    List<String> sample(String store, int size) {
        return sql.list(
                "SELECT object_id FROM object_copy WHERE store = ? AND state = 'GOOD' LIMIT ?",
                row -> row.text(1),
                store,
                size);
    }

    /** Name of the bucket that was met last; empty before the first one. */
    @Transactional
    Optional<String> identity(String store) {
        return sql.first(
                "SELECT identity FROM archive_store WHERE name = ?", row -> row.text(1), store);
    }

    /**
     * Meets a bucket with another name than the one before.
     *
     * @param lost whether it lacks what it should have: then its copies are to be made again
     */
    @Transactional
    void meet(String store, String identity, boolean lost) {
        sql.update(
                """
                INSERT INTO archive_store (name, identity, met_at) VALUES (?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET identity = excluded.identity, met_at = excluded.met_at\
                """,
                store,
                identity,
                now());
        if (!lost) {
            return;
        }
        sql.update(
                """
                INSERT INTO store_loss (id, store, seen_at) VALUES (?, ?, ?)
                ON CONFLICT (store) WHERE noted_at IS NULL DO NOTHING\
                """,
                Ids.next(),
                store,
                now());
    }

    private record Loss(UUID id, String store, Instant seenAt, String atObject) {}

    /**
     * Notes the next copies as missing, so that they are made again; those that were written after
     * the loss was seen are there.
     *
     * @return false when nothing is to be noted
     */
    @Transactional
    boolean noteNext() {
        Optional<Loss> next =
                sql.first(
                        """
                        SELECT id, store, seen_at, at_object FROM store_loss WHERE noted_at IS NULL
                        ORDER BY seen_at LIMIT 1 FOR UPDATE SKIP LOCKED\
                        """,
                        row -> new Loss(row.id(1), row.text(2), row.instant(3), row.text(4)));
        next.ifPresent(this::note);
        return next.isPresent();
    }

    private void note(Loss loss) {
        List<String> objects =
                sql.list(
                        """
                        SELECT object_id FROM object_copy WHERE object_id > ? AND store = ?
                        ORDER BY object_id LIMIT ? FOR UPDATE\
                        """,
                        row -> row.text(1),
                        loss.atObject(),
                        loss.store(),
                        STEP);
        if (objects.isEmpty()) {
            sql.update("UPDATE store_loss SET noted_at = ? WHERE id = ?", now(), loss.id());
            return;
        }
        int copies =
                sql.update(
                        """
                        UPDATE object_copy SET state = 'MISSING', next_at = ?, attempts = 0, problem = NULL
                        WHERE object_id = ANY(?) AND store = ? AND state <> 'MISSING'
                            AND coalesce(verified_at, '-infinity') < ?\
                        """,
                        now(),
                        objects,
                        loss.store(),
                        loss.seenAt());
        sql.update(
                "UPDATE store_loss SET at_object = ?, copies = copies + ? WHERE id = ?",
                objects.getLast(),
                copies,
                loss.id());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
