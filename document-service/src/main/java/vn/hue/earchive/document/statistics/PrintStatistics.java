package vn.hue.earchive.document.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import vn.hue.earchive.document.print.Cell;
import vn.hue.earchive.document.print.Column;
import vn.hue.earchive.document.print.Letterheads;
import vn.hue.earchive.document.print.PaperForm;
import vn.hue.earchive.document.print.Papers;
import vn.hue.earchive.document.print.Printed;
import vn.hue.earchive.document.print.Row;
import vn.hue.earchive.kit.identity.CurrentCaller;

/** The same figures on paper and as a sheet. */
@ApplicationScoped
class PrintStatistics {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.centre("Mã số", 12),
                    Column.left("Chỉ tiêu", 58),
                    Column.centre("Đơn vị tính", 14),
                    Column.right("Số lượng", 16));

    private final CountYear count;
    private final Papers papers;
    private final Letterheads letterheads;
    private final CurrentCaller caller;

    PrintStatistics(CountYear count, Papers papers, Letterheads letterheads, CurrentCaller caller) {
        this.count = count;
        this.papers = papers;
        this.letterheads = letterheads;
        this.caller = caller;
    }

    Printed print(StatisticsForm form, int year, String format) {
        return papers.print(
                format,
                () -> {
                    StatisticsView counted = count.of(form, year);
                    PaperForm paper =
                            new PaperForm(
                                    PaperForm.Orientation.PORTRAIT,
                                    letterheads.of(caller.get().agencyId()),
                                    form.title(),
                                    List.of(
                                            "Biểu số " + form.number(),
                                            "Số liệu từ ngày 01/01/%d đến ngày 31/12/%d"
                                                    .formatted(year, year)),
                                    List.of(),
                                    COLUMNS,
                                    List.of(),
                                    List.of(),
                                    List.of(
                                            new PaperForm.Signature(
                                                    "NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)", ""),
                                            new PaperForm.Signature(
                                                    "THỦ TRƯỞNG CƠ QUAN",
                                                    "(Ký, ghi rõ họ tên, đóng dấu)",
                                                    "")),
                                    "Biểu số " + form.number() + " năm " + year,
                                    null);
                    return new Papers.Paper(
                            paper, to -> counted.sections().forEach(s -> section(s, to)));
                });
    }

    private static void section(StatisticsView.Section section, Consumer<Row> to) {
        String unit = section.subject().equals("dossiers") ? "hồ sơ" : "văn bản";
        to.accept(Row.group(section.label()));
        to.accept(
                Row.total(Cell.BLANK, Cell.of("Tổng số"), Cell.of(unit), Cell.of(section.total())));
        to.accept(line("", "Số trang", "trang", section.pages()));
        to.accept(line("", "Dung lượng tệp điện tử", "byte", section.bytes()));
        for (StatisticsView.Breakdown breakdown : section.breakdowns()) {
            to.accept(Row.group(section.label() + ": chia theo " + lower(breakdown.label())));
            // A state has a name for programs, not a code that people know.
            boolean coded = !breakdown.by().equals("STATE");
            breakdown
                    .counts()
                    .forEach(c ->
                            to.accept(line(coded ? c.code() : "", c.label(), unit, c.count())));
        }
    }

    private static String lower(String label) {
        return label.substring(0, 1).toLowerCase(Locale.of("vi")) + label.substring(1);
    }

    private static Row line(String code, String label, String unit, long count) {
        return Row.line(Cell.of(code), Cell.of(label), Cell.of(unit), Cell.of(count));
    }
}
