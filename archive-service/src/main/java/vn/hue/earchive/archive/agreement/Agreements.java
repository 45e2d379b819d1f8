package vn.hue.earchive.archive.agreement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.identity.Role;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

/** The agreements; nothing of one is ever changed, a later version takes its place. */
@ApplicationScoped
public class Agreements {

    private static final Set<Role> MAKERS =
            Set.of(Role.AGENCY_ARCHIVIST, Role.HISTORICAL_ARCHIVIST, Role.ARCHIVE_DIRECTOR);

    private static final String SELECT =
            "SELECT agency_id, version, terms::text, made_by, made_at FROM submission_agreement"
                    + " WHERE agency_id = ?";

    private final Sql sql;
    private final CurrentCaller caller;
    private final Audit audit;
    private final ObjectMapper json;
    private final Clock clock;

    Agreements(Sql sql, CurrentCaller caller, Audit audit, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.caller = caller;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** What is in force for an agency; everything is, where nothing was agreed. */
    @Transactional
    public Agreement inForce(UUID agencyId) {
        return sql.first(SELECT + " ORDER BY version DESC LIMIT 1", this::read, agencyId)
                .orElseGet(() ->
                        new Agreement(agencyId, 0, AgreementTerms.NONE, null, null, List.of()));
    }

    /** As {@link #inForce} for the caller's agency, with what the caller may do. */
    @Transactional
    Agreement current() {
        Agreement agreement = inForce(caller.get().agencyId());
        return new Agreement(
                agreement.agencyId(),
                agreement.version(),
                agreement.terms(),
                agreement.madeBy(),
                agreement.madeAt(),
                caller.get().isAnyOf(MAKERS) ? List.of("changeSubmissionAgreement") : List.of());
    }

    /** Versions of the caller's agency, newest first. */
    @Transactional
    Page<Agreement> list(@Nullable Integer limit, @Nullable String cursor) {
        int size = Limits.page(limit);
        int before = cursor == null ? Integer.MAX_VALUE : position(cursor);
        List<Agreement> rows =
                sql.list(
                        SELECT + " AND version < ? ORDER BY version DESC LIMIT ?",
                        this::read,
                        caller.get().agencyId(),
                        before,
                        size + 1);
        return Page.of(rows, size, last -> Cursor.encode(last.version()));
    }

    /**
     * Makes the next version; the same terms again change nothing.
     *
     * @throws Problem IF_MATCH_REQUIRED, STALE_ETAG
     */
    @Transactional
    Agreement change(AgreementTerms terms, @Nullable String ifMatch) {
        UUID agency = caller.get().agencyId();
        Agreement before = inForce(agency);
        ETags.check(ifMatch, before.version());
        if (before.version() > 0 && before.terms().equals(terms)) {
            return current();
        }
        int version = before.version() + 1;
        // Two that follow the same version meet at the key.
        int made =
                sql.update(
                        "INSERT INTO submission_agreement (agency_id, version, terms, made_by, made_at)"
                                + " VALUES (?, ?, ?::jsonb, ?, ?) ON CONFLICT DO NOTHING",
                        agency,
                        version,
                        write(terms),
                        caller.get().username(),
                        clock.instant());
        if (made == 0) {
            ETags.check(ifMatch, version);
        }
        audit.append(
                agency,
                "changeSubmissionAgreement",
                "submission-agreement",
                agency,
                version,
                Map.of("version", version));
        return current();
    }

    private static int position(String cursor) {
        try {
            return Integer.parseInt(Cursor.decode(cursor, 1).getFirst());
        } catch (NumberFormatException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }

    private Agreement read(Sql.Row row) throws SQLException {
        try {
            return new Agreement(
                    row.id(1),
                    row.integer(2),
                    json.readValue(row.text(3), AgreementTerms.class),
                    row.text(4),
                    row.instant(5),
                    List.of());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored terms are not readable", e);
        }
    }

    private String write(AgreementTerms terms) {
        try {
            return json.writeValueAsString(terms);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record can be written as JSON", e);
        }
    }
}
