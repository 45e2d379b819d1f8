package vn.hue.earchive.archive.fixity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.fixity.FixityViews.Certificate;
import vn.hue.earchive.archive.fixity.FixityViews.StoreWork;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.time.LegalDate;

/** The annual certificate of one agency: what was checked, what was found, what became of it. */
@ApplicationScoped
class IssueCertificate {

    private static final int FIRST_YEAR = 2000;

    private final Sql sql;
    private final FixityScope scope;
    private final ReadFixity fixity;
    private final CurrentCaller caller;
    private final Clock clock;

    IssueCertificate(
            Sql sql, FixityScope scope, ReadFixity fixity, CurrentCaller caller, Clock clock) {
        this.sql = sql;
        this.scope = scope;
        this.fixity = fixity;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param year in Viet Nam
     * @param wanted the agency; null for the caller's own; another one for operators only
     * @throws Problem NOT_FOUND for a year that has not begun, or another agency
     */
    Certificate of(int year, @Nullable UUID wanted) {
        Instant now = clock.instant();
        LocalDate today = LegalDate.of(now);
        if (year < FIRST_YEAR || year > today.getYear()) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        UUID own = caller.get().agencyId();
        return scope.read(visible -> {
            UUID agencyId = wanted == null ? own : wanted;
            if (visible != null && !visible.equals(agencyId)) {
                throw new Problem(CommonProblem.NOT_FOUND);
            }
            return certificate(agencyId, year, today, now);
        });
    }

    private record Agency(String code, String name) {}

    private record Copies(long objects, long copies, long checked) {}

    private Certificate certificate(UUID agencyId, int year, LocalDate today, Instant now) {
        LocalDate from = LocalDate.of(year, 1, 1);
        boolean complete = year < today.getYear();
        LocalDate to = complete ? LocalDate.of(year, 12, 31) : today;
        Instant begin = from.atStartOfDay(LegalDate.ZONE).toInstant();
        Copies copies =
                sql.first(
                                """
                                SELECT count(DISTINCT object_id), count(*),
                                    count(*) FILTER (WHERE checked_at >= ?)
                                FROM object_copy WHERE agency_id = ?\
                                """,
                                row -> new Copies(row.number(1), row.number(2), row.number(3)),
                                begin,
                                agencyId)
                        .orElseThrow();
        @Nullable Agency agency =
                sql.first(
                                "SELECT code, name FROM agency WHERE agency_id = ?",
                                row -> new Agency(row.text(1), row.text(2)),
                                agencyId)
                        .orElse(null);
        List<StoreWork> stores =
                sql.list(
                        """
                        SELECT DISTINCT store FROM fixity_tally
                        WHERE agency_id = ? AND day BETWEEN ? AND ? ORDER BY store\
                        """,
                        row ->
                                new StoreWork(
                                        row.text(1), fixity.work(agencyId, row.text(1), from, to)),
                        agencyId,
                        from,
                        to);
        return new Certificate(
                agencyId,
                agency == null ? null : agency.code(),
                agency == null ? null : agency.name(),
                year,
                from,
                to,
                complete,
                copies.objects(),
                copies.copies(),
                copies.checked(),
                fixity.work(agencyId, null, from, to),
                stores,
                fixity.unsettled(agencyId, begin),
                now);
    }
}
