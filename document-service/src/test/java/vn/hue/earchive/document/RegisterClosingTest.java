package vn.hue.earchive.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.file.WorkingBucket;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.objects.ObjectStore;

/** A register is closed once, when its year is over; what follows stands beside the seal. */
@QuarkusTest
class RegisterClosingTest {

    private static final int YEAR = 2025;

    @Inject TestClock clock;
    @Inject DataSource database;
    @Inject Audit audit;
    @Inject @WorkingBucket ObjectStore bucket;

    @AfterEach
    void today() {
        clock.reset();
    }

    private String registeredInThatYear(TestAgency agency) {
        clock.moveTo(Instant.parse("2025-06-02T03:00:00Z"));
        try {
            return Work.register(agency);
        } finally {
            clock.reset();
        }
    }

    private static ValidatableResponse close(TestAgency agency, Object year) {
        return agency.creating("clerk").post("/v1/registers/incoming/" + year + "/closure").then();
    }

    private static JsonPath closed(TestAgency agency) {
        return close(agency, YEAR).statusCode(201).extract().jsonPath();
    }

    private static ValidatableResponse verify(TestAgency agency, String closing) {
        return agency.as("auditor")
                .get("/v1/register-closings/" + closing + "/verification")
                .then()
                .statusCode(200);
    }

    private void change(TestAgency agency, String document, String subject, boolean audited) {
        JobScope.transaction(
                "test",
                () -> {
                    try (Connection connection = database.getConnection();
                            PreparedStatement update =
                                    connection.prepareStatement(
                                            "update document set subject = ? where id = ?")) {
                        update.setString(1, subject);
                        update.setObject(2, UUID.fromString(document));
                        update.executeUpdate();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                    if (audited) {
                        audit.append(
                                agency.id(),
                                "correctDocument",
                                "document",
                                UUID.fromString(document),
                                2,
                                Map.of("reason", "Ghi sót trích yếu"));
                    }
                    return true;
                });
    }

    /** Red when the seal is not taken over what is kept, or the print is not the sealed one. */
    @Test
    void aPastYearIsClosedOnceAndItsSealVerifies() throws Exception {
        TestAgency agency = TestAgency.fresh();
        registeredInThatYear(agency);
        registeredInThatYear(agency);
        String key = UUID.randomUUID().toString();
        String path = "/v1/registers/incoming/" + YEAR + "/closure";

        JsonPath first =
                agency.as("clerk")
                        .header("Idempotency-Key", key)
                        .post(path)
                        .then()
                        .statusCode(201)
                        .body("lines", equalTo(2))
                        .extract()
                        .jsonPath();
        String again =
                agency.as("clerk")
                        .header("Idempotency-Key", key)
                        .post(path)
                        .then()
                        .statusCode(201)
                        .header("Idempotency-Replayed", "true")
                        .extract()
                        .path("id");
        String id = first.getString("id");
        byte[] pdf =
                agency.as("auditor")
                        .get("/v1/register-closings/" + id + "/pdf")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();

        assertThat(again).isEqualTo(id);
        assertThat(Digests.sha256(pdf)).isEqualTo(first.getString("pdfSha256"));
        PdfA.assertConforms(pdf);
        verify(agency, id)
                .body("intact", equalTo(true))
                .body("changedLines", equalTo(0))
                .body("amendments", equalTo(0));
        Problems.expect(close(agency, YEAR), 409, "REGISTER_ALREADY_CLOSED");
        agency.as("clerk").get("/v1/register-closings").then().body("items", hasSize(1));
    }

    @Test
    void thisYearAnEmptyOneAndTheWrongRoleAreRefused() {
        TestAgency agency = TestAgency.fresh();
        int now = java.time.Year.now(vn.hue.earchive.kit.time.LegalDate.ZONE).getValue();
        Work.register(agency);

        Problems.expect(close(agency, now), 409, "REGISTER_YEAR_NOT_OVER");
        Problems.expect(close(agency, now + 1), 409, "REGISTER_YEAR_NOT_OVER");
        Problems.expect(close(agency, YEAR), 409, "REGISTER_EMPTY");
        agency.creating("specialist")
                .post("/v1/registers/incoming/" + YEAR + "/closure")
                .then()
                .statusCode(403);
        agency.as("clerk")
                .post("/v1/registers/incoming/" + YEAR + "/closure")
                .then()
                .statusCode(400);
    }

    /** Red when a sealed line can change without a trace of who, when and why. */
    @Test
    void aLaterChangeIsAnAmendmentAndTheSealedLineStays() throws Exception {
        TestAgency agency = TestAgency.fresh();
        String document = registeredInThatYear(agency);
        String untouched = registeredInThatYear(agency);
        JsonPath seal = closed(agency);
        String id = seal.getString("id");

        change(agency, document, "Trích yếu đã bổ sung", true);

        agency.as("clerk")
                .get("/v1/register-closings/" + id + "/amendments")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].documentId", equalTo(document))
                .body("items[0].action", equalTo("correctDocument"))
                .body("items[0].reason", equalTo("Ghi sót trích yếu"))
                .body("items[0].amendedBy", equalTo("job:test"))
                .body("items[0].before.size()", equalTo(1))
                .body("items[0].after.subject", equalTo("Trích yếu đã bổ sung"));
        verify(agency, id)
                .body("intact", equalTo(true))
                .body("changedLines", equalTo(1))
                .body("unexplainedLines", equalTo(0))
                .body("contentSha256", equalTo(seal.getString("contentSha256")));
        assertThat(PdfA.text(fetchPdf(agency, id))).doesNotContain("đã bổ sung");
        // Not even a change by hand in the database goes unseen.
        change(agency, untouched, "Sửa lén", false);
        verify(agency, id).body("changedLines", equalTo(2)).body("amendments", equalTo(2));
    }

