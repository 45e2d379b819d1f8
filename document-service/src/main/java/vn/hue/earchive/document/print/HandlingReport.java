package vn.hue.earchive.document.print;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.time.LegalDate;

/**
 * How far the documents of a year are handled (báo cáo tình hình giải quyết văn bản đến, văn bản
 * đi): figures of all of them, and each one that is not done, the overdue first.
 */
@ApplicationScoped
class HandlingReport {

    private static final List<Column> INCOMING =
            List.of(
                    Column.centre("Số đến", 6),
                    Column.centre("Ngày đến", 9),
                    Column.left("Số, ký hiệu", 12),
                    Column.left("Tác giả", 16),
                    Column.left("Tên loại và trích yếu nội dung", 34),
                    Column.centre("Hạn giải quyết", 9),
                    Column.left("Tình trạng", 14));

    private static final List<Column> OUTGOING =
            List.of(
                    Column.left("Số, ký hiệu", 13),
                    Column.centre("Ngày, tháng, năm", 10),
                    Column.left("Tên loại và trích yếu nội dung", 42),
                    Column.left("Người ký", 18),
                    Column.left("Tình trạng", 17));

    /** Filed is done: nothing is filed that is still to be answered. */
    private static final String ARRIVED =
            """
            select d.*, coalesce(d.assignee, 'Chưa chuyển giải quyết') as unit,
            case when d.handling_state in ('RETURNED', 'RECALLED') then 'ENDED'
                when d.handling_state = 'COMPLETED' or exists
                    (select 1 from dossier_document f where f.document_id = d.id) then 'DONE'
                when d.due_date < ? then 'OVERDUE' else 'OPEN' end as standing
            from document d
            where d.agency_id = ? and d.direction = 'INCOMING' and d.register_year = ?
            """;

    private static final String ISSUED =
            """
            select o.*, o.type_name as unit, n.number_value, n.notation as number_notation,
            case when n.state <> 'USED' then n.state else o.state end as standing, n.reason
            from outgoing_number n
            left join outgoing_document o on o.id = n.document_id and n.state = 'USED'
            where n.agency_id = ? and n.series_year = ?
            """;

    private static final Map<String, String> STANDINGS =
            Map.of(
                    "NUMBERED", "Đã cấp số, chờ ký số cơ quan",
                    "AGENCY_SIGNED", "Đã ký số, chờ phát hành",
                    "RECALLED", "Đã thu hồi",
                    "REPLACED", "Đã thay thế",
                    "CORRECTED", "Đã đính chính",
                    "VOID", "Số hủy",
                    "RESERVED", "Số dành riêng");

    private final Papers papers;
    private final Query query;
    private final Letterheads letterheads;
    private final CurrentCaller caller;
    private final Clock clock;

    HandlingReport(
            Papers papers,
            Query query,
            Letterheads letterheads,
            CurrentCaller caller,
            Clock clock) {
        this.papers = papers;
        this.query = query;
        this.letterheads = letterheads;
        this.caller = caller;
        this.clock = clock;
    }

    private record Sums(String unit, long all, long done, long open, long overdue, long ended) {}

    Printed print(Register register, int year, String format) {
        return papers.print(
                format, () -> register == Register.INCOMING ? arrived(year) : issued(year));
    }

    private Papers.Paper arrived(int year) {
        UUID agency = caller.get().agencyId();
        LocalDate today = LegalDate.today(clock);
        List<Object> parameters = List.of(today, agency, year);
        List<Sums> units =
                query.all(
                        """
                        select unit, count(*) as all_of_it,
                        count(*) filter (where standing = 'DONE') as done,
                        count(*) filter (where standing in ('OPEN', 'OVERDUE')) as open,
                        count(*) filter (where standing = 'OVERDUE') as overdue,
                        count(*) filter (where standing = 'ENDED') as ended
                        from (%s) line group by unit order by unit
                        """
                                .formatted(ARRIVED),
                        parameters,
                        row ->
                                new Sums(
                                        row.some("unit"),
                                        row.number("all_of_it"),
                                        row.number("done"),
                                        row.number("open"),
                                        row.number("overdue"),
                                        row.number("ended")));
        Sums all =
                units.stream()
                        .reduce(
                                new Sums("Tổng số văn bản đến", 0, 0, 0, 0, 0),
                                (a, b) ->
                                        new Sums(
                                                a.unit(),
                                                a.all() + b.all(),
                                                a.done() + b.done(),
                                                a.open() + b.open(),
                                                a.overdue() + b.overdue(),
                                                a.ended() + b.ended()));
        return new Papers.Paper(
                form(Register.INCOMING, year, INCOMING, List.of(said(all) + ".")),
                to -> arrived(units, parameters, today, to));
    }

