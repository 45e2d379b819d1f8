package vn.hue.earchive.archive.stores;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.archive.store.StoreInspection;
import vn.hue.earchive.archive.stores.StoreViews.Capabilities;
import vn.hue.earchive.archive.stores.StoreViews.Comparison;
import vn.hue.earchive.archive.stores.StoreViews.Difference;
import vn.hue.earchive.archive.stores.StoreViews.Store;
import vn.hue.earchive.archive.stores.StoreViews.Stores;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

/**
 * What operators are told about the stores, and the comparisons that they begin. It concerns the
 * objects of all agencies and shows no content, so it works as a job; the audit trail names the
 * operator.
 */
@ApplicationScoped
class ReadStores {

    private static final String JOB = "store-report";
    private static final UUID FIRST = new UUID(0, 0);
    private static final String COMPARISON =
            """
            SELECT id, store, at_prefix, started_at, finished_at, objects, files, bytes,
                missing, changed, untracked, problem
            FROM store_comparison\
            """;

    private final Sql sql;
    private final StoreInspection stores;
    private final WatchStores watch;
    private final Comparisons comparisons;
    private final CurrentCaller caller;
    private final Audit audit;

    ReadStores(
            Sql sql,
            StoreInspection stores,
            WatchStores watch,
            Comparisons comparisons,
            CurrentCaller caller,
            Audit audit) {
        this.sql = sql;
        this.stores = stores;
        this.watch = watch;
        this.comparisons = comparisons;
        this.caller = caller;
        this.audit = audit;
    }

    Stores stores() {
        return JobScope.transaction(
                JOB, () -> new Stores(stores.stores().stream().map(this::store).toList()));
    }

    private record Copies(long copies, long missing, long bad) {}

    private Store store(String name) {
        Copies copies =
                sql.first(
                                """
                                SELECT count(*), count(*) FILTER (WHERE state = 'MISSING'),
                                    count(*) FILTER (WHERE state = 'BAD')
                                FROM object_copy WHERE store = ?\
                                """,
                                row -> new Copies(row.number(1), row.number(2), row.number(3)),
                                name)
                        .orElseThrow();
        Optional<WatchStores.Seen> seen = watch.last(name);
        return new Store(
                name,
                seen.map(WatchStores.Seen::reachable).orElse(false),
                seen.flatMap(WatchStores.Seen::capabilities)
                        .map(can ->
                                new Capabilities(
                                        can.conditionalPut(), can.versioning(), can.objectLock()))
                        .orElse(null),
                seen.map(WatchStores.Seen::at).orElse(null),
                copies.copies(),
                copies.missing(),
                copies.bad(),
                sql.first(
                                "SELECT seen_at FROM store_loss WHERE store = ? ORDER BY seen_at DESC LIMIT 1",
                                row -> row.instant(1),
                                name)
                        .orElse(null),
                sql.first(
                                COMPARISON + " WHERE store = ? ORDER BY started_at DESC LIMIT 1",
                                ReadStores::comparison,
                                name)
                        .orElse(null));
    }

    /**
     * Begins a comparison of this store, or tells of the one that runs.
     *
     * @throws Problem INVALID_PARAMETER when there is no such store
     */
    Comparison compare(@Nullable String store) {
        if (store == null || !stores.stores().contains(store)) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, "store");
        }
        UUID agencyId = caller.get().agencyId();
        String subject = caller.get().subject();
        return JobScope.transaction(
                JOB,
                () -> {
                    UUID id = comparisons.begin(store, subject);
                    audit.append(
                            agencyId,
                            "store.compare",
                            "store-comparison",
                            id,
                            1,
                            Map.of("store", store));
                    return find(id);
                });
    }

    /**
     * @throws Problem NOT_FOUND when there is none
     */
    Comparison comparison(UUID id) {
        return JobScope.transaction(JOB, () -> find(id));
    }

    Page<Difference> differences(UUID id, @Nullable Integer limit, @Nullable String cursor) {
        int size = Limits.page(limit);
        UUID after = cursor == null ? FIRST : id(cursor);
        return JobScope.transaction(
                JOB,
                () -> {
                    find(id);
                    return Page.of(
                            sql.list(
                                    """
                                    SELECT id, kind, place, object_id, files, bytes, seen_at
                                    FROM store_difference WHERE comparison_id = ? AND id > ?
                                    ORDER BY id LIMIT ?\
                                    """,
                                    row ->
                                            new Difference(
                                                    row.id(1),
                                                    row.text(2),
                                                    row.text(3),
                                                    row.textOrNull(4),
                                                    row.integer(5),
                                                    row.number(6),
                                                    row.instant(7)),
                                    id,
                                    after,
                                    size + 1),
                            size,
                            last -> Cursor.encode(last.id()));
                });
    }

    private Comparison find(UUID id) {
        return sql.first(COMPARISON + " WHERE id = ?", ReadStores::comparison, id)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    private static Comparison comparison(Sql.Row row) throws SQLException {
        return new Comparison(
                row.id(1),
                row.text(2),
                row.instantOrNull(5) == null ? "RUNNING" : "DONE",
                row.integer(3) * 100 / StoreInspection.PREFIXES,
                row.instant(4),
                row.instantOrNull(5),
                row.number(6),
                row.number(7),
                row.number(8),
                row.number(9),
                row.number(10),
                row.number(11),
                row.textOrNull(12));
    }

    private static UUID id(String cursor) {
        List<String> keys = Cursor.decode(cursor, 1);
        try {
            return UUID.fromString(keys.getFirst());
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }
}
