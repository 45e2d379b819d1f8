package vn.hue.earchive.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hue.earchive.document.file.WorkingBucket;
import vn.hue.earchive.kit.objects.ObjectStore;

/** E-mails from the bytes to the register line. */
@QuarkusTest
class EmailTest {

    @Inject @WorkingBucket ObjectStore bucket;

    private static ValidatableResponse send(TestAgency agency, String letter) {
        return agency.creating("clerk")
                .contentType("message/rfc822")
                .queryParam("securityClass", "NONE")
                .body(letter.getBytes(StandardCharsets.UTF_8))
                .post("/v1/emails")
                .then();
    }

    private int objects(TestAgency agency) {
        int n = 0;
        for (var all = bucket.list(agency.id() + "/"); all.hasNext(); all.next()) {
            n++;
        }
        return n;
    }

    /** Red when the original is not kept byte for byte, or a field of the proposal is lost. */
    @Test
    void aLetterIsProposedReadAndRegisteredWithItsFiles() {
        TestAgency agency = TestAgency.fresh();
        String number = Letters.number();
        byte[] pdf = Work.pdf();
        String letter =
                Letters.multipart(
                        "Công văn số " + number + "/SNV-VTLT ngày 11/3/2026 về việc nộp lưu hồ sơ",
                        Letters.text("Kính gửi UBND phường,\nGửi kèm công văn."),
                        Letters.attachment(
                                "text/csv",
                                "phụ lục.csv",
                                "a,b\n".getBytes(StandardCharsets.UTF_8)),
                        Letters.attachment("application/octet-stream", "công văn.pdf", pdf));
        String id =
                send(agency, letter)
                        .statusCode(201)
                        .body("source", equalTo("EMAIL"))
                        .body("state", equalTo("WAITING"))
                        .body("sender", equalTo("Sở Nội vụ thành phố Huế <vanthu.snv@hue.gov.vn>"))
                        .body("proposal.typeCode", equalTo("22"))
                        .body("proposal.number", equalTo(number))
                        .body("proposal.notation", equalTo("SNV-VTLT"))
                        .body("proposal.issuedDate", equalTo("2026-03-11"))
                        .body("proposal.issuerName", equalTo("Sở Nội vụ thành phố Huế"))
                        .body(
                                "proposal.files.fileName",
                                contains("công văn.pdf", "phụ lục.csv", "Nội dung thư.txt"))
                        .body("proposal.files[0].sha256", equalTo(Digests.sha256(pdf)))
                        .body("problems.code", hasItem("REQUIRED"))
                        .extract()
                        .path("id");

        String path = "/v1/arrivals/" + id;
        assertThat(agency.as("clerk").get(path + "/message").asByteArray())
                .isEqualTo(letter.getBytes(StandardCharsets.UTF_8));
        String upload = agency.as("clerk").get(path).path("proposal.files[0].uploadId");
        assertThat(agency.as("clerk").get(path + "/files/" + upload + "/content").asByteArray())
                .isEqualTo(pdf);
        agency.creating("clerk")
                .body(Map.of("overrides", Map.of("pageCount", 2)))
                .post(path + "/registration")
                .then()
                .statusCode(201)
                .body("arrivalNumber", equalTo(1))
                .body("files.name", contains("công văn.pdf", "phụ lục.csv", "Nội dung thư.txt"));
    }

    /** Red without the natural key: the second capture of a mailbox would give a second entry. */
    @Test
    void theSameMessageComesOnce() {
        TestAgency agency = TestAgency.fresh();
        String letter = Letters.multipart("Giấy mời họp", Letters.text("Kính mời"));
        String id = send(agency, letter).statusCode(201).extract().path("id");
        int before = objects(agency);

        send(agency, letter).statusCode(200).body("id", equalTo(id));
        assertThat(objects(agency)).as("nothing of the second is kept").isEqualTo(before);
        send(agency, letter.replace("mx.hue.gov.vn", "mx2.hue.gov.vn"))
                .statusCode(201)
                .body("id", not(equalTo(id)))
                .body("problems.code", hasItem("SAME_MESSAGE_ID"));
        send(TestAgency.fresh(), letter).statusCode(201).body("id", not(equalTo(id)));
    }

