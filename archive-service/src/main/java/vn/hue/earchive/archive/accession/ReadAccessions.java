package vn.hue.earchive.archive.accession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.accession.AccessionViews.Accession;
import vn.hue.earchive.archive.accession.AccessionViews.Check;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

/**
 * The accession register of the caller's agency. Nobody keeps it: it is computed from the holdings,
 * and {@link #check} computes the same from the journal, which only grows.
 */
@ApplicationScoped
class ReadAccessions {

    private static final int MOST_DIFFERENCES = 100;

    private static final String PAGE =
            """
            SELECT i.submission_id, i.submitted_by, i.submitted_at, i.received_at, i.dossier_count,
                a.first, a.last, a.dossiers, a.documents, a.media, a.files, a.pages, a.bytes
            FROM intake i CROSS JOIN LATERAL (
                SELECT min(h.accepted_at), max(h.accepted_at), %s FROM holding h
                WHERE h.submission_id = i.submission_id AND h.agency_id = i.agency_id
            ) a (first, last, dossiers, documents, media, files, pages, bytes)
            WHERE i.agency_id = ? AND i.received_at >= ? AND i.received_at < ?
                AND (i.received_at, i.submission_id) < (?, ?) AND a.dossiers > 0
            ORDER BY i.received_at DESC, i.submission_id DESC LIMIT ?\
            """
                    .formatted(Amounts.COLUMNS);

    private static final String REGISTER =
            "SELECT "
                    + Amounts.COLUMNS
                    + " FROM holding WHERE agency_id = ? AND accepted_at >= ? AND accepted_at < ?";

    private static final String JOURNAL =
            """
            SELECT count(DISTINCT aggregate_id) FROM audit_entry
            WHERE agency_id = ? AND action = 'dossier.accept' AND recorded_at >= ? AND recorded_at < ?\
            """;

    private static final String NOT_HELD =
            """
            SELECT DISTINCT aggregate_id FROM audit_entry a
            WHERE agency_id = ? AND action = 'dossier.accept' AND recorded_at >= ? AND recorded_at < ?
                AND NOT EXISTS (SELECT 1 FROM holding h WHERE h.id = a.aggregate_id)
            ORDER BY aggregate_id LIMIT ?\
            """;

    private static final String NOT_TOLD =
            """
            SELECT id FROM holding h
            WHERE agency_id = ? AND accepted_at >= ? AND accepted_at < ? AND NOT EXISTS (
                SELECT 1 FROM audit_entry a
                WHERE a.aggregate_id = h.id AND a.action = 'dossier.accept')
            ORDER BY id LIMIT ?\
            """;

    /** Behind every row of a list that begins with the newest. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private static final UUID LAST = new UUID(-1, -1);

    private final Sql sql;
    private final CurrentCaller caller;
    private final Clock clock;

    ReadAccessions(Sql sql, CurrentCaller caller, Clock clock) {
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
    }

    /** A page of the register, what was received last first. */
    @Transactional
    Page<Accession> list(@Nullable Integer year, @Nullable Integer limit, @Nullable String cursor) {
        int size = Limits.page(limit);
        Year of = year == null ? null : Year.of(year, clock);
        Position after = Position.of(cursor);
        List<Accession> rows =
                sql.list(
                        PAGE,
                        ReadAccessions::accession,
                        caller.get().agencyId(),
                        of == null ? Instant.EPOCH : of.from(),
                        of == null ? END_OF_TIME : of.to(),
                        after.receivedAt(),
                        after.submissionId(),
                        size + 1);
        return Page.of(rows, size, last -> Cursor.encode(last.receivedAt(), last.submissionId()));
    }

    /** Holds the register of a year against the journal. */
    @Transactional
    Check check(int number) {
        Year year = Year.of(number, clock);
        UUID agency = caller.get().agencyId();
        Amounts register =
                sql.first(REGISTER, row -> Amounts.read(row, 1), agency, year.from(), year.to())
                        .orElseThrow();
        long journal =
                sql.first(JOURNAL, row -> row.number(1), agency, year.from(), year.to())
                        .orElseThrow();
        List<UUID> notHeld = differences(NOT_HELD, agency, year);
        List<UUID> notTold = differences(NOT_TOLD, agency, year);
        return new Check(
                number,
                clock.instant(),
                notHeld.isEmpty() && notTold.isEmpty(),
                register,
                journal,
                notHeld,
                notTold);
    }

    private List<UUID> differences(String statement, UUID agency, Year year) {
        return sql.list(
                statement, row -> row.id(1), agency, year.from(), year.to(), MOST_DIFFERENCES);
    }

    private static Accession accession(Sql.Row row) throws SQLException {
        return new Accession(
                row.id(1),
                row.textOrNull(2),
                row.instant(3),
                row.instant(4),
                row.instant(6),
                row.instant(7),
                row.integer(5),
                Amounts.read(row, 8));
    }

    /** Where the next page begins. */
    private record Position(Instant receivedAt, UUID submissionId) {

        static Position of(@Nullable String cursor) {
            if (cursor == null) {
                return new Position(END_OF_TIME, LAST);
            }
            List<String> keys = Cursor.decode(cursor, 2);
            try {
                return new Position(Instant.parse(keys.get(0)), UUID.fromString(keys.get(1)));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
            }
        }
    }
}