    private static byte[] fetchPdf(TestAgency agency, String closing) {
        return agency.as("auditor").get("/v1/register-closings/" + closing + "/pdf").asByteArray();
    }

    @Test
    void aNoteStandsBesideTheLineWithItsReason() {
        TestAgency agency = TestAgency.fresh();
        String document = registeredInThatYear(agency);
        String thisYear = Work.register(agency);
        String path = "/v1/register-closings/" + closed(agency).getString("id") + "/amendments";

        agency.creating("clerk")
                .body(note(document, "Ngày văn bản là 02/04/2025.", "Ghi nhầm"))
                .post(path)
                .then()
                .statusCode(201)
                .body("reason", equalTo("Ghi nhầm"))
                .body("registerNumber", equalTo(1));

        agency.as("clerk").get(path).then().body("items", hasSize(1));
        for (Map<String, Object> bad :
                List.of(
                        note(thisYear, "x", "y"),
                        note(UUID.randomUUID().toString(), "x", "y"),
                        note(document, " ", "y"),
                        note(document, "x", "y".repeat(1001)))) {
            agency.creating("clerk").body(bad).post(path).then().statusCode(422);
        }
        TestAgency stranger = TestAgency.fresh();
        stranger.as("clerk").get(path).then().statusCode(404);
        stranger.creating("clerk").body(note(document, "x", "y")).post(path).then().statusCode(404);
    }

    private static Map<String, Object> note(String document, String text, String reason) {
        return Map.of("documentId", document, "text", text, "reason", reason);
    }

    /** Red when a broken copy of the lines or of the print passes for the sealed one. */
    @Test
    void aBrokenCopyIsFound() throws Exception {
        TestAgency agency = TestAgency.fresh();
        registeredInThatYear(agency);
        String id = closed(agency).getString("id");
        String[] keys = keys(id);
        byte[] content;
        try (InputStream in = bucket.get(keys[0])) {
            content = in.readAllBytes();
        }
        assertThat(new String(content, StandardCharsets.UTF_8))
                .startsWith("{\"documentId\":")
                .endsWith("}\n");
        content[20]++;

        bucket.put(keys[0], new ByteArrayInputStream(content), content.length, "text/plain");
        bucket.delete(keys[1]);

        verify(agency, id)
                .body("intact", equalTo(false))
                .body("contentIntact", equalTo(false))
                .body("pdfIntact", equalTo(false));
    }

    private String[] keys(String closing) {
        return JobScope.call(
                "test",
                () ->
                        QuarkusTransaction.requiringNew()
                                .call(() -> {
                                    try (Connection connection = database.getConnection();
                                            var statement = connection.createStatement();
                                            var row =
                                                    statement.executeQuery(
                                                            "select content_key, pdf_key from"
                                                                    + " register_closing where id ="
                                                                    + " '"
                                                                    + closing
                                                                    + "'")) {
                                        row.next();
                                        return new String[] {row.getString(1), row.getString(2)};
                                    }
                                }));
    }

    /** Red without row-level security on the seals. */
    @Test
    void theSealsOfAnotherAgencyDoNotExist() {
        TestAgency agency = TestAgency.fresh();
        registeredInThatYear(agency);
        String path = "/v1/register-closings/" + closed(agency).getString("id");
        TestAgency stranger = TestAgency.fresh();
        for (String what : List.of("", "/pdf", "/verification", "/amendments")) {
            stranger.as("auditor").get(path + what).then().statusCode(404);
        }
        stranger.as("auditor").get("/v1/register-closings").then().body("items", hasSize(0));
    }
}
