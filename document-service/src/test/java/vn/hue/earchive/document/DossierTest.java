package vn.hue.earchive.document;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dossiers from opening to closing through the interface. */
@QuarkusTest
class DossierTest {

    @BeforeEach
    void schedule() {
        Work.importSchedule();
    }

    /** REST Assured would write types that it does not know in Latin-1. */
    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String path(String dossier) {
        return "/v1/dossiers/" + dossier;
    }

    @Test
    void theClosingCheckNamesWhatIsMissingAndWhatMendsIt() {
        TestAgency agency = TestAgency.fresh();
        String dossier = Work.openDossier(agency);

        agency.as("specialist")
                .get(path(dossier) + "/closing-check")
                .then()
                .statusCode(200)
                .body("closable", equalTo(false))
                .body("items.code", hasItem("NO_DOCUMENTS"))
                .body("items.find { it.code == 'NO_DOCUMENTS' }.severity", equalTo("RED"))
                .body(
                        "items.find { it.code == 'NO_DOCUMENTS' }.messageVi",
                        equalTo("Hồ sơ chưa có văn bản nào."))
                .body(
                        "items.find { it.code == 'NO_DOCUMENTS' }.fix.operationId",
                        equalTo("fileDocument"));
        Problems.expect(
                        agency.creating("specialist")
                                .header("If-Match", Work.etag(agency, path(dossier)))
                                .post(path(dossier) + "/closure")
                                .then(),
                        422,
                        "CLOSING_CHECK_FAILED")
                .body("violations.code", contains("NO_DOCUMENTS"));
    }

    @Test
    void closingPutsDocumentsInTheOrderOfTheirDatesAndSetsTheHandOverDay() {
        TestAgency agency = TestAgency.fresh();
        String dossier = Work.openDossier(agency);
        Map<String, Object> later = Work.registration(Work.upload(agency, Work.pdf()));
        later.put("issuedDate", "2025-06-01");
        String second = Work.register(agency, later);
        String first = Work.register(agency);
        Work.file(agency, dossier, second);
        Work.file(agency, dossier, first);

        Work.close(agency, dossier);

        agency.as("specialist")
                .get(path(dossier))
                .then()
                .body("startDate", equalTo("2025-04-01"))
                .body("endDate", equalTo("2025-06-01"))
                .body("handOverDueOn", equalTo("2025-07-31"))
                .body(
                        "allowedActions",
                        contains("reopenDossier", "submitDossiers", "requestHoldBack"));
        agency.as("clerk").get(path(dossier)).then().body("allowedActions", empty());
        agency.as("specialist")
                .get(path(dossier) + "/documents")
                .then()
                .body("items.documentId", contains(first, second))
                .body("items.ordinal", contains(1, 2))
                .body("items[1].docCode", containsString(".0000002"));
        agency.as("specialist")
                .get("/v1/incoming-documents/" + first)
                .then()
                .body("state", equalTo("FILED"));
    }

    /** Red when the version is not compared: the second closing would hide the change between. */
    @Test
    void closingWantsTheVersionThatThePersonSaw() {
        TestAgency agency = TestAgency.fresh();
        String dossier = Work.openDossier(agency);
        String seen = Work.etag(agency, path(dossier));
        Work.file(agency, dossier, Work.register(agency));

        Problems.expect(
                agency.creating("specialist").post(path(dossier) + "/closure").then(),
                428,
                "IF_MATCH_REQUIRED");
        Problems.expect(
                agency.creating("specialist")
                        .header("If-Match", seen)
                        .post(path(dossier) + "/closure")
                        .then(),
                412,
                "STALE_ETAG");
        agency.as("specialist").get(path(dossier)).then().body("state", equalTo("OPEN"));
    }

    @Test
    void aRepeatedClosingAnswersAsTheFirstDid() {
        TestAgency agency = TestAgency.fresh();
        String dossier = Work.openDossier(agency);
        Work.file(agency, dossier, Work.register(agency));
        String key = UUID.randomUUID().toString();
        String seen = Work.etag(agency, path(dossier));
        for (String replayed : new String[] {null, "true"}) {
            agency.as("specialist")
                    .header("Idempotency-Key", key)
                    .header("If-Match", seen)
                    .contentType("application/json")
                    .post(path(dossier) + "/closure")
                    .then()
                    .statusCode(200)
                    .header("Idempotency-Replayed", equalTo(replayed))
                    .body("state", equalTo("CLOSED"));
        }
    }

    @Test
    void reopeningNeedsAReasonAndAClosedDossierTakesNoDocument() {
        TestAgency agency = TestAgency.fresh();
        String dossier = Work.closedDossier(agency, 1);
        String document = Work.register(agency);
        Problems.expect(
                agency.creating("specialist")
                        .body(Map.of("documentId", document))
                        .post(path(dossier) + "/documents")
                        .then(),
                409,
                "DOSSIER_STATE_FORBIDS");
        Problems.expectFinding(
                agency.creating("specialist")
                        .header("If-Match", Work.etag(agency, path(dossier)))
                        .body(Map.of("reason", " "))
                        .post(path(dossier) + "/reopening")
                        .then(),
                "/reason",
                "REQUIRED");

        agency.creating("specialist")
                .header("If-Match", Work.etag(agency, path(dossier)))
                .body(Map.of("reason", "Bổ sung văn bản còn thiếu"))
                .post(path(dossier) + "/reopening")
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("closedOn", equalTo(null));
        Work.file(agency, dossier, document);
    }

