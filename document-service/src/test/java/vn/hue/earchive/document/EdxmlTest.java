package vn.hue.earchive.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hue.earchive.document.file.WorkingBucket;
import vn.hue.earchive.kit.objects.ObjectStore;

/** Messages from other systems, from the bytes to the register line. */
@QuarkusTest
class EdxmlTest {

    private static final String MESSAGES = "/v1/edxml-messages";

    @Inject @WorkingBucket ObjectStore bucket;

    private static ValidatableResponse send(TestAgency agency, byte[] message) {
        return agency.creating("clerk")
                .contentType("application/edxml+xml")
                .body(message)
                .post(MESSAGES)
                .then();
    }

    private static ValidatableResponse send(TestAgency agency, String message) {
        return send(agency, message.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aMessageIsPrefilledConfirmedAndRegisteredOnce() throws Exception {
        TestAgency agency = TestAgency.fresh();
        byte[] message = Work.sample("incoming-document.edxml");
        String id =
                send(agency, message)
                        .statusCode(201)
                        .body("state", equalTo("RECEIVED"))
                        .body("sha256", equalTo(Digests.sha256(message)))
                        .body("proposal.typeCode", equalTo("03"))
                        .body("proposal.number", equalTo("05"))
                        .body("proposal.notation", equalTo("CT-UBND"))
                        .body("proposal.issuedDate", equalTo("2025-04-01"))
                        .body("proposal.urgency", equalTo("1"))
                        .body("proposal.files.fileName", contains("05-CT-UBND.pdf"))
                        .body(
                                "problems.code",
                                contains("ADDRESSEE_NOT_US", "SIGNATURES_NOT_CHECKED"))
                        .extract()
                        .path("id");

        String first =
                register(agency, id)
                        .statusCode(201)
                        .body("arrivalNumber", equalTo(1))
                        .body("subject", equalTo(subject()))
                        .extract()
                        .path("id");
        register(agency, id).statusCode(200).body("id", equalTo(first));
        send(agency, message)
                .statusCode(200)
                .body("id", equalTo(id))
                .body("state", equalTo("REGISTERED"))
                .body("incomingDocumentId", equalTo(first));

        agency.as("clerk").get("/v1/incoming-documents").then().body("items", hasSize(1));
        String file =
                agency.as("clerk")
                        .get("/v1/incoming-documents/" + first)
                        .then()
                        .extract()
                        .path("files[0].id");
        byte[] content =
                agency.as("clerk")
                        .get("/v1/documents/" + first + "/files/" + file + "/content")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();
        assertThat(content).isEqualTo(Work.sample("05-CT-UBND.pdf"));
        assertThat(objects(agency)).as("message and attachment, each once").isEqualTo(2);
    }

    private static String subject() {
        return "Về tăng cường quản lý công tác văn thư, lưu trữ trong quá trình sắp xếp tổ chức bộ"
                + " máy";
    }

    private static ValidatableResponse register(TestAgency agency, String id) {
        return agency.creating("clerk").post(MESSAGES + "/" + id + "/registration").then();
    }

    private int objects(TestAgency agency) {
        int n = 0;
        for (var all = bucket.list(agency.id() + "/"); all.hasNext(); all.next()) {
            n++;
        }
        return n;
    }

    @Test
    void aPersonOverridesWhatTheMessageSays() {
        TestAgency agency = TestAgency.fresh();
        String id = send(agency, message("a", "")).statusCode(201).extract().path("id");

        agency.creating("clerk")
                .body(
                        Map.of(
                                "overrides",
                                Map.of("typeCode", "22", "pageCount", 3, "subject", "Về việc A")))
                .post(MESSAGES + "/" + id + "/registration")
                .then()
                .statusCode(201)
                .body("typeName", equalTo("Công văn"))
                .body("pageCount", equalTo(3));
    }

    /** Red when a zip is stored as it is: the document would have no readable file. */
    @Test
    void aZippedAttachmentIsUnpacked() throws IOException {
        TestAgency agency = TestAgency.fresh();
        byte[] pdf = Work.pdf();
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry("../../evil/văn bản.pdf"));
            zip.write(pdf);
            zip.closeEntry();
        }

        send(agency, message("a", attachment("van-ban.zip", zipped.toByteArray())))
                .statusCode(201)
                .body("proposal.files.fileName", contains("văn bản.pdf"))
                .body("proposal.files.sha256", contains(Digests.sha256(pdf)));
    }

