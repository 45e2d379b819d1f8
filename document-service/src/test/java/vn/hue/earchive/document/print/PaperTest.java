package vn.hue.earchive.document.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hue.earchive.document.PdfA;

/** Papers of any content, apart from where it comes from. */
class PaperTest {

    /** Every Vietnamese letter with every tone, small and capital. */
    private static final String ALPHABET =
            "aàảãáạ ăằẳẵắặ âầẩẫấậ bcdđ eèẻẽéẹ êềểễếệ ghiìỉĩíị klmn oòỏõóọ ôồổỗốộ ơờởỡớợ pqrst"
                    + " uùủũúụ ưừửữứự vxyỳỷỹýỵ";

    private static final Instant AT = Instant.parse("2026-01-05T02:00:00Z");

    static PaperForm form(PaperForm.Orientation orientation) {
        return new PaperForm(
                orientation,
                new PaperForm.Letterhead(
                        "ỦY BAN NHÂN DÂN THÀNH PHỐ HUẾ",
                        "ỦY BAN NHÂN DÂN PHƯỜNG THUẬN HÓA",
                        "Thuận Hóa, ngày 05 tháng 01 năm 2026"),
                "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN",
                List.of("Năm 2025"),
                List.of(),
                List.of(
                        Column.centre("Số đến", 5),
                        Column.centre("Ngày đến", 8),
                        Column.left("Trích yếu nội dung", 30),
                        Column.left("Ghi chú", 10)),
                List.of("Căn cứ quy định."),
                List.of("Sổ này có nhiều dòng."),
                List.of(new PaperForm.Signature("VĂN THƯ CƠ QUAN", "(Ký, ghi rõ họ tên)", "")),
                "Sổ đăng ký văn bản đến năm 2025",
                null);
    }

    private static Row line(long number, String subject, String note) {
        return Row.line(
                Cell.of(number),
                Cell.of(LocalDate.of(2025, 1, 2)),
                Cell.of(subject),
                Cell.of(note));
    }

