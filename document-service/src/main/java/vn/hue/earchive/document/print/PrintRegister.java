package vn.hue.earchive.document.print;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.hue.earchive.kit.identity.CurrentCaller;

/** Registers with the columns of Decree 30/2020 Annex IV. */
@ApplicationScoped
public class PrintRegister {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final List<Column> INCOMING =
            List.of(
                    Column.centre("Ngày đến", 8),
                    Column.centre("Số đến", 5.5),
                    Column.left("Tác giả", 14),
                    Column.left("Số, ký hiệu", 10),
                    Column.centre("Ngày, tháng, năm", 8),
                    Column.left("Tên loại và trích yếu nội dung", 29),
                    Column.left("Đơn vị hoặc người nhận", 12),
                    Column.centre("Ngày chuyển", 8),
                    Column.centre("Ký nhận", 7),
                    Column.left("Ghi chú", 8));

    private static final List<Column> OUTGOING =
            List.of(
                    Column.left("Số, ký hiệu", 11),
                    Column.centre("Ngày, tháng, năm", 8),
                    Column.left("Tên loại và trích yếu nội dung", 32),
                    Column.left("Người ký", 12),
                    Column.left("Nơi nhận văn bản", 16),
                    Column.left("Đơn vị, người nhận bản lưu", 12),
                    Column.right("Số lượng bản", 6),
                    Column.left("Ghi chú", 9));

    private final Papers papers;
    private final RegisterLines lines;
    private final Letterheads letterheads;
    private final CurrentCaller caller;

    PrintRegister(
            Papers papers, RegisterLines lines, Letterheads letterheads, CurrentCaller caller) {
        this.papers = papers;
        this.lines = lines;
        this.letterheads = letterheads;
        this.caller = caller;
    }

    /** An empty range is printed too: that nothing was registered is an answer. */
    public Printed print(RegisterLines.Range range, String format) {
        return papers.print(format, () -> paper(range));
    }

    private Papers.Paper paper(RegisterLines.Range range) {
        RegisterLines.Extent extent = lines.extent(range);
        String what = range.register().documents();
        String title = ("Sổ đăng ký " + what).toUpperCase(Locale.of("vi"));
        PaperForm form =
                new PaperForm(
                        PaperForm.Orientation.LANDSCAPE,
                        letterheads.of(caller.get().agencyId()),
                        title,
                        List.of("Năm " + range.year()),
                        cover(range, extent),
                        range.register() == Register.INCOMING ? INCOMING : OUTGOING,
                        List.of(),
                        List.of("Cộng: " + extent.lines() + " dòng."),
                        List.of(
                                new PaperForm.Signature(
                                        "VĂN THƯ CƠ QUAN", "(Ký, ghi rõ họ tên)", ""),
                                new PaperForm.Signature(
                                        "XÁC NHẬN CỦA NGƯỜI CÓ THẨM QUYỀN",
                                        "(Ký, ghi rõ họ tên, đóng dấu)",
                                        "")),
                        "Sổ đăng ký " + what + " năm " + range.year(),
                        null);
        return new Papers.Paper(
                form, to -> lines.each(range, line -> to.accept(row(range.register(), line))));
    }

    private static List<String> cover(RegisterLines.Range range, RegisterLines.Extent extent) {
        List<String> cover = new ArrayList<>();
        cover.add("Năm " + range.year());
        LocalDate first = extent.firstDay();
        LocalDate last = extent.lastDay();
        if (first == null || last == null) {
            cover.add("(Không có văn bản)");
            return cover;
        }
        cover.add("Từ ngày " + DAY.format(first) + " đến ngày " + DAY.format(last));
        if (range.register() == Register.INCOMING) {
            cover.add("Từ số %02d đến số %02d".formatted(extent.first(), extent.last()));
        }
        return cover;
    }

    private static Row row(Register register, RegisterLine line) {
        return switch (register) {
            case INCOMING ->
                    Row.line(
                            Cell.of(line.registeredOn()),
                            Cell.of(line.registerNumber()),
                            Cell.of(line.issuerName()),
                            Cell.of(line.numberAndNotation()),
                            Cell.of(line.issuedDate()),
                            Cell.of(line.typeAndSubject()),
                            Cell.of(line.assignee()),
                            Cell.of(line.forwardedOn()),
                            Cell.of(line.received()),
                            Cell.of(line.note()));
            case OUTGOING ->
                    Row.line(
                            Cell.of(line.numberAndNotation()),
                            Cell.of(line.issuedDate()),
                            Cell.of(line.typeAndSubject()),
                            Cell.of(line.signer()),
                            Cell.of(line.recipients()),
                            Cell.of(line.keptBy()),
                            Cell.of(line.copies()),
                            Cell.of(line.note()));
        };
    }
}
