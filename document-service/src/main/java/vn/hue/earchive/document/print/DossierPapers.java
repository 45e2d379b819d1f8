package vn.hue.earchive.document.print;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Danh mục hồ sơ of a year and mục lục văn bản of a dossier, Decree 30/2020 Annex V. */
@ApplicationScoped
class DossierPapers {

    private static final List<Column> LIST =
            List.of(
                    Column.left("Số và ký hiệu hồ sơ", 14),
                    Column.left("Tiêu đề hồ sơ", 44),
                    Column.centre("Thời hạn bảo quản", 13),
                    Column.left("Người lập hồ sơ", 16),
                    Column.left("Ghi chú", 13));

    private static final List<Column> CONTENTS =
            List.of(
                    Column.centre("STT", 6.5),
                    Column.left("Số, ký hiệu văn bản", 14),
                    Column.centre("Ngày, tháng, năm văn bản", 12.5),
                    Column.left("Tên loại và trích yếu nội dung văn bản", 35),
                    Column.left("Tác giả văn bản", 16),
                    Column.centre("Tờ số/ Trang số", 9),
                    Column.left("Ghi chú", 9));

    private static final String LIST_ITEMS =
            """
            select notation, title, retention_kind, retention_years, maker, note
            from dossier_list_item where list_id = ? order by position
            """;

    private static final String DOCUMENTS =
            """
            select f.ordinal, d.number, d.notation, d.issued_date, d.type_name, d.subject,
            d.issuer_name, d.page_count, d.description
            from dossier_document f join document d on d.id = f.document_id
            where f.dossier_id = ? order by f.ordinal
            """;

    private final Papers papers;
    private final Query query;
    private final Letterheads letterheads;
    private final CurrentCaller caller;

    DossierPapers(Papers papers, Query query, Letterheads letterheads, CurrentCaller caller) {
        this.papers = papers;
        this.query = query;
        this.letterheads = letterheads;
        this.caller = caller;
    }

    /** Danh mục hồ sơ. */
    Printed list(UUID list, String format) {
        return papers.print(
                format,
                () -> {
                    Named named =
                            require(
                                    "select title, approval_reference as second, list_year as third"
                                            + " from dossier_list where id = ?",
                                    list);
                    String year = "Năm " + named.third();
                    List<String> lines =
                            named.second().isEmpty()
                                    ? List.of(year)
                                    : List.of(year, "(Kèm theo " + named.second() + ")");
                    PaperForm form =
                            new PaperForm(
                                    PaperForm.Orientation.PORTRAIT,
                                    letterheads.of(caller.get().agencyId()),
                                    "DANH MỤC HỒ SƠ",
                                    lines,
                                    List.of(),
                                    LIST,
                                    List.of(),
                                    List.of(),
                                    List.of(
                                            new PaperForm.Signature(
                                                    "NGƯỜI LẬP DANH MỤC",
                                                    "(Ký, ghi rõ họ tên)",
                                                    ""),
                                            new PaperForm.Signature(
                                                    "NGƯỜI ĐỨNG ĐẦU CƠ QUAN",
                                                    "(Ký, ghi rõ họ tên, đóng dấu)",
                                                    "")),
                                    named.first(),
                                    null);
                    return new Papers.Paper(
                            form,
                            to ->
                                    query.each(
                                            LIST_ITEMS,
                                            List.of(list),
                                            row ->
                                                    to.accept(
                                                            Row.line(
                                                                    Cell.of(row.text("notation")),
                                                                    Cell.of(row.text("title")),
                                                                    Cell.of(Periods.retention(row)),
                                                                    Cell.of(row.text("maker")),
                                                                    Cell.of(row.text("note"))))));
                });
    }

    /** Mục lục văn bản, tài liệu trong hồ sơ, with the pages counted through. */
    Printed contents(UUID dossier, String format) {
        return papers.print(
                format,
                () -> {
                    Named named =
                            require(
                                    "select title, file_code as second, document_count as third"
                                            + " from dossier where id = ?",
                                    dossier);
                    PaperForm form =
                            new PaperForm(
                                    PaperForm.Orientation.PORTRAIT,
                                    letterheads.of(caller.get().agencyId()),
                                    "MỤC LỤC VĂN BẢN, TÀI LIỆU TRONG HỒ SƠ",
                                    List.of(named.first(), "Mã hồ sơ: " + named.second()),
                                    List.of(),
                                    CONTENTS,
                                    List.of(),
                                    List.of("Hồ sơ gồm " + named.third() + " văn bản, tài liệu."),
                                    List.of(
                                            new PaperForm.Signature(
                                                    "NGƯỜI LẬP HỒ SƠ", "(Ký, ghi rõ họ tên)", "")),
                                    "Mục lục văn bản trong hồ sơ " + named.second(),
                                    null);
                    return new Papers.Paper(form, to -> documents(dossier, to));
                });
    }

    private void documents(UUID dossier, Consumer<Row> to) {
        AtomicLong pages = new AtomicLong();
        query.each(
                DOCUMENTS,
                List.of(dossier),
                row -> {
                    long first = pages.get() + 1;
                    long last = pages.addAndGet(row.number("page_count"));
                    to.accept(
                            Row.line(
                                    Cell.of(row.number("ordinal")),
                                    Cell.of(numberAndNotation(row)),
                                    Cell.of(row.day("issued_date")),
                                    Cell.of(row.some("type_name") + ". " + row.some("subject")),
                                    Cell.of(row.text("issuer_name")),
                                    Cell.of(first == last ? "" + first : first + "-" + last),
                                    Cell.of(row.text("description"))));
                });
    }

    private static String numberAndNotation(Query.Line row) {
        String notation = row.text("notation");
        return row.some("number") + (notation == null ? "" : "/" + notation);
    }

    private record Named(String first, String second, long third) {}

    /**
     * @throws Problem NOT_FOUND also for what another agency has
     */
    private Named require(String sql, UUID id) {
        return query
                .all(
                        sql,
                        List.of(id),
                        row ->
                                new Named(
                                        row.some("title"), row.some("second"), row.number("third")))
                .stream()
                .findFirst()
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }
}
