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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.access.ArchiveProblem;
import vn.hue.earchive.archive.rebuild.RebuildViews.Finding;
import vn.hue.earchive.archive.rebuild.RebuildViews.Progress;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.archive.store.StoreInspection;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

/**
 * What operators ask of rebuilds and are told about them. It concerns all agencies, and shows no
 * content.
 */
@ApplicationScoped
class Rebuilds {

    private static final String JOB = "rebuild-report";
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);
    private static final String COLUMNS =
            """
            SELECT id, mode, republish, status, stage, at_place, requested_at, finished_at, objects,
                packages, papers, records, findings, tables::text, problem, report_id, report_sha256
            FROM archive_rebuild\
            """;

    private final Sql sql;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final Audit audit;
    private final ObjectMapper json;
    private final Clock clock;

    Rebuilds(
            Sql sql,
            Idempotency idempotency,
            CurrentCaller caller,
            Audit audit,
            ObjectMapper json,
            Clock clock) {
        this.sql = sql;
        this.idempotency = idempotency;
        this.caller = caller;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** What an operator asks for. */
    record Wanted(String mode, boolean republish) {}

    /**
     * Asks for a rebuild.
     *
     * @throws Problem INVALID_PARAMETER for an unknown mode, or events without restoring;
     *     REBUILD_RUNNING (409) while another one is not finished
     */
    @Transactional
    Answer<RebuildViews.Rebuild> start(Wanted wanted, @Nullable String idempotencyKey) {
        if (!List.of("COMPARE", "RESTORE").contains(wanted.mode())) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, "mode");
        }
        if (wanted.republish() && wanted.mode().equals("COMPARE")) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, "republish");
        }
        return idempotency.once(
                "startRebuild",
                idempotencyKey,
                wanted,
                RebuildViews.Rebuild.class,
                () -> accepted(wanted));
    }

    private Answer<RebuildViews.Rebuild> accepted(Wanted wanted) {
        Caller who = caller.get();
        UUID id = Ids.next();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int rows =
                sql.update(
                        """
                        INSERT INTO archive_rebuild
                            (id, agency_id, requested_by, requested_at, mode, republish, next_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
                        """,
                        id,
                        who.agencyId(),
                        who.subject(),
                        now,
                        wanted.mode(),
                        wanted.republish(),
                        now);
        if (rows == 0) {
            throw new Problem(ArchiveProblem.REBUILD_RUNNING);
        }
        audit.append(
                who.agencyId(),
                "archive.start-rebuild",
                "rebuild",
                id,
                1,
                Map.of("mode", wanted.mode(), "republish", wanted.republish()));
        return new Answer<>(
                202,
                "/v1/rebuilds/" + id,
                null,
                sql.first(COLUMNS + " WHERE id = ?", this::view, id).orElseThrow());
    }

    /**
     * @throws Problem NOT_FOUND when there is none
     */
    RebuildViews.Rebuild get(UUID id) {
        caller.get();
        return JobScope.transaction(JOB, () -> find(id));
    }

    /** Newest first. */
    Page<RebuildViews.Rebuild> list(@Nullable Integer limit, @Nullable String cursor) {
        int size = Limits.page(limit);
        UUID before = cursor == null ? LAST : id(cursor);
        caller.get();
        return JobScope.transaction(
                JOB,
                () ->
                        Page.of(
                                sql.list(
                                        COLUMNS + " WHERE id < ? ORDER BY id DESC LIMIT ?",
                                        this::view,
                                        before,
                                        size + 1),
                                size,
                                last -> Cursor.encode(last.id())));
    }

    /**
     * @throws Problem NOT_FOUND when there is no such rebuild
     */
    Page<Finding> findings(UUID id, @Nullable Integer limit, @Nullable String cursor) {
        int size = Limits.page(limit);
        UUID after = cursor == null ? FIRST : id(cursor);
        caller.get();
        return JobScope.transaction(
                JOB,
                () -> {
                    find(id);
                    return Page.of(
                            sql.list(
                                    """
                                    SELECT id, kind, place, store, detail, seen_at FROM rebuild_finding
                                    WHERE rebuild_id = ? AND id > ? ORDER BY id LIMIT ?\
                                    """,
                                    row ->
                                            new Finding(
                                                    row.id(1),
                                                    row.text(2),
                                                    row.text(3),
                                                    row.textOrNull(4),
                                                    row.text(5),
                                                    row.instant(6)),
                                    id,
                                    after,
                                    size + 1),
                            size,
                            last -> Cursor.encode(last.id()));
                });
    }

    /**
     * Ends a rebuild where it is; what was taken over stays, a finished one is left alone.
     *
     * @throws Problem NOT_FOUND when there is none
     */
    RebuildViews.Rebuild cancel(UUID id) {
        Caller who = caller.get();
        return JobScope.transaction(
                JOB,
                () -> {
                    find(id);
                    int rows =
                            sql.update(
                                    """
                                    UPDATE archive_rebuild SET status = 'cancelled', finished_at = ?
                                    WHERE id = ? AND finished_at IS NULL\
                                    """,
                                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                                    id);
                    if (rows > 0) {
                        audit.append(
                                who.agencyId(),
                                "archive.cancel-rebuild",
                                "rebuild",
                                id,
                                2,
                                Map.of());
                    }
                    return find(id);
                });
    }

    private RebuildViews.Rebuild find(UUID id) {
        return sql.first(COLUMNS + " WHERE id = ?", this::view, id)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    private RebuildViews.Rebuild view(Sql.Row row) throws SQLException {
        JsonNode tables = parse(row.text(14));
        String stage = row.text(5);
        return new RebuildViews.Rebuild(
                row.id(1),
                row.text(2),
                row.flag(3),
                row.text(4),
                stage,
                new Progress(folders(stage, row.text(6)), StoreInspection.PREFIXES),
                row.instant(7),
                row.instantOrNull(8),
                row.number(9),
                row.number(10),
                row.number(11),
                row.number(12),
                row.number(13),
                ShadowTable.ALL_TABLES.stream()
                        .filter(table -> tables.has(table.name()))
                        .map(table -> TableCount.from(tables.path(table.name())).view(table.name()))
                        .toList(),
                row.textOrNull(15),
                row.textOrNull(16),
                row.textOrNull(17));
    }

    private static int folders(String stage, String place) {
        return switch (stage) {
            case "PREPARE" -> 0;
            case "READ" -> place.isEmpty() ? 0 : Integer.parseInt(place.substring(0, 3), 16);
            default -> StoreInspection.PREFIXES;
        };
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON is JSON", e);
        }
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
