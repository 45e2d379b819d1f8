package vn.hue.earchive.archive.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.custody.Backoff;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.archive.text.reader.ReadProblem;
import vn.hue.earchive.kit.ids.Ids;

/**
 * Holdings whose text waits to be read. A worker takes one for a while and keeps it by working; if
 * it dies, another one takes it after that and goes on with the files that are left. What a worker
 * writes that has lost its claim is refused.
 */
@ApplicationScoped
class TextQueue {

    private final Sql sql;
    private final TextConfig config;
    private final Clock clock;

    TextQueue(Sql sql, TextConfig config, Clock clock) {
        this.sql = sql;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A holding that a worker has.
     *
     * @param version of the last event about the text; 0 for none
     */
    record Claim(
            UUID holdingId, UUID agencyId, UUID textId, long version, UUID claim, int attempt) {}

    /** Another worker has the holding now: nothing more is written. */
    static final class ClaimLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ClaimLost(Claim claim) {
            super("taken over holdingId=" + claim.holdingId());
        }
    }

    /**
     * Takes the holding that waits longest; what only waits for pictures to be recognised, or was
     * made under an older generation, comes after all others.
     *
     * @param ocr whether pictures are recognised here
     */
    @Transactional
    Optional<Claim> take(boolean ocr) {
        return take("state = 'WAITING'", "next_at")
                .or(() -> ocr ? take("state = 'NO_OCR'", "next_at") : Optional.empty())
                .or(() ->
                        take(
                                "state <> 'WAITING' AND generation < " + config.generation(),
                                "generation, next_at"));
    }

    /** The order is that of the index for this condition. */
    private Optional<Claim> take(String condition, String order) {
        Instant now = now();
        return sql.first(
                """
                WITH due AS (
                    SELECT holding_id FROM holding_text
                    WHERE %s AND next_at <= ? ORDER BY %s LIMIT 1 FOR UPDATE SKIP LOCKED)
                UPDATE holding_text t
                SET claim = ?, next_at = ?, attempts = t.attempts + 1, state = 'WAITING'
                FROM due WHERE t.holding_id = due.holding_id
                RETURNING t.holding_id, t.agency_id, t.text_id, t.version, t.claim, t.attempts\
                """
                        .formatted(condition, order),
                row ->
                        new Claim(
                                row.id(1),
                                row.id(2),
                                row.id(3),
                                row.number(4),
                                row.id(5),
                                row.integer(6)),
                now,
                Ids.next(),
                now.plus(config.lease()));
    }

    /** The worker is still at it. */
    @Transactional
    void keep(Claim claim) {
        change(claim, "next_at = ?", now().plus(config.lease()));
    }

    /** It could not be done now; once more after a pause. */
    @Transactional
    void later(Claim claim, String problem) {
        change(
                claim,
                "claim = NULL, problem = ?, next_at = ?",
                problem,
                now().plus(
                                Backoff.pause(
                                        claim.attempt(),
                                        config.firstRetry(),
                                        config.longestRetry())));
    }

    /** The text was told, as far as there is some. */
    @Transactional(Transactional.TxType.MANDATORY)
    void done(Claim claim, boolean waitsForOcr, long version, Instant at) {
        change(
                claim,
                "claim = NULL, problem = NULL, attempts = 0, state = ?, version = ?, generation = ?,"
                        + " told_at = ?, next_at = ?",
                waitsForOcr ? "NO_OCR" : "DONE",
                version,
                config.generation(),
                at,
                at);
    }

    /** What is known of the files already, in this generation. */
    @Transactional
    Map<UUID, FileText> files(UUID holdingId) {
        record Row(UUID fileId, FileText text) {}
        Map<UUID, FileText> files = new HashMap<>();
        sql.list(
                        """
                        SELECT file_id, state, pages, pages_read, characters, recognised, problem,
                            object_key, object_sha256
                        FROM file_text WHERE holding_id = ? AND generation = ?\
                        """,
                        row -> new Row(row.id(1), text(row)),
                        holdingId,
                        config.generation())
                .forEach(row -> files.put(row.fileId(), row.text()));
        return files;
    }

    private static FileText text(Sql.Row row) throws SQLException {
        String problem = row.textOrNull(7);
        String key = row.textOrNull(8);
        return new FileText(
                FileState.valueOf(row.text(2)),
                row.integer(3),
                row.integer(4),
                row.number(5),
                row.integer(6),
                problem == null ? null : ReadProblem.valueOf(problem),
                key == null ? null : new FileText.TextObject(key, row.text(9)));
    }

    /** Notes what became of a file, while the worker has the holding. */
    @Transactional
    void settle(Claim claim, UUID fileId, FileText text) {
        Instant now = now();
        change(claim, "next_at = ?", now.plus(config.lease()));
        FileText.TextObject object = text.object();
        sql.update(
                """
                INSERT INTO file_text (holding_id, file_id, agency_id, generation, state, pages, pages_read,
                    characters, recognised, problem, object_key, object_sha256, extracted_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (holding_id, file_id) DO UPDATE SET generation = excluded.generation,
                    state = excluded.state, pages = excluded.pages, pages_read = excluded.pages_read,
                    characters = excluded.characters, recognised = excluded.recognised,
                    problem = excluded.problem, object_key = excluded.object_key,
                    object_sha256 = excluded.object_sha256, extracted_at = excluded.extracted_at\
                """,
                claim.holdingId(),
                fileId,
                claim.agencyId(),
                config.generation(),
                text.state().name(),
                text.pages(),
                text.pagesRead(),
                text.characters(),
                text.recognised(),
                text.problem() == null ? null : text.problem().name(),
                object == null ? null : object.key(),
                object == null ? null : object.sha256(),
                now);
    }

    /** How many holdings are in this state; counted up to 10,000. */
    @Transactional
    long count(String state) {
        return sql.first(
                        "SELECT count(*) FROM (SELECT 1 FROM holding_text WHERE state = ? LIMIT 10000) some",
                        row -> row.number(1),
                        state)
                .orElse(0L);
    }

    private void change(Claim claim, String set, @Nullable Object... values) {
        @Nullable Object[] all = java.util.Arrays.copyOf(values, values.length + 2);
        all[values.length] = claim.holdingId();
        all[values.length + 1] = claim.claim();
        int changed =
                sql.update(
                        "UPDATE holding_text SET " + set + " WHERE holding_id = ? AND claim = ?",
                        all);
        if (changed == 0) {
            throw new ClaimLost(claim);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