    @Test
    void aDuplicateIsFoundByItsDigestAndTakenOut() {
        TestAgency agency = TestAgency.fresh();
        String dossier = Work.openDossier(agency);
        byte[] pdf = Work.pdf();
        String kept = Work.register(agency, Work.registration(Work.upload(agency, pdf)));
        String copy = Work.register(agency, Work.registration(Work.upload(agency, pdf)));
        String last = Work.register(agency);
        Work.file(agency, dossier, copy);
        Work.file(agency, dossier, kept);
        Work.file(agency, dossier, last);
        agency.as("specialist")
                .get(path(dossier) + "/closing-check")
                .then()
                .body("items.code", hasItem("SAME_CONTENT_TWICE"));

        agency.as("specialist")
                .header("If-Match", Work.etag(agency, path(dossier)))
                .delete(path(dossier) + "/documents/" + copy)
                .then()
                .statusCode(200)
                .body("documentCount", equalTo(2));

        agency.as("specialist")
                .get(path(dossier) + "/documents")
                .then()
                .body("items.documentId", contains(kept, last))
                .body("items.ordinal", contains(1, 2));
    }

    @Test
    void aDescriptionIsCorrectedByMergePatch() {
        TestAgency agency = TestAgency.fresh();
        String dossier = Work.openDossier(agency);

        agency.as("specialist")
                .header("If-Match", Work.etag(agency, path(dossier)))
                .contentType("application/merge-patch+json")
                .body(utf8("{\"keywords\":\"văn thư\",\"endDate\":null}"))
                .patch(path(dossier))
                .then()
                .statusCode(200)
                .body("keywords", equalTo("văn thư"));
        Problems.expectFinding(
                agency.as("specialist")
                        .header("If-Match", Work.etag(agency, path(dossier)))
                        .contentType("application/merge-patch+json")
                        .body("{\"state\":\"CLOSED\"}")
                        .patch(path(dossier))
                        .then(),
                "/state",
                "UNKNOWN_FIELD");
    }

    @Test
    void refusesTheSameNotationTwiceAndTheSameDocumentTwice() {
        TestAgency agency = TestAgency.fresh();
        Map<String, Object> request =
                Map.of("notation", "07-VP", "title", "Hồ sơ", "retentionRuleCode", "G1.02");
        String dossier =
                agency.creating("specialist")
                        .body(request)
                        .post("/v1/dossiers")
                        .then()
                        .statusCode(201)
                        .body("retention.kind", equalTo("PERMANENT"))
                        .extract()
                        .path("id");
        Problems.expect(
                agency.creating("specialist").body(request).post("/v1/dossiers").then(),
                409,
                "DOSSIER_NOTATION_TAKEN");
        String document = Work.register(agency);
        Work.file(agency, dossier, document);
        Problems.expect(
                agency.creating("specialist")
                        .body(Map.of("documentId", document))
                        .post(path(dossier) + "/documents")
                        .then(),
                409,
                "DOCUMENT_ALREADY_FILED");
        Problems.expectFinding(
                agency.creating("specialist")
                        .body(
                                Map.of(
                                        "notation", "a b",
                                        "title", "Hồ sơ",
                                        "retentionRuleCode", "X1"))
                        .post("/v1/dossiers")
                        .then(),
                "/retentionRuleCode",
                "UNKNOWN_RETENTION_RULE");
    }

    @Test
    void rulesAreFoundWithOrWithoutTones() {
        TestAgency agency = TestAgency.fresh();
        for (String typed : new String[] {"khiếu nại tố cáo", "KHIEU NAI to cao"}) {
            agency.as("specialist")
                    .queryParam("q", typed)
                    .get("/v1/retention-rules")
                    .then()
                    .statusCode(200)
                    .body("items.code", hasItem("G9.06a"));
        }
    }

    @Test
    void aFaultyScheduleIsRefusedWholeWithTheLineOfEachFault() {
        String csv =
                "code,groupCode,groupTitleVi,titleVi,periodKind,years,maintenanceCode,trigger,"
                        + "legalBasis,certainty\n"
                        + "A1,1,Nhóm,Hồ sơ,YEARS,,06,END_OF_WORK_YEAR,x,A\n"
                        + "A1,1,Nhóm,Hồ sơ,PERMANENT,,99,END_OF_WORK_YEAR,x,A\n";
        Problems.expect(
                        TestAgency.city()
                                .creating("operator")
                                .contentType("text/csv")
                                .body(utf8(csv))
                                .post("/v1/retention-schedules")
                                .then(),
                        422,
                        "RETENTION_SCHEDULE_INVALID")
                .body(
                        "violations.pointer",
                        contains("/lines/2/years", "/lines/3/code", "/lines/3/maintenanceCode"));
    }
}
