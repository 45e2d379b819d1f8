package vn.hue.earchive.archive.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.sql.Sql;

/** The timestamps and evidence records that there are. */
@ApplicationScoped
class ReadTimestamps {

    private final Sql sql;

    ReadTimestamps(Sql sql) {
        this.sql = sql;
    }

    /**
     * A checkpoint with the tokens over it.
     *
     * @param tokens by authority
     */
    record Stamped(String note, Map<String, byte[]> tokens) {}

    /** The newest stamped checkpoint, when it covers this place of the log. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Stamped> covering(long index) {
        return sql.first(
                        """
                        SELECT size, note FROM evidence_timestamp WHERE size > ?
                        ORDER BY size DESC LIMIT 1\
                        """,
                        row -> Map.entry(row.number(1), row.text(2)),
                        index)
                .map(found -> new Stamped(found.getValue(), tokens(found.getKey())));
    }

    /** The evidence record of a package, when it has one yet. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<byte[]> recordOf(UUID agencyId, UUID holdingId, String packSha256) {
        return sql.first(
                """
                SELECT record FROM evidence_record
                WHERE agency_id = ? AND holding_id = ? AND pack_sha256 = ?\
                """,
                row -> EvidenceTable.bytes(row, 1),
                agencyId,
                holdingId,
                packSha256);
    }

    private Map<String, byte[]> tokens(long size) {
        Map<String, byte[]> tokens = new TreeMap<>();
        sql.list(
                        "SELECT authority, token FROM evidence_timestamp WHERE size = ?",
                        row -> Map.entry(row.text(1), EvidenceTable.bytes(row, 2)),
                        size)
                .forEach(token -> tokens.put(token.getKey(), token.getValue()));
        return tokens;
    }

    /**
     * How it stands with one authority.
     *
     * @param size of the newest checkpoint that it has stamped
     * @param problem why it gave no token when it was asked last
     */
    record Standing(
            String authority,
            @Nullable Long size,
            @Nullable Instant stampedAt,
            @Nullable String problem) {}

    @Transactional(Transactional.TxType.MANDATORY)
    List<Standing> standings() {
        return sql.list(
                """
                SELECT a.name, t.size, t.stamped_at, a.problem FROM evidence_authority a
                LEFT JOIN LATERAL (SELECT size, stamped_at FROM evidence_timestamp
                    WHERE authority = a.name ORDER BY size DESC LIMIT 1) t ON true
                WHERE a.name NOT LIKE ':%' ORDER BY a.name LIMIT 20\
                """,
                row ->
                        new Standing(
                                row.text(1),
                                row.numberOrNull(2),
                                row.instantOrNull(3),
                                row.textOrNull(4)));
    }
}