    private static byte[] pdf(PaperForm form, Rows rows) throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        PdfPaper.write(form, rows, AT, to);
        return to.toByteArray();
    }

    private static byte[] xlsx(Rows rows) throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        XlsxPaper.write(form(PaperForm.Orientation.LANDSCAPE), rows, to);
        return to.toByteArray();
    }

    /** Red when a font is not embedded, a glyph is missing, or a tone gets lost on the way. */
    @Test
    void isPdfAAndKeepsEveryVietnameseLetter() throws Exception {
        String both = ALPHABET + " " + ALPHABET.toUpperCase(java.util.Locale.of("vi"));
        byte[] pdf =
                pdf(
                        form(PaperForm.Orientation.PORTRAIT),
                        to -> {
                            to.accept(Row.group("Nhóm: hành chính"));
                            to.accept(line(1, both, "gốc"));
                            to.accept(
                                    Row.total(
                                            Cell.of("Cộng"), Cell.of(1L), Cell.BLANK, Cell.BLANK));
                        });

        PdfA.assertConforms(pdf);
        assertThat(PdfA.text(pdf))
                .contains(both.split(" "))
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .contains("Độc lập - Tự do - Hạnh phúc")
                .contains("Thuận Hóa, ngày 05 tháng 01 năm 2026")
                .contains("VĂN THƯ CƠ QUAN");
    }

    /** Red when the head is not repeated, a page is not numbered, or text leaves its column. */
    @Test
    void headAndNumbersStandOnEveryPage() throws Exception {
        byte[] pdf =
                pdf(
                        form(PaperForm.Orientation.LANDSCAPE),
                        to -> {
                            for (int i = 1; i <= 120; i++) {
                                to.accept(line(i, "Về tăng cường công tác văn thư ".repeat(5), ""));
                            }
                        });

        int pages = PdfA.pages(pdf);
        assertThat(pages).isGreaterThan(5);
        for (int page = 1; page < pages; page++) {
            assertThat(PdfA.text(pdf, page, page))
                    .contains("Số đến", "Trích yếu nội dung", "(1) (2) (3) (4)")
                    .contains("Trang " + page + "/" + pages);
        }
        assertThat(PdfA.text(pdf)).contains("120");
    }

    /**
     * For every place on the page where a table can end. Red when signatures stand on a page with
     * nothing that they sign.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void signaturesNeverStandAlone(int paragraphs) throws Exception {
        PaperForm plain = form(PaperForm.Orientation.PORTRAIT);
        PaperForm form =
                new PaperForm(
                        plain.orientation(),
                        plain.letterhead(),
                        plain.title(),
                        plain.lines(),
                        plain.cover(),
                        plain.columns(),
                        plain.before(),
                        Collections.nCopies(paragraphs, "Điều đã ghi. ".repeat(12)),
                        plain.signatures(),
                        plain.footer(),
                        null);
        for (int rows = 1; rows <= 60; rows++) {
            int all = rows;
            byte[] pdf =
                    pdf(
                            form,
                            to -> {
                                for (int i = 1; i <= all; i++) {
                                    to.accept(line(i, "Dòng của bảng", ""));
                                }
                            });

            int pages = PdfA.pages(pdf);
            assertThat(PdfA.text(pdf, pages, pages))
                    .as("%s rows", rows)
                    .contains("VĂN THƯ CƠ QUAN", "(Ký, ghi rõ họ tên)")
                    .containsAnyOf("Điều đã ghi", "Dòng của bảng");
        }
    }

    /** Red when a row that is taller than a page is cut off, or loops for ever. */
    @Test
    void aRowTallerThanAPageGoesOnOverPages() throws Exception {
        String tall = "chữ ".repeat(4000) + "hết";

        byte[] pdf =
                pdf(
                        form(PaperForm.Orientation.LANDSCAPE),
                        to -> to.accept(line(1, tall, "x".repeat(3000))));

        PdfA.assertConforms(pdf);
        assertThat(PdfA.pages(pdf)).isGreaterThan(3);
        assertThat(PdfA.text(pdf)).contains("hết");
    }

    /** Red when a character that the font lacks or XML forbids breaks the paper or the sheet. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000\u0001\u001b[31m",
                "\ud83d\ude00 mặt cười",
                "\ud83d lẻ",
                "\u202egnọt\u202c",
                "漢字 chữ Hán",
                "a\u0302\u0301 tổ hợp",
                "\uffff\ufffe",
                "<script>&amp;]]>",
                "dòng\r\nmới\tcột"
            })
    void anyTextCanBePrinted(String hostile) throws Exception {
        Rows rows = to -> to.accept(line(1, hostile, "sau"));

        byte[] pdf = pdf(form(PaperForm.Orientation.PORTRAIT), rows);
        byte[] sheet = xlsx(rows);

        PdfA.assertConforms(pdf);
        assertThat(PdfA.text(pdf)).contains("sau");
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            assertThat(book.getFirstSheet().read()).isNotEmpty();
        }
    }

    /** Red when a cell would run as a formula once it is edited or saved as CSV. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://example\")",
                "+84 234",
                "-1+cmd|' /C calc'!A0",
                "@SUM(A1)",
                "\t=1+1",
                "\u200b=1+1",
                " =1+1"
            })
    void noCellIsAFormula(String formula) throws Exception {
        byte[] sheet = xlsx(to -> to.accept(line(1, formula, "")));

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            assertThat(book.getFirstSheet().read().stream().flatMap(row -> row.stream()))
                    .filteredOn(cell -> cell != null && cell.getColumnIndex() == 2)
                    .noneMatch(cell -> cell.getType() == CellType.FORMULA)
                    .extracting(cell -> cell.getText())
                    .anyMatch(text -> text.startsWith("'"))
                    .noneMatch(text -> text.strip().startsWith("="));
        }
    }

    /** Red when numbers and days arrive as text, by which nobody can sort. */
    @Test
    void aSheetHasNumbersAndDays() throws Exception {
        byte[] sheet = xlsx(to -> to.accept(line(7, "Chỉ thị", "")));

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            var row = book.getFirstSheet().read().get(5);
            assertThat(row.getCell(0).asNumber().longValue()).isEqualTo(7);
            assertThat(row.getCell(1).asDate().toLocalDate()).isEqualTo(LocalDate.of(2025, 1, 2));
            assertThat(row.getCell(2).asString()).isEqualTo("Chỉ thị");
        }
    }

    /**
     * Ten thousand lines in a Java machine with 64 MiB. Red when rows, lines or pages pile up in
     * memory: then it ends with an OutOfMemoryError.
     */
    @Test
    void tenThousandLinesNeedTheMemoryOfAPage(@TempDir Path folder) throws Exception {
        Path pdf = folder.resolve("long.pdf");
        Path sheet = folder.resolve("long.xlsx");
        Process java =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                LongPaper.class.getName(),
                                pdf.toString(),
                                sheet.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out").toFile())
                        .start();

        assertThat(java.waitFor(240, TimeUnit.SECONDS)).isTrue();
        assertThat(java.exitValue()).as(Files.readString(folder.resolve("out"))).isZero();
        assertThat(PdfA.pages(Files.readAllBytes(pdf))).isGreaterThan(300);
        try (ReadableWorkbook book = new ReadableWorkbook(Files.newInputStream(sheet));
                Stream<org.dhatim.fastexcel.reader.Row> rows = book.getFirstSheet().openStream()) {
            assertThat(rows.count()).isGreaterThan(10_000);
        }
    }

    /** The child of the test above. */
    static final class LongPaper {

        private LongPaper() {}

        public static void main(String[] files) throws IOException {
            Rows rows =
                    to -> {
                        for (int i = 1; i <= 10_000; i++) {
                            to.accept(
                                    line(
                                            i,
                                            "Về tăng cường công tác văn thư, số "
                                                    + i
                                                    + ". ".repeat(40),
                                            "bản gốc"));
                        }
                    };
            try (var to = Files.newOutputStream(Path.of(files[0]))) {
                PdfPaper.write(form(PaperForm.Orientation.LANDSCAPE), rows, AT, to);
            }
            try (var to = Files.newOutputStream(Path.of(files[1]))) {
                XlsxPaper.write(form(PaperForm.Orientation.LANDSCAPE), rows, to);
            }
        }
    }
}
