package vn.hue.earchive.archive.fixity;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.fixity.FixityViews.Finding;
import vn.hue.earchive.archive.fixity.FixityViews.Progress;
import vn.hue.earchive.archive.fixity.FixityViews.Step;
import vn.hue.earchive.archive.fixity.FixityViews.StoreProgress;
import vn.hue.earchive.archive.fixity.FixityViews.Unsettled;
import vn.hue.earchive.archive.fixity.FixityViews.Work;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;
import vn.hue.earchive.kit.time.LegalDate;

/** What a caller is told about checks and findings. */
@ApplicationScoped
class ReadFixity {

    private static final Set<String> STATES =
            Set.of("OPEN", "REPAIRED", "SET_ASIDE", "UNREPAIRABLE", "LEFT", "GONE");
    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");
    private static final String FINDING =
            """
            SELECT id, agency_id, holding_id, object_id, store, path, kind, state,
                expected_sha256, found_sha256, found_size, found_at, settled_at, source
            FROM fixity_finding\
            """;

    private final Sql sql;
    private final FixityScope scope;
    private final FixityConfig config;
    private final Clock clock;

    ReadFixity(Sql sql, FixityScope scope, FixityConfig config, Clock clock) {
        this.sql = sql;
        this.scope = scope;
        this.config = config;
        this.clock = clock;
    }

    Progress progress() {
        return scope.read(agencyId -> {
            Instant now = clock.instant();
            return new Progress(
                    now,
                    agencyId == null ? "ALL" : "AGENCY",
                    config.cycle().toDays(),
                    stores(agencyId, now),
                    unsettled(agencyId, Instant.EPOCH));
        });
    }

    private List<StoreProgress> stores(@Nullable UUID agencyId, Instant now) {
        LocalDate today = LegalDate.of(now);
        return sql.list(
                """
                SELECT store, count(*), count(*) FILTER (WHERE state = 'GOOD'),
                    count(*) FILTER (WHERE state = 'MISSING'), count(*) FILTER (WHERE state = 'BAD'),
                    count(*) FILTER (WHERE checked_at IS NULL),
                    count(*) FILTER (WHERE checked_at >= ?), min(checked_at)
                FROM object_copy WHERE agency_id = coalesce(?, agency_id) GROUP BY store ORDER BY store\
                """,
                row ->
                        new StoreProgress(
                                row.text(1),
                                row.number(2),
                                row.number(3),
                                row.number(4),
                                row.number(5),
                                row.number(6),
                                row.number(7),
                                row.instantOrNull(8),
                                work(agencyId, row.text(1), today, today)),
                now.minus(config.cycle()),
                agencyId);
    }

    /** What was done from the first to the last day. */
    Work work(@Nullable UUID agencyId, @Nullable String store, LocalDate from, LocalDate to) {
        return sql.first(
                        """
                        SELECT coalesce(sum(checks), 0), coalesce(sum(files), 0), coalesce(sum(bytes), 0),
                            coalesce(sum(found), 0), coalesce(sum(repaired), 0), coalesce(sum(set_aside), 0)
                        FROM fixity_tally WHERE agency_id = coalesce(?, agency_id)
                            AND store = coalesce(?, store) AND day BETWEEN ? AND ?\
                        """,
                        row ->
                                new Work(
                                        row.number(1),
                                        row.number(2),
                                        row.number(3),
                                        row.number(4),
                                        row.number(5),
                                        row.number(6)),
                        agencyId,
                        store,
                        from,
                        to)
                .orElseThrow();
    }

    /** Findings that are not settled, of those that were found since. */
    Unsettled unsettled(@Nullable UUID agencyId, Instant since) {
        return sql.first(
                        """
                        SELECT count(*) FILTER (WHERE state = 'OPEN'),
                            count(*) FILTER (WHERE state = 'UNREPAIRABLE'),
                            count(*) FILTER (WHERE state = 'LEFT')
                        FROM fixity_finding WHERE settled_at IS NULL
                            AND agency_id = coalesce(?, agency_id) AND found_at >= ?\
                        """,
                        row -> new Unsettled(row.number(1), row.number(2), row.number(3)),
                        agencyId,
                        since)
                .orElseThrow();
    }

    Page<Finding> findings(
            @Nullable String state,
            @Nullable String store,
            @Nullable UUID holdingId,
            @Nullable Integer limit,
            @Nullable String cursor) {
        if (state != null && !STATES.contains(state)) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, "state");
        }
        int size = Limits.page(limit);
        UUID before = cursor == null ? LAST : id(cursor);
        return scope.read(agencyId ->
                Page.of(
                        sql.list(
                                FINDING
                                        + """
                                         WHERE agency_id = coalesce(?, agency_id) AND state = coalesce(?, state)
                                            AND store = coalesce(?, store)
                                            AND (?::uuid IS NULL OR holding_id = ?) AND id < ?
                                        ORDER BY id DESC LIMIT ?\
                                        """,
                                row -> finding(row, null),
                                agencyId,
                                state,
                                store,
                                holdingId,
                                holdingId,
                                before,
                                size + 1),
                        size,
                        last -> Cursor.encode(last.id())));
    }

    /**
     * @throws Problem NOT_FOUND when there is none, or when it is another agency's
     */
    Finding finding(UUID id) {
        return scope.read(agencyId -> {
            List<Step> history =
                    sql.list(
                            "SELECT at, state, note FROM fixity_event WHERE finding_id = ? ORDER BY id",
                            row -> new Step(row.instant(1), row.text(2), row.textOrNull(3)),
                            id);
            return sql.first(
                            FINDING + " WHERE id = ? AND agency_id = coalesce(?, agency_id)",
                            row -> finding(row, history),
                            id,
                            agencyId)
                    .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        });
    }

    private static Finding finding(Sql.Row row, @Nullable List<Step> history) throws SQLException {
        return new Finding(
                row.id(1),
                row.id(2),
                row.idOrNull(3),
                row.text(4),
                row.text(5),
                row.text(6),
                row.text(7),
                row.text(8),
                row.textOrNull(9),
                row.textOrNull(10),
                row.numberOrNull(11),
                row.instant(12),
                row.instantOrNull(13),
                row.textOrNull(14),
                history);
    }

    private static UUID id(String cursor) {
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }
}
