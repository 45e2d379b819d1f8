package vn.hue.earchive.archive.stores;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.archive.store.ListedObject;
import vn.hue.earchive.archive.store.StoreInspection;
import vn.hue.earchive.kit.ids.Ids;

/** The transactions of comparing a store with what the archive answers for. */
@ApplicationScoped
class Comparisons {

    private final Sql sql;
    private final StoresConfig config;
    private final Duration atWork;
    private final Clock clock;

    Comparisons(
            Sql sql,
            StoresConfig config,
            @ConfigProperty(name = "earchive.archive.at-work", defaultValue = "PT1H")
                    Duration atWork,
            Clock clock) {
        this.sql = sql;
        this.config = config;
        this.atWork = atWork;
        this.clock = clock;
    }

    /** A comparison that a worker has taken, and where it goes on. */
    record Running(UUID id, String store, int prefix) {}

    /** Begins the comparison of a store; one that is running already goes on. */
    @Transactional(Transactional.TxType.MANDATORY)
    UUID begin(String store, String requestedBy) {
        UUID id = Ids.next();
        Instant now = now();
        sql.update(
                """
                INSERT INTO store_comparison (id, store, requested_by, started_at, next_at)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT (store) WHERE finished_at IS NULL DO NOTHING\
                """,
                id,
                store,
                requestedBy,
                now,
                now);
        return sql.first(
                        "SELECT id FROM store_comparison WHERE store = ? AND finished_at IS NULL",
                        row -> row.id(1),
                        store)
                .orElseThrow();
    }

    /** Begins those that are due by the calendar. */
    @Transactional
    void beginDue(List<String> stores) {
        if (config.compareEvery().isZero()) {
            return;
        }
        // A new archive has nothing to compare: what was written today was verified today.
        boolean young =
                sql.first(
                                "SELECT 1 FROM kept_object WHERE kept_at < ? LIMIT 1",
                                row -> true,
                                now().minus(Duration.ofDays(1)))
                        .isEmpty();
        for (String store : young ? List.<String>of() : stores) {
            boolean recent =
                    sql.first(
                                    "SELECT 1 FROM store_comparison WHERE store = ? AND started_at > ? LIMIT 1",
                                    row -> true,
                                    store,
                                    now().minus(config.compareEvery()))
                            .orElse(false);
            if (!recent) {
                begin(store, "job:store-comparison");
            }
        }
    }

    @Transactional
    Optional<Running> take(List<String> stores) {
        Instant now = now();
        return sql.first(
                """
                UPDATE store_comparison SET next_at = ? WHERE id = (
                    SELECT id FROM store_comparison
                    WHERE finished_at IS NULL AND next_at <= ? AND store = ANY(?)
                    ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING id, store, at_prefix\
                """,
                row -> new Running(row.id(1), row.text(2), row.integer(3)),
                now.plus(config.lease()),
                now,
                stores);
    }

    private record Noted(String objectId, String root, String state, @Nullable String listing) {}

    private static Noted noted(Sql.Row row) throws SQLException {
        return new Noted(row.text(1), row.text(2), row.text(3), row.textOrNull(4));
    }

    private static final class Step {
        private int objects;
        private int files;
        private long bytes;
        private int missing;
        private int changed;
        private int untracked;
    }

    /**
     * Compares some of the first folders and notes how far it is. What is noted as good and looks
     * otherwise is checked at once, by which it is repaired.
     *
     * @param listed what lies there
     * @param end first folder that is not among them
     * @param before when the listing began
     * @return false when another worker has taken over
     */
    @Transactional
    boolean note(Running running, List<ListedObject> listed, int end, Instant before) {
        Instant now = now();
        boolean last = end >= StoreInspection.PREFIXES;
        Step step = new Step();
        Map<String, Noted> noted = new HashMap<>();
        sql.list(
                        """
                        SELECT o.object_id, o.root, c.state, o.listing
                        FROM kept_object o JOIN object_copy c ON c.object_id = o.object_id
                        WHERE c.store = ? AND o.root >= ? AND o.root < ?\
                        """,
                        Comparisons::noted,
                        running.store(),
                        StoreInspection.folder(running.prefix()),
                        last ? "g" : StoreInspection.folder(end))
                .forEach(each -> noted.put(each.root(), each));
        for (ListedObject object : listed) {
            step.objects += object.root().isEmpty() ? 0 : 1;
            step.files += object.files();
            step.bytes += object.bytes();
            Noted known = noted.remove(object.root());
            if (known == null) {
                if (object.youngest().isBefore(before.minus(atWork)) && !isKept(object.root())) {
                    difference(running, "UNTRACKED", object, null, now);
                    step.untracked++;
                }
            } else if (known.state().equals("GOOD")
                    && known.listing() != null
                    && !known.listing().equals(object.digest())
                    && checkNow(running, known.objectId(), before, now)) {
                difference(running, "CHANGED", object, known.objectId(), now);
                step.changed++;
            }
        }
        for (Noted gone : noted.values()) {
            if (gone.state().equals("GOOD") && checkNow(running, gone.objectId(), before, now)) {
                ListedObject nothing =
                        new ListedObject(
                                "%s/%s/%s/%s"
                                        .formatted(
                                                gone.root().substring(0, 3),
                                                gone.root().substring(3, 6),
                                                gone.root().substring(6, 9),
                                                gone.root()),
                                gone.root(),
                                0,
                                0,
                                "",
                                now);
                difference(running, "MISSING", nothing, gone.objectId(), now);
                step.missing++;
            }
        }
        return sql.update(
                        """
                        UPDATE store_comparison SET at_prefix = ?, next_at = ?, finished_at = ?,
                            objects = objects + ?, files = files + ?, bytes = bytes + ?,
                            missing = missing + ?, changed = changed + ?, untracked = untracked + ?,
                            problem = NULL
                        WHERE id = ? AND at_prefix = ? AND finished_at IS NULL\
                        """,
                        end,
                        now,
                        last ? now : null,
                        step.objects,
                        step.files,
                        step.bytes,
                        step.missing,
                        step.changed,
                        step.untracked,
                        running.id(),
                        running.prefix())
                == 1;
    }

    /** Kept, but not meant for this store: a copy too many is no stranger. */
    private boolean isKept(String root) {
        return sql.first("SELECT 1 FROM kept_object WHERE root = ?", row -> true, root)
                .orElse(false);
    }

    /** Calls the copy to be checked, unless it was written after the listing. */
    private boolean checkNow(Running running, String objectId, Instant before, Instant now) {
        return sql.update(
                        """
                        UPDATE object_copy SET next_at = ?
                        WHERE object_id = ? AND store = ? AND state = 'GOOD' AND verified_at < ?\
                        """,
                        now,
                        objectId,
                        running.store(),
                        before)
                == 1;
    }

    private void difference(
            Running running,
            String kind,
            ListedObject object,
            @Nullable String objectId,
            Instant now) {
        sql.update(
                """
                INSERT INTO store_difference
                    (id, comparison_id, kind, place, object_id, files, bytes, seen_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                Ids.next(),
                running.id(),
                kind,
                object.place(),
                objectId,
                object.files(),
                object.bytes(),
                now);
    }

    @Transactional
    void later(Running running, String problem) {
        sql.update(
                "UPDATE store_comparison SET next_at = ?, problem = ? WHERE id = ?",
                now().plus(config.retry()),
                problem,
                running.id());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
