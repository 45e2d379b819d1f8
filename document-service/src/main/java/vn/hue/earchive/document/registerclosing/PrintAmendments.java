package vn.hue.earchive.document.registerclosing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.print.Cell;
import vn.hue.earchive.document.print.Column;
import vn.hue.earchive.document.print.Letterheads;
import vn.hue.earchive.document.print.PaperForm;
import vn.hue.earchive.document.print.Papers;
import vn.hue.earchive.document.print.Printed;
import vn.hue.earchive.document.print.Register;
import vn.hue.earchive.document.print.Row;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.time.LegalDate;

/** The annex of a sealed register: every change since the closing, in words. */
@ApplicationScoped
class PrintAmendments {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private static final List<Column> COLUMNS =
            List.of(
                    Column.centre("STT", 4),
                    Column.left("Số trong sổ", 9),
                    Column.centre("Thời điểm", 8.5),
                    Column.left("Người thực hiện", 12),
                    Column.left("Việc đã làm", 13),
                    Column.left("Nội dung trước khi thay đổi", 20),
                    Column.left("Nội dung sau khi thay đổi", 20),
                    Column.left("Lý do", 13.5));

    private final RegisterClosings closings;
    private final Amendments amendments;
    private final Papers papers;
    private final Letterheads letterheads;

    PrintAmendments(
            RegisterClosings closings,
            Amendments amendments,
            Papers papers,
            Letterheads letterheads) {
        this.closings = closings;
        this.amendments = amendments;
        this.papers = papers;
        this.letterheads = letterheads;
    }

    /**
     * @throws Problem NOT_FOUND
     */
    Printed print(UUID closingId, String format) {
        return papers.print(format, () -> paper(closings.require(closingId)));
    }

    private Papers.Paper paper(RegisterClosing closing) {
        Register register = closing.range().register();
        String what = "sổ đăng ký " + register.documents();
        PaperForm form =
                new PaperForm(
                        PaperForm.Orientation.LANDSCAPE,
                        letterheads.of(closing.agencyId()),
                        ("Phụ lục sửa đổi, bổ sung " + what).toUpperCase(Locale.of("vi")),
                        List.of(
                                "Năm %d (sổ đã khóa ngày %s)"
                                        .formatted(
                                                closing.range().year(),
                                                DAY.format(LegalDate.of(closing.closedAt())))),
                        List.of(),
                        COLUMNS,
                        List.of(
                                "Sổ đã khóa gồm %d dòng; mã kiểm tra (SHA-256) của nội dung sổ: %s."
                                        .formatted(closing.lineCount(), closing.contentSha256())),
                        List.of("Cộng: " + amendments.count(closing.id()) + " lần thay đổi."),
                        List.of(
                                new PaperForm.Signature(
                                        "VĂN THƯ CƠ QUAN", "(Ký, ghi rõ họ tên)", ""),
                                new PaperForm.Signature(
                                        "XÁC NHẬN CỦA NGƯỜI CÓ THẨM QUYỀN",
                                        "(Ký, ghi rõ họ tên, đóng dấu)",
                                        "")),
                        "Phụ lục " + what + " năm " + closing.range().year(),
                        null);
        AtomicLong number = new AtomicLong();
        return new Papers.Paper(
                form,
                to ->
                        amendments.each(
                                closing.id(),
                                (amendment, notation) ->
                                        to.accept(
                                                row(
                                                        number.incrementAndGet(),
                                                        amendment,
                                                        notation))));
    }

    private static Row row(long number, AmendmentView amendment, @Nullable String notation) {
        return Row.line(
                Cell.of(number),
                Cell.of(
                        "%02d".formatted(amendment.registerNumber())
                                + (notation == null ? "" : "/" + notation)),
                Cell.of(minute(amendment.amendedAt())),
                Cell.of(amendment.amendedBy()),
                Cell.of(AmendmentWords.action(amendment.action())),
                Cell.of(AmendmentWords.values(amendment.before())),
                Cell.of(AmendmentWords.values(amendment.after())),
                Cell.of(amendment.reason()));
    }

    private static String minute(Instant at) {
        return MINUTE.format(at.atZone(LegalDate.ZONE));
    }
}
