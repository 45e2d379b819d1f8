package vn.hue.earchive.archive.fonds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.accession.Amounts;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

/** Tells of the fonds of the caller's agency, and lets archivists describe them. */
@ApplicationScoped
class DescribeFonds {

    private static final String FONDS =
            """
            SELECT f.id, f.agency_id, f.version, f.code, f.kind, f.status, f.title,
                f.administrative_history, f.classification_scheme, f.languages, f.backup_regime,
                f.finding_aids, f.description, h.* FROM fonds f CROSS JOIN LATERAL (
                    SELECT min(start_date)::text, max(end_date)::text, %s
                    FROM holding WHERE holding.agency_id = f.agency_id) h
            """
                    .formatted(Amounts.COLUMNS);

    private static final String PAGE =
            FONDS
                    + "WHERE f.agency_id = ? AND (f.code, f.id) > (?, ?) ORDER BY f.code, f.id LIMIT ?";

    private static final String ONE = FONDS + "WHERE f.agency_id = ? AND f.id = ?";

    private static final String LOCK =
            "SELECT version FROM fonds WHERE agency_id = ? AND id = ? FOR UPDATE";

    private static final String DESCRIBE =
            """
            UPDATE fonds SET version = version + 1, title = ?, administrative_history = ?,
                classification_scheme = ?, languages = ?, backup_regime = ?, finding_aids = ?,
                description = ? WHERE id = ?\
            """;

    private static final UUID FIRST = new UUID(0, 0);

    private final Sql sql;
    private final CurrentCaller caller;
    private final Audit audit;

    DescribeFonds(Sql sql, CurrentCaller caller, Audit audit) {
        this.sql = sql;
        this.caller = caller;
        this.audit = audit;
    }

    /** A fonds with its version. */
    record Versioned(FondsView view, long version) {}

    @Transactional
    Page<FondsView> list(@Nullable Integer limit, @Nullable String cursor) {
        int size = Limits.page(limit);
        String afterCode = "";
        UUID afterId = FIRST;
        if (cursor != null) {
            List<String> keys = Cursor.decode(cursor, 2);
            afterCode = keys.get(0);
            try {
                afterId = UUID.fromString(keys.get(1));
            } catch (IllegalArgumentException e) {
                throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
            }
        }
        List<Versioned> rows =
                sql.list(
                        PAGE,
                        DescribeFonds::read,
                        caller.get().agencyId(),
                        afterCode,
                        afterId,
                        size + 1);
        return Page.of(rows, size, last -> Cursor.encode(last.view().code(), last.view().id()))
                .map(Versioned::view);
    }

    /**
     * @throws Problem NOT_FOUND also for another agency's
     */
    @Transactional
    Versioned get(UUID id) {
        return sql.first(ONE, DescribeFonds::read, caller.get().agencyId(), id)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    /**
     * Replaces what was said of a fonds; code, kind and status are not the caller's to choose.
     *
     * @throws Problem NOT_FOUND, IF_MATCH_REQUIRED, STALE_ETAG
     */
    @Transactional
    Versioned describe(UUID id, FondsRequest said, @Nullable String ifMatch) {
        UUID agency = caller.get().agencyId();
        long version =
                sql.first(LOCK, row -> row.number(1), agency, id)
                        .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        ETags.check(ifMatch, version);
        sql.update(
                DESCRIBE,
                said.title().strip(),
                said.administrativeHistory(),
                said.classificationScheme(),
                said.languages().stream().distinct().sorted().toList(),
                said.backupRegime(),
                said.findingAids(),
                said.description(),
                id);
        audit.append(
                agency, "describeFonds", "fonds", id, version + 1, Map.of("title", said.title()));
        return get(id);
    }

    private static Versioned read(Sql.Row row) throws SQLException {
        return new Versioned(
                new FondsView(
                        row.id(1),
                        row.id(2),
                        row.text(4),
                        row.text(5),
                        row.text(6),
                        row.text(7),
                        row.textOrNull(8),
                        row.textOrNull(9),
                        row.texts(10),
                        row.flag(11),
                        row.textOrNull(12),
                        row.textOrNull(13),
                        date(row.textOrNull(14)),
                        date(row.textOrNull(15)),
                        Amounts.read(row, 16)),
                row.number(3));
    }

    private static @Nullable LocalDate date(@Nullable String date) {
        return date == null ? null : LocalDate.parse(date);
    }
}
