package vn.hue.earchive.document.print;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.time.LegalDate;

/** Papers of a hand-over to the agency archive, Decree 30/2020 Art 30 and Annex V. */
@ApplicationScoped
class HandOverPapers {

    private static final String SUBMISSION =
            "select submitted_at, submitted_by, manifest_sha256 from submission where id = ?";

    private static final String DOSSIERS =
            """
            select d.*, i.state as item_state from submission_item i
            join dossier d on d.id = i.dossier_id
            where i.submission_id = ? order by i.position
            """;

    private static final String SUMS =
            """
            select count(*) as dossiers, sum(d.document_count) as documents,
            sum(d.page_count) as pages, min(d.start_date) as first_day, max(d.end_date) as last_day,
            count(*) filter (where i.state = 'ACCEPTED') as accepted,
            count(*) filter (where i.state = 'RETURNED') as returned,
            count(*) filter (where d.confidence_level <> '01') as with_paper,
            (select count(*) from submission_item j
             join dossier_document l on l.dossier_id = j.dossier_id
             join document_file f on f.document_id = l.document_id
             where j.submission_id = ?) as files
            from submission_item i join dossier d on d.id = i.dossier_id where i.submission_id = ?
            """;

    private static final List<Column> INVENTORY =
            List.of(
                    Column.centre("STT", 4),
                    Column.left("Số, ký hiệu hồ sơ", 14),
                    Column.left("Tiêu đề hồ sơ", 34),
                    Column.centre("Thời gian tài liệu", 13),
                    Column.centre("Thời hạn bảo quản", 10),
                    Column.right("Số văn bản", 7),
                    Column.right("Số tờ/trang", 7),
                    Column.left("Ghi chú", 11));

    private final Papers papers;
    private final Query query;
    private final Letterheads letterheads;
    private final CurrentCaller caller;

    HandOverPapers(Papers papers, Query query, Letterheads letterheads, CurrentCaller caller) {
        this.papers = papers;
        this.query = query;
        this.letterheads = letterheads;
        this.caller = caller;
    }

    private record Batch(Instant at, String by, String manifest) {

        LocalDate on() {
            return LegalDate.of(at);
        }
    }

