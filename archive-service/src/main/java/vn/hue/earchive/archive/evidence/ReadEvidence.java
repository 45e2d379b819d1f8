package vn.hue.earchive.archive.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.custody.ReadHoldings;
import vn.hue.earchive.archive.evidence.EvidenceViews.Consistency;
import vn.hue.earchive.archive.evidence.EvidenceViews.Entry;
import vn.hue.earchive.archive.evidence.EvidenceViews.Log;
import vn.hue.earchive.archive.evidence.EvidenceViews.Proven;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

/**
 * What a caller is told about the log. The log itself is public; the bodies of entries belong to
 * the agency of the holding that they are about, in the queries and by row-level security.
 */
@ApplicationScoped
class ReadEvidence {

    private final Sql sql;
    private final EvidenceTable table;
    private final EvidenceJob job;
    private final Proofs proofs;
    private final ReadTimestamps timestamps;
    private final ReadHoldings holdings;
    private final EvidenceConfig config;

    ReadEvidence(
            Sql sql,
            EvidenceTable table,
            EvidenceJob job,
            Proofs proofs,
            ReadTimestamps timestamps,
            ReadHoldings holdings,
            EvidenceConfig config) {
        this.sql = sql;
        this.table = table;
        this.job = job;
        this.proofs = proofs;
        this.timestamps = timestamps;
        this.holdings = holdings;
        this.config = config;
    }

    /** State of the log over all agencies, in figures only. */
    Log log() {
        return job.run(() -> {
            EvidenceTable.Head head = table.head();
            EvidenceTable.Waiting waiting = table.waiting();
            return new Log(
                    config.origin(),
                    head.size(),
                    head.publishedSize(),
                    head.publishedAt(),
                    waiting.entries(),
                    waiting.oldest(),
                    head.refusal(),
                    head.refusedAt(),
                    head.adoptionOf(),
                    timestamps.standings().stream()
                            .map(at ->
                                    new EvidenceViews.Stamping(
                                            at.authority(),
                                            at.size(),
                                            at.stampedAt(),
                                            at.problem()))
                            .toList(),
                    table.witnesses());
        });
    }

    /** The signed checkpoint that was published last. */
    @Transactional
    String checkpoint() {
        return proofs.published().note();
    }

    /** See {@link Proofs#consistency}. */
    @Transactional
    Consistency consistency(@Nullable Long from, @Nullable Long to) {
        Proofs.Consistency found = proofs.consistency(from, to);
        return new Consistency(
                found.from(),
                base64(found.fromRoot()),
                found.to(),
                base64(found.toRoot()),
                found.hashes().stream().map(ReadEvidence::base64).toList());
    }

    /**
     * What was done with a holding, in the order of the log.
     *
     * @throws Problem NOT_FOUND when there is none, or when it is another agency's
     */
    @Transactional
    Page<Entry> entries(UUID holdingId, @Nullable Integer limit, @Nullable String cursor) {
        UUID agencyId = own(holdingId);
        int size = Limits.page(limit);
        record Positioned(long position, Entry entry) {}
        return Page.of(
                        sql.list(
                                """
                                SELECT position, audit_id, log_index, action, recorded_at, logged_at
                                FROM evidence_entry
                                WHERE agency_id = ? AND aggregate_id = ? AND position > ?
                                ORDER BY position LIMIT ?\
                                """,
                                row ->
                                        new Positioned(
                                                row.number(1),
                                                new Entry(
                                                        row.id(2),
                                                        row.numberOrNull(3),
                                                        row.text(4),
                                                        row.instant(5),
                                                        row.instantOrNull(6))),
                                agencyId,
                                holdingId,
                                position(cursor),
                                size + 1),
                        size,
                        last -> Cursor.encode(last.position()))
                .map(Positioned::entry);
    }

    /**
     * One entry with what it takes to check it.
     *
     * @throws Problem NOT_FOUND when the holding has no such entry; EVIDENCE_PENDING while it is
     *     not in the published log; EVIDENCE_INCONSISTENT when it is not what was signed
     */
    @Transactional
    Proven entry(UUID holdingId, UUID entryId) {
        UUID agencyId = own(holdingId);
        Leaf leaf =
                sql.first(Leaf.SELECT + " AND audit_id = ?", Leaf::of, agencyId, holdingId, entryId)
                        .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        LogProof proof = proofs.inclusion(proofs.published(), leaf.index(), leaf.commitment());
        return new Proven(
                leaf.id(),
                proof.index(),
                leaf.action(),
                leaf.recordedAt(),
                leaf.body(),
                base64(leaf.salt()),
                base64(leaf.commitment()),
                proof.text());
    }

    /**
     * An entry with its private parts.
     *
     * @param commitment computed from salt and body: what the row claims is not asked
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Leaf(
            UUID id,
            @Nullable Long index,
            String action,
            Instant recordedAt,
            byte[] salt,
            String body,
            byte[] commitment) {

        static final String SELECT =
                """
                SELECT audit_id, log_index, action, recorded_at, salt, body
                FROM evidence_entry WHERE agency_id = ? AND aggregate_id = ?\
                """;

        static Leaf of(Sql.Row row) throws SQLException {
            byte[] salt = EvidenceTable.bytes(row, 5);
            String body = row.text(6);
            return new Leaf(
                    row.id(1),
                    row.numberOrNull(2),
                    row.text(3),
                    row.instant(4),
                    salt,
                    body,
                    Commitment.of(salt, body));
        }
    }

    /**
     * What was done with a holding, without who has read it, as far as a log of this size has it;
     * in the order of the log.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Leaf> acts(UUID agencyId, UUID holdingId, long size, int limit) {
        return sql.list(
                Leaf.SELECT + " AND once IS NULL AND log_index < ? ORDER BY log_index LIMIT ?",
                Leaf::of,
                agencyId,
                holdingId,
                size,
                limit);
    }

    private UUID own(UUID holdingId) {
        return holdings.pack(holdingId)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND))
                .agencyId();
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static long position(@Nullable String cursor) {
        if (cursor == null) {
            return -1;
        }
        try {
            return Long.parseLong(Cursor.decode(cursor, 1).getFirst());
        } catch (NumberFormatException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }
}
