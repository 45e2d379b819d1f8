package vn.hue.earchive.document.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import vn.hue.earchive.document.codelist.CodeListEntry;
import vn.hue.earchive.document.codelist.CodeLists;
import vn.hue.earchive.document.print.Query;
import vn.hue.earchive.kit.identity.CurrentCaller;

/**
 * Counts a year from the rows of the registers themselves. One statement per subject gives every
 * combination once, so that all breakdowns of it add up to the same total.
 */
@ApplicationScoped
class CountYear {

    private static final String INCOMING =
            """
            select confidence_level as medium, type_code as kind, count(*) as n,
            sum(page_count) as pages, sum((select coalesce(sum(f.size), 0) from document_file f
                where f.document_id = document.id)) as bytes
            from document where agency_id = ? and direction = 'INCOMING' and register_year = ?
            group by 1, 2
            """;

    /** Numbers that stand for a document; void and reserved ones are no documents. */
    private static final String OUTGOING =
            """
            select o.confidence_level as medium, o.type_code as kind, count(*) as n,
            sum(o.page_count) as pages, sum((select coalesce(sum(f.size), 0) from document_file f
                where f.document_id = o.id)) as bytes
            from outgoing_number n join outgoing_document o on o.id = n.document_id
            where n.agency_id = ? and n.series_year = ? and n.state = 'USED'
            group by 1, 2
            """;

    private static final String DOSSIERS =
            """
            select confidence_level as medium, retention_code as kind, state, count(*) as n,
            sum(page_count) as pages, sum((select coalesce(sum(f.size), 0) from dossier_document l
                join document_file f on f.document_id = l.document_id
                where l.dossier_id = dossier.id)) as bytes
            from dossier where agency_id = ? and dossier_year = ?
            group by 1, 2, 3
            """;

    private static final Map<String, String> STATES =
            Map.of(
                    "OPEN", "Đang lập",
                    "CLOSED", "Đã kết thúc",
                    "SUBMITTED", "Đã nộp, chờ kiểm tra",
                    "RETURNED", "Bị trả lại",
                    "IN_AGENCY_ARCHIVE", "Đã giao lưu trữ cơ quan");

    private final Query query;
    private final CodeLists codes;
    private final CurrentCaller caller;
    private final Clock clock;

    CountYear(Query query, CodeLists codes, CurrentCaller caller, Clock clock) {
        this.query = query;
        this.codes = codes;
        this.caller = caller;
        this.clock = clock;
    }

    private record Group(
            String medium, String kind, String state, long count, long pages, long bytes) {}

    private interface Key {
        String of(Group group);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    StatisticsView of(StatisticsForm form, int year) {
        List<StatisticsView.Section> sections =
                switch (form) {
                    case DOCUMENTS ->
                            List.of(
                                    documents("incoming", "Văn bản đến", INCOMING, year),
                                    documents("outgoing", "Văn bản đi", OUTGOING, year));
                    case DOSSIERS -> List.of(dossiers(year));
                };
        return new StatisticsView(form.number(), form.title(), year, clock.instant(), sections);
    }

    private StatisticsView.Section documents(String subject, String label, String sql, int year) {
        List<Group> groups = groups(sql, year, false);
        return section(
                subject,
                label,
                groups,
                List.of(
                        medium(groups),
                        breakdown(
                                "TYPE",
                                "Tên loại văn bản",
                                groups,
                                Group::kind,
                                labels(CodeLists.DOCUMENT_TYPE))));
    }

    private StatisticsView.Section dossiers(int year) {
        List<Group> groups = groups(DOSSIERS, year, true);
        return section(
                "dossiers",
                "Hồ sơ",
                groups,
                List.of(
                        medium(groups),
                        breakdown(
                                "RETENTION",
                                "Thời hạn bảo quản",
                                groups,
                                Group::kind,
                                labels(CodeLists.MAINTENANCE)),
                        breakdown("STATE", "Tình trạng", groups, Group::state, STATES)));
    }

    private List<Group> groups(String sql, int year, boolean states) {
        UUID agency = caller.get().agencyId();
        return query.all(
                sql,
                List.of(agency, year),
                row ->
                        new Group(
                                row.some("medium"),
                                row.some("kind"),
                                states ? row.some("state") : "",
                                row.number("n"),
                                row.number("pages"),
                                row.number("bytes")));
    }

    private static StatisticsView.Section section(
            String subject,
            String label,
            List<Group> groups,
            List<StatisticsView.Breakdown> breakdowns) {
        return new StatisticsView.Section(
                subject,
                label,
                groups.stream().mapToLong(Group::count).sum(),
                groups.stream().mapToLong(Group::pages).sum(),
                groups.stream().mapToLong(Group::bytes).sum(),
                breakdowns);
    }

    private StatisticsView.Breakdown medium(List<Group> groups) {
        return breakdown(
                "MEDIUM",
                "Dạng tài liệu",
                groups,
                Group::medium,
                labels(CodeLists.CONFIDENCE_LEVEL));
    }

    private static StatisticsView.Breakdown breakdown(
            String by, String label, List<Group> groups, Key key, Map<String, String> labels) {
        Map<String, Long> sums = new TreeMap<>();
        groups.forEach(g -> sums.merge(key.of(g), g.count(), Long::sum));
        List<StatisticsView.Count> counts = new ArrayList<>();
        sums.forEach((code, count) ->
                counts.add(new StatisticsView.Count(code, labels.getOrDefault(code, code), count)));
        counts.sort(Comparator.comparing(StatisticsView.Count::code));
        return new StatisticsView.Breakdown(by, label, counts);
    }

    private Map<String, String> labels(String list) {
        Map<String, String> labels = new TreeMap<>();
        for (CodeListEntry entry : codes.entries(list)) {
            labels.put(entry.code(), entry.labelVi());
        }
        return labels;
    }
}