    static Stream<Arguments> refused() {
        String pdf = Letters.attachment("application/pdf", "a.pdf", Work.pdf());
        return Stream.of(
                Arguments.of("x", 400, "EMAIL_MALFORMED"),
                Arguments.of("Subject: no sender\r\n\r\nx", 400, "EMAIL_MALFORMED"),
                Arguments.of(
                        Letters.multipart("Cắt ngang", pdf).replace("--b1--\r\n", ""),
                        400,
                        "EMAIL_MALFORMED"),
                Arguments.of(
                        Letters.multipart("Hỏng", pdf.substring(0, pdf.length() - 3) + "%%%"),
                        400,
                        "EMAIL_MALFORMED"),
                Arguments.of(
                        Letters.head("Mã hóa", "Content-Type: multipart/encrypted; boundary=x"),
                        422,
                        "EMAIL_UNREADABLE"),
                Arguments.of(
                        Letters.head(
                                "Mã hóa",
                                "Content-Type: application/pkcs7-mime; smime-type=enveloped-data"),
                        422,
                        "EMAIL_UNREADABLE"),
                Arguments.of(
                        Letters.multipart(
                                "Bên trong", "Content-Type: application/x-pkcs7-mime\r\n\r\nMIAG"),
                        422,
                        "EMAIL_UNREADABLE"),
                Arguments.of(
                        Letters.multipart(
                                "Rich text",
                                Letters.attachment("application/ms-tnef", "winmail.dat", pdf())),
                        422,
                        "EMAIL_TNEF"),
                Arguments.of(
                        Letters.multipart("[MẬT] Kế hoạch", pdf), 422, "STATE_SECRET_NOT_ALLOWED"),
                Arguments.of(
                        Letters.multipart(
                                "Kế hoạch",
                                Letters.attachment("application/pdf", "MẬT_KH.pdf", pdf())),
                        422,
                        "STATE_SECRET_NOT_ALLOWED"),
                Arguments.of(
                        Letters.multipart("Kế hoạch", Letters.text("TỐI MẬT\nKế hoạch")),
                        422,
                        "STATE_SECRET_NOT_ALLOWED"),
                Arguments.of(nested(12), 413, "EMAIL_BOUND_EXCEEDED"),
                Arguments.of(
                        Letters.multipart(
                                "Nhiều phần",
                                Stream.generate(() -> Letters.text("x"))
                                        .limit(101)
                                        .toArray(String[]::new)),
                        413,
                        "EMAIL_BOUND_EXCEEDED"),
                Arguments.of(
                        Letters.head("Dài", "X-Long: " + "a".repeat(1 << 17)),
                        413,
                        "EMAIL_BOUND_EXCEEDED"),
                Arguments.of(
                        Letters.multipart("Chữ", Letters.text("x".repeat((2 << 20) + 1))),
                        413,
                        "EMAIL_BOUND_EXCEEDED"));
    }

    private static byte[] pdf() {
        return Work.pdf();
    }

    private static String nested(int depth) {
        StringBuilder letter = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            letter.append(Letters.head("Lồng " + i, "Content-Type: message/rfc822"));
        }
        return letter.append(Letters.head("Trong cùng")).append("x").toString();
    }

    /** Red when one of the bounds or words is taken away, or something stays in the bucket. */
    @ParameterizedTest
    @MethodSource("refused")
    void whatIsBrokenSealedOrSecretIsRefusedAndLeavesNothing(
            String letter, int status, String code) {
        TestAgency agency = TestAgency.fresh();
        Problems.expect(send(agency, letter), status, code);
        assertThat(objects(agency)).isZero();
    }

    @Test
    void aDeclaredSecretIsRefusedBeforeAByteIsRead() {
        TestAgency agency = TestAgency.fresh();
        Problems.expect(
                agency.creating("clerk")
                        .contentType("message/rfc822")
                        .queryParam("securityClass", "MAT")
                        .body("x".getBytes(StandardCharsets.UTF_8))
                        .post("/v1/emails")
                        .then(),
                422,
                "STATE_SECRET_NOT_ALLOWED");
    }

    /** Red when one strange part costs the whole letter, or goes unmentioned. */
    @Test
    void whatIsNoAcceptedFormatStaysInTheMessageOnly() {
        TestAgency agency = TestAgency.fresh();
        send(
                        agency,
                        Letters.multipart(
                                "Báo cáo",
                                Letters.attachment("application/pdf", "báo cáo.pdf", pdf()),
                                Letters.attachment("application/x-msdownload", "a.exe", pdf()),
                                Letters.attachment(
                                        "application/pdf",
                                        "giả.pdf",
                                        "x".getBytes(StandardCharsets.UTF_8)),
                                "Content-Type: image/png; name=logo.png\r\n"
                                        + "Content-ID: <logo>\r\n\r\nx",
                                "Content-Type: text/plain; charset=x-abc\r\n\r\nKính gửi"))
                .statusCode(201)
                .body("proposal.files.fileName", contains("báo cáo.pdf", "Nội dung thư.txt"))
                .body(
                        "problems.findAll { it.pointer == '/files' }.code",
                        contains(
                                "ATTACHMENT_LEFT_OUT",
                                "ATTACHMENT_LEFT_OUT",
                                "INLINE_IMAGE_LEFT_OUT",
                                "UNKNOWN_CHARSET",
                                "SIGNATURES_NOT_CHECKED"));
    }

    @Test
    void aForwardedMessageIsOpened() {
        TestAgency agency = TestAgency.fresh();
        String inner =
                Letters.multipart(
                                "Công văn gốc",
                                Letters.attachment("application/pdf", "gốc.pdf", pdf()))
                        .replace("b1", "b2");
        send(agency, Letters.multipart("Fwd", "Content-Type: message/rfc822\r\n\r\n" + inner))
                .statusCode(201)
                .body("proposal.files.fileName", hasItem("gốc.pdf"));
    }

    @Test
    void textInAnOldEncodingIsReadAndReported() {
        TestAgency agency = TestAgency.fresh();
        send(
                        agency,
                        Letters.multipart(
                                "B¸o c¸o c«ng t¸c v¨n th­, l­u tr÷ n¨m 2025", Letters.text("x")))
                .statusCode(201)
                .body("proposal.subject", equalTo("Báo cáo công tác văn thư, lưu trữ năm 2025"))
                .body("problems.code", hasItem("TEXT_IN_TCVN3"));
    }

    @Test
    void aLetterWithoutAttachmentsIsADocumentOfItsOwn() {
        TestAgency agency = TestAgency.fresh();
        send(
                        agency,
                        Letters.head("Thông báo", "Content-Type: text/html; charset=utf-8")
                                + "<p>Thông báo</p>")
                .statusCode(201)
                .body("proposal.files", hasSize(1))
                .body("proposal.files[0].fileName", equalTo("Nội dung thư.html"))
                .body("proposal.files[0].role", equalTo("MAIN"));
    }
}
