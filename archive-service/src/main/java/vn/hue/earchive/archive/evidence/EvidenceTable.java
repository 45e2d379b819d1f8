package vn.hue.earchive.archive.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.sql.Sql;

/** The rows of the log in the database, which alone decides the order of the entries. */
@ApplicationScoped
class EvidenceTable {

    private final Sql sql;

    EvidenceTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * Head of the log.
     *
     * @param size entries that have their place
     * @param publishedSize those of them that the last signed checkpoint covers
     * @param note that checkpoint, signed
     * @param refusal why nothing is signed
     * @param adoptionOf leaves of the published log while it is being taken over
     */
    record Head(
            long size,
            long publishedSize,
            @Nullable Instant publishedAt,
            @Nullable String note,
            @Nullable String refusal,
            @Nullable Instant refusedAt,
            @Nullable Long adoptionOf) {}

    @Transactional(Transactional.TxType.MANDATORY)
    Head head() {
        return sql.first(
                        """
                        SELECT size, published_size, published_at, note, refusal, refused_at,
                            adoption_of
                        FROM evidence_log\
                        """,
                        row ->
                                new Head(
                                        row.number(1),
                                        row.number(2),
                                        row.instantOrNull(3),
                                        row.textOrNull(4),
                                        row.textOrNull(5),
                                        row.instantOrNull(6),
                                        row.numberOrNull(7)))
                .orElseThrow();
    }

    /** Whether a witness holds a checkpoint that this database does not continue. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean isContradicted() {
        return sql.first(
                        "SELECT 1 FROM evidence_witness WHERE contradicted_at IS NOT NULL LIMIT 1",
                        row -> row.number(1))
                .isPresent();
    }

    /** What is known of another body that keeps checkpoints. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<EvidenceViews.Witness> witnesses() {
        return sql.list(
                """
                SELECT name, size, witnessed_at, problem FROM evidence_witness
                ORDER BY name LIMIT 20\
                """,
                row ->
                        new EvidenceViews.Witness(
                                row.text(1),
                                row.numberOrNull(2),
                                row.instantOrNull(3),
                                row.textOrNull(4)));
    }

    /** Whether nothing waits and all is published. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean isDone() {
        return sql.first(
                        """
                        SELECT size = published_size AND refusal IS NULL
                            AND NOT EXISTS (SELECT FROM evidence_entry WHERE log_index IS NULL)
                        FROM evidence_log\
                        """,
                        row -> row.flag(1))
                .orElseThrow();
    }

    /** Takes or keeps the lease; empty while another instance holds it. Answers with the epoch. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Long> lease(UUID holder, Instant now, Instant until) {
        return sql.first(
                """
                UPDATE evidence_log SET holder = ?, leased_until = ?,
                    epoch = CASE WHEN holder = ? THEN epoch ELSE epoch + 1 END
                WHERE holder IS NULL OR holder = ? OR leased_until < ?
                RETURNING epoch\
                """,
                row -> row.number(1),
                holder,
                until,
                holder,
                holder,
                now);
    }

    /** Gives the lease back, so that another instance need not wait for its end. */
    @Transactional(Transactional.TxType.MANDATORY)
    void release(UUID holder) {
        sql.update("UPDATE evidence_log SET holder = NULL WHERE holder = ?", holder);
    }

