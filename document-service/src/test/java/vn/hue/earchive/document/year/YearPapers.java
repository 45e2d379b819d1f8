package vn.hue.earchive.document.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import vn.hue.earchive.document.PdfA;

/** Fetches every paper of the year as PDF/A and as a sheet, and keeps it for people to look at. */
record YearPapers(Ward ward, int year) {

    private static final Path FOLDER = Path.of("target", "papers", "year");

    void print(YearOfWork work, UUID submission, String incoming, String outgoing)
            throws Exception {
        YearOfWork.Tally done = work.tally();
        int numbers = done.outgoing + done.voided;
        assertThat(print("so-dang-ky-van-ban-den", "/v1/registers/incoming/" + year))
                .contains("Cộng: " + done.incoming + " dòng.");
        assertThat(print("so-dang-ky-van-ban-di", "/v1/registers/outgoing/" + year))
                .contains("Cộng: " + numbers + " dòng.", "Số hủy: Không ban hành văn bản");
        assertThat(print("phu-luc-so-den", "/v1/register-closings/" + incoming + "/amendments"))
                .contains("Cộng: " + done.late + " lần thay đổi.");
        assertThat(print("phu-luc-so-di", "/v1/register-closings/" + outgoing + "/amendments"))
                .contains("Thu hồi", "Ban hành chưa đúng thẩm quyền");
        print("bao-cao-giai-quyet-van-ban-den", "/v1/handling-reports/incoming/" + year);
        print("bao-cao-giai-quyet-van-ban-di", "/v1/handling-reports/outgoing/" + year);
        print("thong-ke-0804", "/v1/statistics/0804/" + year);
        assertThat(print("thong-ke-0805", "/v1/statistics/0805/" + year))
                .contains("Đã giao lưu trữ cơ quan")
                .doesNotContain("IN_AGENCY_ARCHIVE");
        String lists = "/v1/dossier-lists/";
        print("danh-muc-ho-so", lists + ward.all(lists).getFirst().get("id") + "/papers/list");
        Map<String, Object> largest =
                ward.all("/v1/dossiers?year=" + year).stream()
                        .max(Comparator.comparingLong(d -> Ward.count(d, "documentCount")))
                        .orElseThrow();
        assertThat(
                        print(
                                "muc-luc-van-ban",
                                "/v1/dossiers/" + largest.get("id") + "/papers/contents"))
                .contains("Hồ sơ gồm " + largest.get("documentCount") + " văn bản, tài liệu.");
        String papers = "/v1/submissions/" + submission + "/papers/";
        print("muc-luc-ho-so-nop-luu", papers + "inventory");
        print("bien-ban-giao-nhan", papers + "minutes");
    }

    /** Its text. */
    private String print(String name, String path) throws Exception {
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve(name + ".xlsx"), ward.fetch(path + "/xlsx"));
        byte[] pdf = ward.fetch(path + "/pdf");
        Files.write(FOLDER.resolve(name + ".pdf"), pdf);
        PdfA.assertConforms(pdf);
        return PdfA.text(pdf);
    }
}
