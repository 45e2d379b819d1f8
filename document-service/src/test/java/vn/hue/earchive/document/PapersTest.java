package vn.hue.earchive.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.kit.time.LegalDate;

/** Registers and hand-over papers as people fetch them. */
@QuarkusTest
class PapersTest {

    private static final Path SHOWN = Path.of("target", "papers");

    @Inject Clock clock;

    @BeforeEach
    void schedule() {
        Work.importSchedule();
    }

    private int year() {
        return LegalDate.today(clock).getYear();
    }

    private static byte[] fetch(TestAgency agency, String path) {
        return agency.as("clerk").get(path).then().statusCode(200).extract().asByteArray();
    }

    /** Kept in {@code target/papers}, for people to look at. */
    private static byte[] pdf(TestAgency agency, String path, String name) throws Exception {
        byte[] pdf = fetch(agency, path);
        Files.createDirectories(SHOWN);
        Files.write(SHOWN.resolve(name + ".pdf"), pdf);
        PdfA.assertConforms(pdf);
        return pdf;
    }

    private static String sheet(TestAgency agency, String path) throws IOException {
        byte[] xlsx = fetch(agency, path);
        StringBuilder text = new StringBuilder();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            for (var row : book.getFirstSheet().read()) {
                row.forEach(
                        cell -> text.append(cell == null ? "" : cell.getRawValue()).append('|'));
            }
        }
        return text.toString();
    }

    private static String registered(TestAgency agency, String subject) {
        Map<String, Object> registration = Work.registration(Work.upload(agency, Work.pdf()));
        registration.put("subject", subject);
        return Work.register(agency, registration);
    }

    /** Red when a statutory column, a line or a tone is missing, or another agency's line is in. */
    @Test
    void theIncomingRegisterHasItsColumnsAndOnlyItsOwnLines() throws Exception {
        TestAgency agency = TestAgency.fresh();
        TestAgency other = TestAgency.fresh();
        registered(other, "Việc riêng của cơ quan khác");
        for (int i = 1; i <= 14; i++) {
            registered(agency, "Về phòng, chống thiên tai và tìm kiếm cứu nạn đợt " + i);
        }
        String path = "/v1/registers/incoming/" + year();

        byte[] pdf = pdf(agency, path + "/pdf", "so-den");
        String sheet = sheet(agency, path + "/xlsx");

        assertThat(PdfA.text(pdf))
                .contains("SỔ ĐĂNG KÝ VĂN BẢN ĐẾN", "Năm " + year(), "Từ số 01 đến số 14")
                .contains("Tác giả", "Số, ký hiệu", "Tên loại và trích yếu nội dung")
                .contains("Đơn vị hoặc người nhận", "Ký nhận", "Ghi chú")
                .contains("cứu nạn đợt 14")
                .doesNotContain("Việc riêng");
        assertThat(sheet)
                .contains("Về phòng, chống thiên tai và tìm kiếm cứu nạn đợt 14")
                .doesNotContain("Việc riêng");
        agency.as("clerk")
                .get(path + "/pdf")
                .then()
                .contentType("application/pdf")
                .header("Content-Disposition", containsString("attachment"))
                .header("Repr-Digest", containsString("sha-256=:"))
                .header("X-Content-Type-Options", equalTo("nosniff"));
    }

    /** Red when who a document was passed on to, when, and who took it is left to be guessed. */
    @Test
    void theIncomingRegisterTellsWhenADocumentWasPassedOnAndWhoTookIt() throws Exception {
        TestAgency agency = TestAgency.fresh();
        String document = registered(agency, "Về rà soát hộ nghèo");
        HandlingActs.assign(agency, document, "Phòng Văn hóa");
        HandlingActs.start(agency, document);
        String path = "/v1/registers/incoming/" + year();

        String taken = PdfA.text(fetch(agency, path + "/pdf")).replace(" ", "");
        HandlingActs.act(agency, document, "assignment", Map.of("leadUnit", "Phòng Kinh tế"))
                .statusCode(200);
        String passedOnAgain = PdfA.text(fetch(agency, path + "/pdf")).replace(" ", "");

        String today = LegalDate.today(clock).format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
        assertThat(taken).contains("PhòngVănhóa", "specialist." + agency.code());
        assertThat(taken.split(today, -1)).hasSizeGreaterThan(3);
        assertThat(passedOnAgain)
                .contains("PhòngKinhtế")
                .doesNotContain("specialist." + agency.code());
    }

    @Test
    void aPartOfTheYearIsPrintedByDays() throws Exception {
        TestAgency agency = TestAgency.fresh();
        registered(agency, "Việc trong ngày");
        String path = "/v1/registers/incoming/" + year() + "/pdf";

        byte[] none = fetch(agency, path + "?to=" + year() + "-01-01");
        byte[] today = fetch(agency, path + "?from=" + LegalDate.today(clock));

        assertThat(PdfA.text(none))
                .contains("(Không có văn bản)")
                .doesNotContain("Việc trong ngày");
        assertThat(PdfA.text(today)).contains("Việc trong ngày");
    }

    @Test
    void whatIsNoRegisterOrFormatIsNotFound() {
        TestAgency agency = TestAgency.fresh();
        for (String path : List.of("internal/2025/pdf", "incoming/2025/docx", "incoming/nam/pdf")) {
            agency.as("clerk").get("/v1/registers/" + path).then().statusCode(404);
        }
        agency.as("clerk")
                .queryParam("from", "hôm nay")
                .get("/v1/registers/incoming/2025/pdf")
                .then()
                .statusCode(anyOf(equalTo(400), equalTo(404)));
        agency.as("reader").get("/v1/registers/incoming/2025/pdf").then().statusCode(403);
    }

    /** Red when a paper of the hand-over lacks what the law asks, or shows to another agency. */
    @Test
    void theHandOverHasItsInventoryMinutesAndLists() throws Exception {
        TestAgency agency = TestAgency.fresh();
        String dossier = Work.closedDossier(agency, 3);
        String submission =
                Work.submit(agency, dossier, Work.closedDossier(agency, 1)).getString("id");
        String papers = "/v1/submissions/" + submission + "/papers/";

        byte[] inventory = pdf(agency, papers + "inventory/pdf", "muc-luc-nop-luu");
        byte[] minutes = pdf(agency, papers + "minutes/pdf", "bien-ban");
        byte[] contents =
                pdf(agency, "/v1/dossiers/" + dossier + "/papers/contents/pdf", "muc-luc-van-ban");

        assertThat(PdfA.text(inventory))
                .contains("MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU")
                .contains("Mục lục này gồm 2 hồ sơ, 4 văn bản, 8 trang.")
                .contains("20 năm", "ĐẠI DIỆN BÊN GIAO", "ĐẠI DIỆN BÊN NHẬN");
        assertThat(PdfA.text(minutes))
                .contains("BIÊN BẢN", "Về việc giao nhận hồ sơ, tài liệu")
                .contains("Tổng số hồ sơ giao nộp 2 hồ sơ", "Tổng số tệp tin điện tử 4 tệp");
        assertThat(PdfA.text(contents))
                .contains("MỤC LỤC VĂN BẢN, TÀI LIỆU TRONG HỒ SƠ")
                .contains("Hồ sơ gồm 3 văn bản, tài liệu.", "5-6");
        assertThat(sheet(agency, papers + "inventory/xlsx")).contains("20 năm");
        TestAgency stranger = TestAgency.fresh();
        for (String path :
                List.of(
                        papers + "inventory/pdf",
                        papers + "minutes/pdf",
                        "/v1/dossiers/" + dossier + "/papers/contents/pdf")) {
            stranger.as("clerk").get(path).then().statusCode(404);
        }
        agency.as("clerk").get(papers + "other/pdf").then().statusCode(404);
    }

    @Test
    void theDossierListIsPrintedInItsOrder() throws Exception {
        TestAgency agency = TestAgency.fresh();
        String list =
                Work.draftList(
                        agency,
                        year(),
                        Work.line("01-VP", "Hồ sơ hội nghị tổng kết", "G1.04a"),
                        Work.line("02-VP", "=Công văn trao đổi", "G12-1.09"));
        String path = "/v1/dossier-lists/" + list + "/papers/list/";

        byte[] pdf = pdf(agency, path + "pdf", "danh-muc-ho-so");

        assertThat(PdfA.text(pdf))
                .containsSubsequence("01-VP", "Vĩnh viễn", "02-VP", "20 năm")
                .contains("DANH MỤC HỒ SƠ");
        assertThat(sheet(agency, path + "xlsx")).contains("'=Công văn trao đổi");
        TestAgency.fresh().as("clerk").get(path + "pdf").then().statusCode(404);
    }
}