    @ParameterizedTest
    @CsvSource({
        "<a><b></a>, 400, EDXML_MALFORMED",
        "<!DOCTYPE a []><a/>, 400, EDXML_FORBIDDEN_CONSTRUCT",
        "<a/>, 422, EDXML_NOT_A_DOCUMENT",
        "<a><MessageHeader><StatusCode>03</StatusCode></MessageHeader></a>, 422, EDXML_INCOMPLETE",
        "<a><MessageHeader/></a>, 422, EDXML_INCOMPLETE",
    })
    void aBrokenMessageIsRefusedAndLeavesNothing(String message, int status, String code) {
        TestAgency agency = TestAgency.fresh();
        Problems.expect(send(agency, message), status, code);
        assertThat(objects(agency)).isZero();
    }

    @Test
    void aMessageWhoseAttachmentIsBrokenLeavesNothing() {
        TestAgency agency = TestAgency.fresh();
        String broken =
                attachment("a.pdf", Work.pdf())
                        + "<Attachment><AttachmentName>b.pdf</AttachmentName>"
                        + "<ContentTransferEncoded>JVBERi0xLjcK%%%</ContentTransferEncoded>"
                        + "</Attachment>";
        Problems.expect(send(agency, message("a", broken)), 400, "EDXML_MALFORMED");
        assertThat(objects(agency)).isZero();
    }

    @Test
    void aBusinessTypeThatTheStandardDoesNotHaveIsRefused() {
        TestAgency agency = TestAgency.fresh();
        String strange =
                message("a", "")
                        .replace(
                                "<BussinessDocType>0</BussinessDocType>",
                                "<BussinessDocType>9</BussinessDocType>");
        Problems.expect(send(agency, strange), 422, "EDXML_TYPE_NOT_SUPPORTED");
        assertThat(objects(agency)).isZero();
    }

    /** Red without the bound over all entries: the bomb would fill the bucket. */
    @Test
    void aZipBombStopsAtItsBoundAndLeavesNothing() throws IOException {
        TestAgency agency = TestAgency.fresh();
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry("bomb.txt"));
            byte[] blanks = new byte[1 << 20];
            java.util.Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 34; i++) {
                zip.write(blanks);
            }
            zip.closeEntry();
        }
        Problems.expect(
                send(agency, message("a", attachment("bomb.zip", zipped.toByteArray()))),
                413,
                "CONTENT_TOO_LARGE");
        assertThat(objects(agency)).isZero();
    }

    @Test
    void aZipOfTooManyFilesIsRefused() throws IOException {
        TestAgency agency = TestAgency.fresh();
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
            for (int i = 0; i < 51; i++) {
                zip.putNextEntry(new ZipEntry(i + ".txt"));
                zip.write('x');
                zip.closeEntry();
            }
        }
        Problems.expect(
                send(agency, message("a", attachment("many.zip", zipped.toByteArray()))),
                413,
                "EDXML_BOUND_EXCEEDED");
        assertThat(objects(agency)).isZero();
    }

    private static String message(String documentId, String attachments) {
        return """
        <edXML><MessageHeader><From><OrganId>000.00.00.H57</OrganId>
        <OrganName>UBND thành phố Huế</OrganName></From>
        <DocumentId>%s</DocumentId><Code><CodeNumber>15</CodeNumber>
        <CodeNotation>UBND-VX</CodeNotation></Code>
        <PromulgationInfo><PromulgationDate>2025/05/06</PromulgationDate>
        </PromulgationInfo></MessageHeader>
        <Bussiness><BussinessDocType>0</BussinessDocType></Bussiness>%s</edXML>
        """
                .formatted(documentId, attachments);
    }

    private static String attachment(String name, byte[] bytes) {
        return "<Attachment><AttachmentName>"
                + name
                + "</AttachmentName><ContentTransferEncoded>"
                + Base64.getEncoder().encodeToString(bytes)
                + "</ContentTransferEncoded></Attachment>";
    }
}