    private static String said(Sums sums) {
        return "%s: %d; đã giải quyết: %d; chưa giải quyết: %d, trong đó quá hạn: %d; trả lại, thu hồi: %d"
                .formatted(
                        sums.unit(),
                        sums.all(),
                        sums.done(),
                        sums.open(),
                        sums.overdue(),
                        sums.ended());
    }

    private void arrived(
            List<Sums> units, List<Object> parameters, LocalDate today, Consumer<Row> to) {
        Map<String, Sums> unsaid = new LinkedHashMap<>();
        units.forEach(u -> unsaid.put(u.unit(), u));
        query.each(
                """
                select * from (%s) line where standing in ('OPEN', 'OVERDUE')
                order by unit, due_date nulls last, register_number
                """
                        .formatted(ARRIVED),
                parameters,
                row -> {
                    Sums unit = unsaid.remove(row.some("unit"));
                    if (unit != null) {
                        to.accept(Row.group(said(unit)));
                    }
                    to.accept(
                            Row.line(
                                    Cell.of(row.number("register_number")),
                                    Cell.of(row.day("registered_on")),
                                    Cell.of(row.some("number") + "/" + row.some("notation")),
                                    Cell.of(row.text("issuer_name")),
                                    Cell.of(row.some("type_name") + ". " + row.some("subject")),
                                    Cell.of(row.day("due_date")),
                                    Cell.of(standing(row.day("due_date"), today))));
                });
        unsaid.values().forEach(unit -> to.accept(Row.group(said(unit))));
    }

    private static String standing(@Nullable LocalDate due, LocalDate today) {
        if (due == null) {
            return "Chưa giải quyết";
        }
        long late = ChronoUnit.DAYS.between(due, today);
        return late > 0 ? "Quá hạn " + late + " ngày" : "Trong hạn";
    }

    private Papers.Paper issued(int year) {
        List<Object> parameters = List.of(caller.get().agencyId(), year);
        List<String> figures = new ArrayList<>();
        query.each(
                "select standing, count(*) as n from (%s) line group by 1 order by 1"
                        .formatted(ISSUED),
                parameters,
                row ->
                        figures.add(
                                STANDINGS.getOrDefault(row.some("standing"), "Đã phát hành")
                                        + ": "
                                        + row.number("n")));
        String summary = figures.isEmpty() ? "Không có văn bản đi" : String.join("; ", figures);
        return new Papers.Paper(
                form(Register.OUTGOING, year, OUTGOING, List.of(summary + ".")),
                to ->
                        query.each(
                                """
                                select * from (%s) line where standing <> 'ISSUED'
                                order by issued_date nulls last, number_value
                                """
                                        .formatted(ISSUED),
                                parameters,
                                row -> to.accept(unissued(row))));
    }

    private static Row unissued(Query.Line row) {
        String number = row.text("number");
        String notation = number == null ? row.none("number_notation") : row.none("notation");
        String why = row.none("reason") == null ? row.none("end_reason") : row.none("reason");
        String standing = STANDINGS.getOrDefault(row.some("standing"), row.some("standing"));
        return Row.line(
                Cell.of(
                        (number == null ? "%02d".formatted(row.number("number_value")) : number)
                                + (notation == null ? "" : "/" + notation)),
                Cell.of(row.day("issued_date")),
                Cell.of(
                        row.text("subject") == null
                                ? ""
                                : row.some("type_name") + ". " + row.some("subject")),
                Cell.of(row.text("signer_name")),
                Cell.of(why == null ? standing : standing + ": " + why));
    }

    private PaperForm form(Register register, int year, List<Column> columns, List<String> before) {
        String what = "Báo cáo tình hình giải quyết " + register.documents();
        return new PaperForm(
                PaperForm.Orientation.LANDSCAPE,
                letterheads.of(caller.get().agencyId()),
                what.toUpperCase(Locale.of("vi")),
                List.of("Năm " + year),
                List.of(),
                columns,
                before,
                List.of(),
                List.of(
                        new PaperForm.Signature("NGƯỜI LẬP BÁO CÁO", "(Ký, ghi rõ họ tên)", ""),
                        new PaperForm.Signature(
                                "NGƯỜI ĐỨNG ĐẦU CƠ QUAN", "(Ký, ghi rõ họ tên, đóng dấu)", "")),
                what + " năm " + year,
                null);
    }
}
