package vn.hue.earchive.archive.custody;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.hue.earchive.archive.custody.KeptObjects.Copy;
import vn.hue.earchive.archive.custody.KeptObjects.CopyState;
import vn.hue.earchive.archive.custody.KeptObjects.Kept;
import vn.hue.earchive.archive.sql.Sql;

/** Rows of {@code kept_object} and {@code object_copy}. */
@ApplicationScoped
class CopyTable {

    // Bytes are verified as they are written; what a store loses early shows after a day.
    static final Duration FIRST_CHECK = Duration.ofDays(1);

    private final Sql sql;

    CopyTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * @throws IllegalStateException when another version is noted than the one before
     */
    void keep(Kept kept, Instant at) {
        int rows =
                sql.update(
                        """
                        INSERT INTO kept_object
                            (object_id, root, agency_id, kind, holding_id, retention_code, version, inventories, bytes, kept_at)
                        VALUES (?, encode(sha256(convert_to(?, 'UTF8')), 'hex'), ?, ?, ?, ?, ?, CASE WHEN ? = 1 THEN ARRAY[?] ELSE '{}'::text[] END, ?, ?)
                        ON CONFLICT (object_id) DO UPDATE SET
                            version = excluded.version, bytes = excluded.bytes, listing = NULL,
                            inventories = CASE WHEN cardinality(kept_object.inventories) = 0
                                THEN '{}'::text[] ELSE kept_object.inventories || ARRAY[?] END
                        WHERE kept_object.version = excluded.version - 1\
                        """,
                        kept.objectId(),
                        kept.objectId(),
                        kept.agencyId(),
                        kept.holdingId() == null ? "PAPER" : "PACKAGE",
                        kept.holdingId(),
                        kept.retentionCode(),
                        kept.version(),
                        kept.version(),
                        kept.inventorySha256(),
                        kept.bytes(),
                        at,
                        kept.inventorySha256());
        if (rows == 0 && !isNoted(kept)) {
            throw new IllegalStateException(
                    "v%d of %s does not follow what is noted"
                            .formatted(kept.version(), kept.objectId()));
        }
    }

    private boolean isNoted(Kept kept) {
        return sql.first(
                        """
                        SELECT cardinality(inventories) = 0 OR inventories[version] = ? FROM kept_object
                        WHERE object_id = ? AND version = ?\
                        """,
                        row -> row.flag(1),
                        kept.inventorySha256(),
                        kept.objectId(),
                        kept.version())
                .orElse(false);
    }

    /** Notes copies that were just written and verified; one with a defect stays what it is. */
    void good(String objectId, List<String> stores, UUID agencyId, Instant at) {
        sql.update(
                """
                INSERT INTO object_copy (object_id, store, agency_id, state, verified_at, next_at)
                SELECT ?, store, ?, 'GOOD', ?, ? FROM unnest(?) store
                ON CONFLICT (object_id, store) DO UPDATE SET
                    state = excluded.state, verified_at = excluded.verified_at,
                    next_at = excluded.next_at, attempts = 0, problem = NULL
                WHERE object_copy.state <> 'BAD'\
                """,
                objectId,
                agencyId,
                at,
                at.plus(FIRST_CHECK),
                stores);
    }

    /** Notes a copy that is to be made; one with a defect is to be repaired as it is. */
    void missing(String objectId, String store, UUID agencyId, Instant at) {
        sql.update(
                """
                INSERT INTO object_copy (object_id, store, agency_id, state, next_at)
                VALUES (?, ?, ?, 'MISSING', ?)
                ON CONFLICT (object_id, store) DO UPDATE SET
                    state = excluded.state, next_at = excluded.next_at
                WHERE object_copy.state <> 'BAD'\
                """,
                objectId,
                store,
                agencyId,
                at);
    }

    long countUnderReplicated() {
        return sql.first(
                        "SELECT count(DISTINCT object_id) FROM object_copy WHERE state IN ('MISSING', 'BAD')",
                        row -> row.number(1))
                .orElse(0L);
    }

    void release(String objectId) {
        sql.update("DELETE FROM object_copy WHERE object_id = ?", objectId);
        sql.update("DELETE FROM kept_object WHERE object_id = ?", objectId);
    }

    /** By object id; objects without copies are not in it. */
    Map<String, List<Copy>> copies(List<String> objectIds) {
        Map<String, List<Copy>> copies = new HashMap<>();
        sql.list(
                """
                SELECT object_id, store, state, verified_at, checked_at, problem FROM object_copy
                WHERE object_id = ANY(?) ORDER BY object_id, store\
                """,
                row ->
                        copies.computeIfAbsent(row.text(1), id -> new ArrayList<>())
                                .add(
                                        new Copy(
                                                row.text(2),
                                                CopyState.valueOf(row.text(3)),
                                                row.instantOrNull(4),
                                                row.instantOrNull(5),
                                                row.textOrNull(6))),
                objectIds);
        return copies;
    }
}
