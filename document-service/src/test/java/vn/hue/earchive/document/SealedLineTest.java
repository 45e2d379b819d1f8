package vn.hue.earchive.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.kit.identity.JobScope;

/** A sealed line stays; whatever comes later is an amendment, in the list and on paper. */
@QuarkusTest
class SealedLineTest {

    private static final int YEAR = 2025;

    @Inject TestClock clock;
    @Inject DataSource database;

    @AfterEach
    void today() {
        clock.reset();
    }

    private String inThatYear(Supplier<String> work) {
        clock.moveTo(Instant.parse("2025-06-02T03:00:00Z"));
        try {
            return work.get();
        } finally {
            clock.reset();
        }
    }

    private static String close(TestAgency agency, String register) {
        return agency.creating("clerk")
                .post("/v1/registers/" + register + "/" + YEAR + "/closure")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse amendments(TestAgency agency, String closing) {
        return agency.as("auditor").get("/v1/register-closings/" + closing + "/amendments").then();
    }

    private static byte[] annex(TestAgency agency, String closing, String format) {
        return agency.as("auditor")
                .get("/v1/register-closings/" + closing + "/amendments/" + format)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static ValidatableResponse verify(TestAgency agency, String closing) {
        return agency.as("auditor")
                .get("/v1/register-closings/" + closing + "/verification")
                .then()
                .statusCode(200);
    }

    /**
     * Red without the triggers of V0220 on {@code handling}: then the seal does not explain why
     * today's register reads differently.
     */
    @Test
    void aDocumentThatIsPassedOnAndTakenAfterTheClosingAmendsItsLine() throws Exception {
        TestAgency agency = TestAgency.fresh();
        String document = inThatYear(() -> Work.register(agency));
        String waiting = inThatYear(() -> Work.register(agency));
        inThatYear(() -> {
            HandlingActs.assign(agency, waiting, "Văn phòng");
            return waiting;
        });
        String closing = close(agency, "incoming");

        HandlingActs.assign(agency, document, "Phòng Kinh tế");
        HandlingActs.start(agency, waiting);

        amendments(agency, closing)
                .statusCode(200)
                .body(
                        "items.action",
                        contains(
                                "assignIncomingDocument",
                                "assignIncomingDocument",
                                "startHandling"))
                .body("items[2].before.size()", equalTo(0))
                .body("items[2].after.received_by", equalTo("specialist." + agency.code()))
                .body("items[2].amendedBy", equalTo("specialist." + agency.code()));
        verify(agency, closing)
                .body("changedLines", equalTo(2))
                .body("unexplainedLines", equalTo(0))
                .body("intact", equalTo(true));
    }

    /** Red when the annex leaves an amendment out, or shows names that only programs know. */
    @Test
    void theAmendmentsArePrintedAsAnAnnexInWords() throws Exception {
        TestAgency agency = TestAgency.fresh();
        String document = inThatYear(() -> Work.register(agency));
        String closing = close(agency, "incoming");
        HandlingActs.assign(agency, document, "Phòng Kinh tế");
        agency.creating("clerk")
                .body(
                        Map.of(
                                "documentId", document,
                                "text", "Ngày văn bản là 02/04/2025.",
                                "reason", "Ghi nhầm"))
                .post("/v1/register-closings/" + closing + "/amendments")
                .then()
                .statusCode(201);

        byte[] pdf = annex(agency, closing, "pdf");

        PdfA.assertConforms(pdf);
        assertThat(PdfA.text(pdf))
                .contains("PHỤ LỤC SỬA ĐỔI, BỔ SUNG SỔ ĐĂNG KÝ VĂN BẢN ĐẾN", "Năm 2025")
                .contains("Chuyển giải quyết", "Phòng Kinh tế", "Ngày chuyển:")
                .contains("Ghi chú: Ngày văn bản là 02/04/2025.", "Ghi nhầm")
                .contains("Cộng: 3 lần thay đổi.")
                .doesNotContain("assignIncomingDocument", "forwarded_on");
        assertThat(annex(agency, closing, "xlsx")).isNotEmpty();
        agency.as("clerk")
                .get("/v1/register-closings/" + closing + "/amendments/docx")
                .then()
                .statusCode(404);
        TestAgency.fresh()
                .as("clerk")
                .get("/v1/register-closings/" + closing + "/amendments/pdf")
                .then()
                .statusCode(404);
    }

    /** Red without the trigger of V0220 on {@code outgoing_recipient}, whatever way it changes. */
    @Test
    void recipientsThatChangeAfterTheClosingAmendTheLine() throws Exception {
        TestAgency agency = TestAgency.fresh();
        String document = inThatYear(() -> Outgoing.issued(agency));
        String closing = close(agency, "outgoing");
        verify(agency, closing).body("changedLines", equalTo(0));

        byHand("update outgoing_recipient set name = 'Sở Nội vụ' where position = 0", document);
        byHand("delete from outgoing_recipient where position = 1", document);
        byHand("update outgoing_document set drafting_unit = 'Văn phòng' where true", document);

        amendments(agency, closing)
                .body("items", hasSize(3))
                .body("items[0].before.recipient_1", equalTo("Sở Nội vụ thành phố Huế"))
                .body("items[0].after.recipient_1", equalTo("Sở Nội vụ"))
                .body("items[1].before.recipient_2", equalTo("Các thành viên Ban Chỉ đạo"))
                .body("items[2].after.drafting_unit", equalTo("Văn phòng"));
        verify(agency, closing)
                .body("changedLines", equalTo(1))
                .body("unexplainedLines", equalTo(0));
        assertThat(PdfA.text(annex(agency, closing, "pdf")))
                .contains("Nơi nhận thứ 1: Sở Nội vụ", "Đơn vị soạn thảo: Văn phòng");
    }

    private void byHand(String sql, String document) {
        String column = sql.contains("outgoing_recipient") ? "document_id" : "id";
        JobScope.transaction(
                "test",
                () -> {
                    try (Connection connection = database.getConnection();
                            Statement statement = connection.createStatement()) {
                        return statement.executeUpdate(
                                sql + " and " + column + " = '" + document + "'");
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
