package vn.hue.earchive.archive.rebuild;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.kit.ids.Ids;

/** Where a rebuild is. Every note demands the lease, so that who was overtaken changes nothing. */
@ApplicationScoped
class RebuildRuns {

    private final Sql sql;
    private final RebuildConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    RebuildRuns(Sql sql, RebuildConfig config, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    /** Steps of a rebuild, in their order. */
    enum Stage {
        PREPARE,
        READ,
        RESTORE,
        COMPARE,
        REPORT,
        DONE
    }

    /** A rebuild that a worker has taken, and where it goes on. */
    record Run(
            UUID id,
            UUID agencyId,
            Instant requestedAt,
            boolean restores,
            boolean republishes,
            Stage stage,
            String atPlace,
            String atTable,
            List<String> atKey,
            UUID lease) {}

    /** Another worker has it, or it was cancelled; nothing was changed. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Transactional
    Optional<Run> take() {
        Instant now = now();
        return sql.first(
                """
                UPDATE archive_rebuild SET lease = ?, next_at = ?, status = 'running' WHERE id = (
                    SELECT id FROM archive_rebuild WHERE finished_at IS NULL AND next_at <= ?
                    LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING id, agency_id, requested_at, mode = 'RESTORE', republish, stage,
                    at_place, at_table, at_key, lease\
                """,
                RebuildRuns::run,
                UUID.randomUUID(),
                now.plus(config.lease()),
                now);
    }

    private static Run run(Sql.Row row) throws SQLException {
        return new Run(
                row.id(1),
                row.id(2),
                row.instant(3),
                row.flag(4),
                row.flag(5),
                Stage.valueOf(row.text(6)),
                row.text(7),
                row.text(8),
                row.texts(9),
                row.id(10));
    }

    /** Goes on with the next stage, from its beginning, whoever takes it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void stage(Run run, Stage stage) {
        require(
                sql.update(
                        """
                        UPDATE archive_rebuild SET stage = ?, at_table = '', at_key = '{}',
                            next_at = ?, problem = NULL
                        WHERE id = ? AND lease = ? AND finished_at IS NULL\
                        """,
                        stage.name(),
                        now(),
                        run.id(),
                        run.lease()));
    }

    /** What reading some places found. */
    record Read(int objects, int packages, int papers, int records, int findings) {

        static final Read NOTHING = new Read(0, 0, 0, 0, 0);

        Read plus(Read other) {
            return new Read(
                    objects + other.objects,
                    packages + other.packages,
                    papers + other.papers,
                    records + other.records,
                    findings + other.findings);
        }
    }

    /**
     * Keeps others from taking the rebuild until the transaction ends; writers of one worker do not
     * wait for each other.
     *
     * @throws Overtaken when it was taken already
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void hold(Run run) {
        require(
                sql.list(
                                """
                                SELECT 1 FROM archive_rebuild
                                WHERE id = ? AND lease = ? AND finished_at IS NULL FOR SHARE\
                                """,
                                row -> 1,
                                run.id(),
                                run.lease())
                        .size());
    }

    @Transactional
    void read(Run run, String place, Read read) {
        require(
                sql.update(
                        """
                        UPDATE archive_rebuild SET at_place = ?, objects = objects + ?,
                            packages = packages + ?, papers = papers + ?, records = records + ?,
                            findings = findings + ?, next_at = ?, problem = NULL
                        WHERE id = ? AND lease = ? AND finished_at IS NULL AND at_place < ?\
                        """,
                        place,
                        read.objects(),
                        read.packages(),
                        read.papers(),
                        read.records(),
                        read.findings(),
                        now().plus(config.lease()),
                        run.id(),
                        run.lease(),
                        place));
    }

    /** How far a walk through the tables is. */
    @Transactional(Transactional.TxType.MANDATORY)
    void walked(
            Run run, String table, List<String> key, Map<String, TableCount> counts, long found) {
        require(
                sql.update(
                        """
                        UPDATE archive_rebuild SET at_table = ?, at_key = ?, tables = ?::jsonb,
                            findings = findings + ?, next_at = ?, problem = NULL
                        WHERE id = ? AND lease = ? AND finished_at IS NULL\
                        """,
                        table,
                        key,
                        write(counts),
                        found,
                        now().plus(config.lease()),
                        run.id(),
                        run.lease()));
    }

    Map<String, TableCount> counts(UUID id) {
        Map<String, TableCount> counts = new LinkedHashMap<>();
        JsonNode tables =
                sql.first(
                                "SELECT tables::text FROM archive_rebuild WHERE id = ?",
                                row -> parse(row.text(1)),
                                id)
                        .orElseThrow();
        for (ShadowTable table : ShadowTable.ALL_TABLES) {
            counts.put(table.name(), TableCount.from(tables.path(table.name())));
        }
        return counts;
    }

    /** Notes a finding; what a step that was broken off has noted already is not noted twice. */
    @Transactional(Transactional.TxType.MANDATORY)
    void finding(Run run, String kind, String place, @Nullable String store, String detail) {
        sql.update(
                """
                INSERT INTO rebuild_finding (id, rebuild_id, kind, place, store, detail, seen_at)
                SELECT ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (
                    SELECT 1 FROM rebuild_finding WHERE rebuild_id = ? AND kind = ? AND place = ?
                        AND coalesce(store, '') = coalesce(?, '') AND detail = ?)\
                """,
                Ids.next(),
                run.id(),
                kind,
                place,
                store,
                detail,
                now(),
                run.id(),
                kind,
                place,
                store,
                detail);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void finish(Run run, String status, String reportId, String reportSha256) {
        require(
                sql.update(
                        """
                        UPDATE archive_rebuild SET stage = 'DONE', status = ?, finished_at = ?,
                            report_id = ?, report_sha256 = ?, problem = NULL
                        WHERE id = ? AND lease = ? AND finished_at IS NULL\
                        """,
                        status,
                        now(),
                        reportId,
                        reportSha256,
                        run.id(),
                        run.lease()));
    }

    @Transactional
    void later(Run run, String problem) {
        sql.update(
                "UPDATE archive_rebuild SET next_at = ?, problem = ? WHERE id = ? AND lease = ?",
                now().plus(config.retry()),
                problem,
                run.id(),
                run.lease());
    }

    private static void require(int rows) {
        if (rows == 0) {
            throw new Overtaken();
        }
    }

    private String write(Map<String, TableCount> counts) {
        Map<String, RebuildViews.Table> views = new LinkedHashMap<>();
        counts.forEach((name, count) -> views.put(name, count.view(name)));
        try {
            return json.writeValueAsString(views);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counts can be written", e);
        }
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON is JSON", e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