    private record Sums(
            long dossiers,
            long documents,
            long pages,
            long files,
            long accepted,
            long returned,
            long withPaper,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {}

    /**
     * @throws Problem NOT_FOUND also for a batch of another agency
     */
    private Batch require(UUID submission) {
        return query
                .all(
                        SUBMISSION,
                        List.of(submission),
                        row ->
                                new Batch(
                                        Objects.requireNonNull(row.instant("submitted_at")),
                                        row.some("submitted_by"),
                                        row.some("manifest_sha256")))
                .stream()
                .findFirst()
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    private Sums sums(UUID submission) {
        return query.all(
                        SUMS,
                        List.of(submission, submission),
                        row ->
                                new Sums(
                                        row.number("dossiers"),
                                        row.number("documents"),
                                        row.number("pages"),
                                        row.number("files"),
                                        row.number("accepted"),
                                        row.number("returned"),
                                        row.number("with_paper"),
                                        row.day("first_day"),
                                        row.day("last_day")))
                .getFirst();
    }

    /** Mục lục hồ sơ, tài liệu nộp lưu. */
    Printed inventory(UUID submission, String format) {
        return papers.print(
                format,
                () -> {
                    Batch batch = require(submission);
                    Sums sums = sums(submission);
                    PaperForm form =
                            new PaperForm(
                                    PaperForm.Orientation.LANDSCAPE,
                                    letterheads.of(caller.get().agencyId()),
                                    "MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU",
                                    List.of("Nộp lưu ngày " + Periods.day(batch.on())),
                                    List.of(),
                                    INVENTORY,
                                    List.of(),
                                    List.of(
                                            "Mục lục này gồm %d hồ sơ, %d văn bản, %d trang."
                                                    .formatted(
                                                            sums.dossiers(),
                                                            sums.documents(),
                                                            sums.pages()),
                                            "Mã kiểm tra (SHA-256) của bản kê nộp lưu: "
                                                    + batch.manifest()),
                                    signatures(batch.by()),
                                    "Mục lục hồ sơ, tài liệu nộp lưu " + submission,
                                    null);
                    return new Papers.Paper(form, to -> inventory(submission, to));
                });
    }

    private void inventory(UUID submission, Consumer<Row> to) {
        AtomicLong number = new AtomicLong();
        query.each(
                DOSSIERS,
                List.of(submission),
                row ->
                        to.accept(
                                Row.line(
                                        Cell.of(number.incrementAndGet()),
                                        Cell.of(row.text("file_code")),
                                        Cell.of(row.text("title")),
                                        Cell.of(
                                                Periods.between(
                                                        row.day("start_date"),
                                                        row.day("end_date"))),
                                        Cell.of(Periods.retention(row)),
                                        Cell.of(row.number("document_count")),
                                        Cell.of(row.number("page_count")),
                                        Cell.of(note(row)))));
    }

    private static String note(Query.Line row) {
        String state =
                switch (row.some("item_state")) {
                    case "ACCEPTED" -> "Đã nhận";
                    case "RETURNED" -> "Trả lại";
                    default -> "";
                };
        String paper = row.text("paper_file_code");
        return paper == null ? state : (state + " Hồ sơ giấy: " + paper).strip();
    }

    /** Biên bản giao nhận hồ sơ, tài liệu: both sides sign it. */
    Printed minutes(UUID submission, String format) {
        return papers.print(
                format,
                () -> {
                    Batch batch = require(submission);
                    PaperForm.Letterhead head = letterheads.of(caller.get().agencyId());
                    PaperForm form =
                            new PaperForm(
                                    PaperForm.Orientation.PORTRAIT,
                                    head,
                                    "BIÊN BẢN",
                                    List.of("Về việc giao nhận hồ sơ, tài liệu"),
                                    List.of(),
                                    List.of(
                                            Column.left("Nội dung", 60),
                                            Column.right("Số lượng", 20),
                                            Column.centre("Đơn vị tính", 20)),
                                    opening(batch, head),
                                    closing(submission, batch, sums(submission)),
                                    signatures(batch.by()),
                                    "Biên bản giao nhận " + submission,
                                    null);
                    return new Papers.Paper(form, to -> counts(sums(submission), to));
                });
    }

    private static List<String> opening(Batch batch, PaperForm.Letterhead head) {
        List<String> text = new ArrayList<>();
        text.add(
                "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công"
                        + " tác văn thư;");
        text.add(
                "Căn cứ Luật Lưu trữ số 33/2024/QH15 và Thông tư số 05/2025/TT-BNV của Bộ trưởng Bộ"
                        + " Nội vụ;");
        text.add("Chúng tôi gồm:");
        text.add("BÊN GIAO (đơn vị, cá nhân giao nộp tài liệu): " + head.agency());
        text.add("Đại diện: " + batch.by() + ".   Chức vụ: …………………………………");
        text.add("BÊN NHẬN (Lưu trữ cơ quan): " + head.agency());
        text.add("Đại diện: …………………………………   Chức vụ: …………………………………");
        text.add("Thống nhất lập biên bản giao nhận hồ sơ, tài liệu với những nội dung sau:");
        text.add("1. Thành phần và số lượng:");
        return text;
    }

    private static void counts(Sums sums, Consumer<Row> to) {
        to.accept(count("Tổng số hồ sơ giao nộp", sums.dossiers(), "hồ sơ"));
        to.accept(count("Trong đó: hồ sơ đã nhận", sums.accepted(), "hồ sơ"));
        to.accept(count("Trong đó: hồ sơ trả lại", sums.returned(), "hồ sơ"));
        to.accept(count("Trong đó: hồ sơ có tài liệu giấy", sums.withPaper(), "hồ sơ"));
        to.accept(count("Tổng số văn bản, tài liệu", sums.documents(), "văn bản"));
        to.accept(count("Tổng số trang", sums.pages(), "trang"));
        to.accept(count("Tổng số tệp tin điện tử", sums.files(), "tệp"));
    }

    private static Row count(String what, long count, String unit) {
        return Row.line(Cell.of(what), Cell.of(count), Cell.of(unit));
    }

    private static List<String> closing(UUID submission, Batch batch, Sums sums) {
        boolean decided = sums.accepted() + sums.returned() == sums.dossiers();
        return List.of(
                "2. Thời gian của hồ sơ, tài liệu: "
                        + Periods.between(sums.first(), sums.last())
                        + ".",
                "3. Tình trạng tài liệu giao nộp: "
                        + (decided
                                ? "Lưu trữ cơ quan đã kiểm tra từng hồ sơ."
                                : "Lưu trữ cơ quan chưa kiểm tra xong.")
                        + " Bản kê nộp lưu có mã kiểm tra SHA-256 "
                        + batch.manifest()
                        + ".",
                "4. Mục lục hồ sơ, tài liệu nộp lưu kèm theo (mã đợt nộp " + submission + ").",
                "Biên bản này được lập thành 02 bản; bên giao giữ 01 bản, bên nhận giữ 01 bản./.");
    }

    private static List<PaperForm.Signature> signatures(String giver) {
        return List.of(
                new PaperForm.Signature("ĐẠI DIỆN BÊN GIAO", "(Ký, ghi rõ họ tên)", giver),
                new PaperForm.Signature("ĐẠI DIỆN BÊN NHẬN", "(Ký, ghi rõ họ tên)", ""));
    }
}
