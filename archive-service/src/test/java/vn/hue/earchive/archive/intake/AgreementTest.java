package vn.hue.earchive.archive.intake;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.archive.sip.TestSip;
import vn.hue.earchive.document.events.SubmissionSubmitted;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.local.TestTokens;

/** What an agency has agreed on with its archive, and what the intake makes of it. */
@QuarkusTest
@QuarkusTestResource(value = ArchiveComponents.class, restrictToAnnotatedClass = false)
class AgreementTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject ArchiveWorld world;

    private final UUID agency = Ids.next();

    /** Red when a version is overwritten, or two people change the same one. */
    @Test
    void everyChangeIsAVersionAndNobodyOverwritesAnother() {
        current().body("version", equalTo(0)).body("terms.packageForms", hasItems("SIP_HOSO"));

        change("\"v0\"", "{\"packageForms\":[\"SIP_HOSO\"],\"pdfaDemanded\":false}", 200)
                .body("version", equalTo(1))
                .header("ETag", "\"v1\"");
        change("\"v0\"", "{\"packageForms\":[\"SIP_TAILIEU\"],\"pdfaDemanded\":false}", 412);
        change(
                "\"v1\"",
                "{\"packageForms\":[\"SIP_HOSO\"],\"maxFileBytes\":5000,\"pdfaDemanded\":true}",
                200);

        current().body("version", equalTo(2)).body("terms.maxFileBytes", equalTo(5000));
        as().get("/v1/submission-agreements")
                .then()
                .statusCode(200)
                .body("items.version", contains(2, 1))
                .body("items[1].madeBy", equalTo("archivist.test"));
        change("\"v2\"", "{\"packageForms\":[],\"pdfaDemanded\":true}", 422);
    }

    /** Red when a submission is not held against the agreement. */
    @Test
    void aSubmissionThatWasNotAgreedIsReturnedWithTheReason() {
        change(
                "\"v0\"",
                "{\"packageForms\":[\"SIP_HOSO\"],\"formats\":[\"fmt/43\"],\"maxFileBytes\":100000,"
                        + "\"pdfaDemanded\":false}",
                200);

        SubmissionSubmitted submission = world.submit(agency, TestDossier.lawful());

        await().atMost(SOON)
                .untilAsserted(() ->
                        as().get("/v1/intakes/" + submission.submissionId())
                                .then()
                                .statusCode(200)
                                .body("dossiers[0].state", equalTo("RETURNED"))
                                .body(
                                        "dossiers[0].findings.code",
                                        hasItems("FORMAT_NOT_AGREED", "FILE_LARGER_THAN_AGREED")));
    }

    /** Red when another agency's agreement is applied. */
    @Test
    void theAgreementOfOneAgencyIsNobodyElses() {
        change(
                "\"v0\"",
                "{\"packageForms\":[\"SIP_HOSO\"],\"maxFileBytes\":1,\"pdfaDemanded\":false}",
                200);
        UUID other = Ids.next();
        TestDossier dossier = TestDossier.lawful();

        world.submit(other, dossier);

        await().atMost(SOON)
                .until(() -> world.toldBriefly(dossier.id).contains("3 aip.replicated.v1"));
    }

    /** Red when a dry run promises what the intake would refuse, or PDF/A is not demanded. */
    @Test
    void aDryRunAppliesTheAgreement() {
        change(
                "\"v0\"",
                "{\"packageForms\":[\"SIP_HOSO\"],\"maxPackageBytes\":200000,\"pdfaDemanded\":true}",
                200);
        TestSip scanned = new TestSip(TestDossier.AGENCY_CODE, "");
        scanned.documents.forEach(document -> document.put("confidenceLevel", "02"));

        decided(dryRun(scanned.zip()))
                .body("dossiers[0].state", equalTo("REFUSED"))
                .body("dossiers[0].checkFindings.code", hasItem("PDFA_DEMANDED"));
        decided(dryRun(new TestSip(TestDossier.AGENCY_CODE, "").loose().zip()))
                .body("dossiers[0].state", equalTo("REFUSED"))
                .body("dossiers[0].findings.code", hasItem("FORM_NOT_AGREED"));
        as().contentType("application/json")
                .body("{\"sha256\":\"" + "0".repeat(64) + "\",\"size\":200001}")
                .post("/v1/packages")
                .then()
                .statusCode(413)
                .body("code", equalTo("PACKAGE_TOO_LARGE"));
    }

    private ValidatableResponse current() {
        return as().get("/v1/submission-agreements/current").then().statusCode(200);
    }

    private ValidatableResponse change(String ifMatch, String terms, int status) {
        return as().contentType("application/json")
                .header("If-Match", ifMatch)
                .body(terms)
                .put("/v1/submission-agreements/current")
                .then()
                .statusCode(status);
    }

    private String dryRun(byte[] zip) {
        String id =
                as().contentType("application/json")
                        .body(
                                "{\"sha256\":\"%s\",\"size\":%d,\"dryRun\":true}"
                                        .formatted(TestSip.sha256(zip), zip.length))
                        .post("/v1/packages")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        String digest =
                Base64.getEncoder().encodeToString(HexFormat.of().parseHex(TestSip.sha256(zip)));
        as().contentType("application/octet-stream")
                .header("Content-Digest", "sha-256=:" + digest + ":")
                .body(zip)
                .put("/v1/packages/" + id + "/parts/1")
                .then()
                .statusCode(200);
        as().post("/v1/packages/" + id + "/complete").then().statusCode(202);
        return id;
    }

    private ValidatableResponse decided(String id) {
        await().atMost(SOON)
                .until(() -> as().get("/v1/packages/" + id).path("state").equals("CHECKED"));
        return as().get("/v1/packages/" + id).then().statusCode(200);
    }

    private RequestSpecification as() {
        return given().auth()
                .oauth2(
                        TestTokens.draft(
                                        "archivist.test",
                                        agency,
                                        TestDossier.AGENCY_CODE,
                                        "agency-archivist")
                                .sign());
    }
}