    /**
     * The head, locked until the transaction ends.
     *
     * @throws FencedOff when another instance has taken the lease since
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Head lock(long epoch) {
        boolean own =
                sql.first(
                                "SELECT epoch FROM evidence_log WHERE epoch = ? FOR UPDATE",
                                row -> row.number(1),
                                epoch)
                        .isPresent();
        if (!own) {
            throw new FencedOff();
        }
        return head();
    }

    /** Another instance keeps the log now. */
    static final class FencedOff extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FencedOff() {
            super("another instance keeps the log");
        }
    }

    /**
     * An entry that has got its place.
     *
     * @param commitment the data of the leaf
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Placed(long index, byte[] commitment) {}

    /** Gives the longest waiting entries the next places; in the order of the places. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Placed> place(long size, int batch, Instant at) {
        return sql
                .list(
                        """
                        WITH waiting AS (
                            SELECT position, ? - 1 + row_number() OVER (ORDER BY position) AS place
                            FROM (SELECT position FROM evidence_entry WHERE log_index IS NULL
                                ORDER BY position LIMIT ?) first)
                        UPDATE evidence_entry e SET log_index = w.place, logged_at = ?
                        FROM waiting w WHERE w.position = e.position
                        RETURNING e.log_index, e.commitment\
                        """,
                        EvidenceTable::placed,
                        size,
                        batch,
                        at)
                .stream()
                .sorted((one, other) -> Long.compare(one.index(), other.index()))
                .toList();
    }

    /**
     * Gives leaves of the published log their places: to the entries that wait here with the same
     * commitment, else to rows that say nothing more.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void adopt(long first, List<byte[]> commitments, Instant at) {
        List<String> hex = commitments.stream().map(HexFormat.of()::formatHex).toList();
        sql.update(
                """
                WITH published AS (
                    SELECT ? - 1 + place AS place, decode(hex, 'hex') AS commitment
                    FROM unnest(?) WITH ORDINALITY AS leaf(hex, place)),
                known AS (
                    UPDATE evidence_entry e SET log_index = p.place, logged_at = ?
                    FROM published p WHERE e.commitment = p.commitment AND e.log_index IS NULL
                    RETURNING e.log_index)
                INSERT INTO evidence_entry (audit_id, commitment, log_index, logged_at)
                SELECT gen_random_uuid(), commitment, place, ? FROM published
                WHERE place NOT IN (SELECT log_index FROM known)\
                """,
                first,
                hex,
                at,
                at);
    }

    /**
     * Asks that the published log be taken over.
     *
     * @param size its leaves
     * @return false when that was asked for before
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean requestAdoption(long size, Instant at) {
        return sql.update(
                        """
                        UPDATE evidence_log SET adoption_requested_at = ?, adoption_of = ?
                        WHERE adoption_requested_at IS NULL\
                        """,
                        at,
                        size)
                == 1;
    }

    /** It was taken over. */
    @Transactional(Transactional.TxType.MANDATORY)
    void adopted() {
        sql.update("UPDATE evidence_log SET adoption_requested_at = NULL, adoption_of = NULL");
    }

    /** Commitments of the entries from one place to another, the last excluded. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Placed> placed(long from, long to) {
        return sql.list(
                """
                SELECT log_index, commitment FROM evidence_entry
                WHERE log_index >= ? AND log_index < ? ORDER BY log_index\
                """,
                EvidenceTable::placed,
                from,
                to);
    }

    private static Placed placed(Sql.Row row) throws SQLException {
        return new Placed(row.number(1), bytes(row, 2));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    byte[] tile(int level, long index) {
        return sql.first(
                        "SELECT hashes FROM evidence_tile WHERE level = ? AND index = ?",
                        row -> bytes(row, 1),
                        level,
                        index)
                .orElse(new byte[0]);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void keep(TileTree tree) {
        tree.changed()
                .forEach((place, hashes) ->
                        sql.update(
                                """
                                INSERT INTO evidence_tile (level, index, hashes) VALUES (?, ?, ?)
                                ON CONFLICT (level, index) DO UPDATE SET hashes = excluded.hashes\
                                """,
                                place.level(),
                                place.index(),
                                hashes));
        sql.update("UPDATE evidence_log SET size = ?", tree.size());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void published(long size, String note, Instant at) {
        sql.update(
                """
                UPDATE evidence_log SET published_size = ?, note = ?, published_at = ?,
                    refusal = NULL, refused_at = NULL\
                """,
                size,
                note,
                at);
    }

    /** Notes why nothing is signed, or that all is well again. */
    @Transactional(Transactional.TxType.MANDATORY)
    void refuse(@Nullable String reason, Instant at) {
        sql.update(
                """
                UPDATE evidence_log SET refused_at = CASE WHEN ?::text IS NULL THEN NULL ELSE ? END,
                    refusal = ? WHERE refusal IS DISTINCT FROM ?\
                """,
                reason,
                at,
                reason,
                reason);
    }

    /**
     * What waits for its place.
     *
     * @param oldest when the longest waiting entry was recorded; null when none waits
     */
    record Waiting(long entries, @Nullable Instant oldest) {}

    @Transactional(Transactional.TxType.MANDATORY)
    Waiting waiting() {
        return sql.first(
                        """
                        SELECT count(*), min(recorded_at) FROM evidence_entry
                        WHERE log_index IS NULL\
                        """,
                        row -> new Waiting(row.number(1), row.instantOrNull(2)))
                .orElseThrow();
    }

    static byte[] bytes(Sql.Row row, int column) throws SQLException {
        return row.set().getBytes(column);
    }
}
