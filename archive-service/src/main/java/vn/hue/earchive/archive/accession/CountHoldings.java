package vn.hue.earchive.archive.accession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.accession.AccessionViews.Breakdown;
import vn.hue.earchive.archive.accession.AccessionViews.Part;
import vn.hue.earchive.archive.accession.AccessionViews.Statistics;
import vn.hue.earchive.archive.accession.AccessionViews.Use;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.time.LegalDate;

/** Counts the statistics of the caller's agency in one pass over the rows that they are about. */
@ApplicationScoped
class CountHoldings {

    private static final String HOLDINGS =
            """
            SELECT CASE WHEN grouping(retention_code) = 0 THEN 'RETENTION'
                    WHEN grouping(access_mode) = 0 THEN 'ACCESS_MODE'
                    WHEN grouping(confidence_level) = 0 THEN 'CONFIDENCE'
                    WHEN grouping(acquired) = 0 THEN 'ACQUIRED' ELSE 'TOTAL' END,
                coalesce(retention_code, access_mode, confidence_level, acquired, ''), %s
            FROM (SELECT *, to_char(accepted_at AT TIME ZONE ?, ?) AS acquired FROM holding
                WHERE agency_id = ? AND accepted_at >= ? AND accepted_at < ?) h
            GROUP BY GROUPING SETS ((), (retention_code), (access_mode), (confidence_level), (acquired))
            ORDER BY 1, 2\
            """
                    .formatted(Amounts.COLUMNS);

    private static final String USE =
            """
            SELECT CASE WHEN grouping(action) = 0 THEN 'KIND'
                    WHEN grouping(month) = 0 THEN 'MONTH' ELSE 'TOTAL' END,
                coalesce(action, month, ''),
                count(*), count(DISTINCT aggregate_id), count(DISTINCT actor)
            FROM (SELECT *, to_char(recorded_at AT TIME ZONE ?, 'YYYY-MM') AS month FROM audit_entry
                WHERE agency_id = ? AND action IN ('readHoldingFile', 'exportHoldingPackage')
                    AND recorded_at >= ? AND recorded_at < ?) a
            GROUP BY GROUPING SETS ((), (action), (month))
            ORDER BY 1, 2\
            """;

    private static final String TOTAL = "TOTAL";

    private final Sql sql;
    private final CurrentCaller caller;
    private final Clock clock;

    CountHoldings(Sql sql, CurrentCaller caller, Clock clock) {
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
    }

    /** A line of an answer: which division, which part of it, and how much that is. */
    private record Line(String by, String code, @Nullable Amounts holdings, @Nullable Use use) {}

    @Transactional
    Statistics of(StatisticsForm form, int number) {
        Year year = Year.of(number, clock);
        List<Line> lines =
                switch (form) {
                    case HELD -> holdings("YYYY", Instant.EPOCH, year.to());
                    case ACQUIRED -> holdings("YYYY-MM", year.from(), year.to());
                    case USED ->
                            sql.list(
                                    USE,
                                    CountHoldings::use,
                                    LegalDate.ZONE.getId(),
                                    caller.get().agencyId(),
                                    year.from(),
                                    year.to());
                };
        Line total = lines.stream().filter(l -> l.by().equals(TOTAL)).findFirst().orElseThrow();
        return new Statistics(
                form.number(),
                form.title(),
                number,
                clock.instant(),
                total.holdings(),
                total.use(),
                breakdowns(lines));
    }

    private List<Line> holdings(String acquired, Instant from, Instant to) {
        return sql.list(
                HOLDINGS,
                CountHoldings::amounts,
                LegalDate.ZONE.getId(),
                acquired,
                caller.get().agencyId(),
                from,
                to);
    }

    private static Line amounts(Sql.Row row) throws SQLException {
        return new Line(row.text(1), row.text(2), Amounts.read(row, 3), null);
    }

    private static Line use(Sql.Row row) throws SQLException {
        return new Line(
                row.text(1),
                row.text(2),
                null,
                new Use(row.number(3), row.number(4), row.number(5)));
    }

    private static List<Breakdown> breakdowns(List<Line> lines) {
        Map<String, List<Part>> parts = new LinkedHashMap<>();
        for (Line line : lines) {
            if (!line.by().equals(TOTAL)) {
                parts.computeIfAbsent(line.by(), by -> new ArrayList<>())
                        .add(
                                new Part(
                                        line.code(),
                                        Labels.of(line.by(), line.code()),
                                        line.holdings(),
                                        line.use()));
            }
        }
        return parts.entrySet().stream()
                .map(e ->
                        new Breakdown(
                                e.getKey(),
                                Objects.requireNonNull(Labels.DIVISIONS.get(e.getKey())),
                                e.getValue()))
                .toList();
    }
}
