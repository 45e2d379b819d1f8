package vn.hue.earchive.document;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Due dates, events that start a period, and choices against the inherited rule. */
@QuarkusTest
class RetentionDueDateTest {

    @BeforeEach
    void schedule() {
        Work.importSchedule();
    }

    private static ValidatableResponse post(TestAgency agency, String path, Map<String, ?> body) {
        String dossier = path.split("/")[3];
        return agency.creating("specialist")
                .header("If-Match", Work.etag(agency, "/v1/dossiers/" + dossier))
                .body(body)
                .post(path)
                .then();
    }

    /** Red when the year is not that of the end of the work, or the day not the one after it. */
    @Test
    void theDueDateIsComputedWhenTheDossierIsClosedAndCanBeSearched() {
        TestAgency agency = TestAgency.fresh();
        String dossier = Work.openDossier(agency);
        agency.as("auditor")
                .get("/v1/dossiers/" + dossier + "/retention")
                .then()
                .statusCode(200)
                .body("expiryYear", nullValue())
                .body("rule.code", equalTo("G12-1.09"))
                .body("rule.certainty", equalTo("B"))
                .body("rule.scheduleState", equalTo("SAMPLE"));
        Work.file(agency, dossier, Work.register(agency));

        Work.close(agency, dossier);

        agency.as("auditor")
                .get("/v1/dossiers/" + dossier + "/retention")
                .then()
                .body("expiryYear", equalTo(2045))
                .body("eligibleOn", equalTo("2046-01-01"))
                .body("steps.step", equalTo(java.util.List.of("AGENCY_ARCHIVE", "APPRAISAL")))
                .body("steps[0].dueOn", equalTo("2025-05-31"))
                .body("steps[0].latestOn", equalTo("2026-12-31"))
                .body("steps[1].dueOn", equalTo("2046-01-01"));
        agency.as("agency-archivist")
                .get("/v1/retention-due-dates?eligibleFrom=2046-01-01&eligibleBefore=2046-01-02")
                .then()
                .statusCode(200)
                .body("items.dossierId", equalTo(java.util.List.of(dossier)))
                .body("items[0].period", equalTo("20Y"));
        agency.as("agency-archivist")
                .get("/v1/retention-due-dates?eligibleBefore=2046-01-01")
                .then()
                .body("items", empty());
    }

    /** Red when a period that waits for an event has a date before, or none after. */
    @Test
    void aPeriodThatWaitsForAnEventHasNoDateUntilItIsEntered() {
        TestAgency agency = TestAgency.fresh();
        String dossier =
                agency.creating("specialist")
                        .body(
                                Map.of(
                                        "notation", "HD-1",
                                        "title", "Hợp đồng lao động tạp vụ",
                                        "retentionRuleCode", "G4-1.05"))
                        .post("/v1/dossiers")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        Work.file(agency, dossier, Work.register(agency));
        Work.close(agency, dossier);
        agency.as("agency-archivist")
                .get("/v1/retention-due-dates?waiting=true")
                .then()
                .body("items.dossierId", hasItem(dossier))
                .body("items[0].waitsFor", equalTo("CONTRACT_END"))
                .body("items[0].eligibleOn", nullValue());
        String path = "/v1/dossiers/" + dossier + "/retention-event";
        Problems.expectFinding(
                post(agency, path, Map.of("eventOn", "2199-01-01")), "/eventOn", "IN_THE_FUTURE");

        post(agency, path, Map.of("eventOn", "2026-10-31", "note", "Hết hạn hợp đồng"))
                .statusCode(200);

        agency.as("agency-archivist")
                .get("/v1/retention-due-dates?waiting=true")
                .then()
                .body("items", empty());
        agency.as("agency-archivist")
                .get("/v1/retention-due-dates")
                .then()
                .body("items.eligibleOn", equalTo(java.util.List.of("2032-01-01")));
    }

    @Test
    void noEventIsEnteredForAPeriodThatCountsFromTheEndOfTheWork() {
        TestAgency agency = TestAgency.fresh();
        String dossier = Work.openDossier(agency);
        Problems.expectFinding(
                post(
                        agency,
                        "/v1/dossiers/" + dossier + "/retention-event",
                        Map.of("eventOn", "2026-01-01")),
                "/eventOn",
                "TRIGGER_NOT_ENTERED");
    }

    /** Red when a choice against the rule leaves no trace, needs no reason, or is not countable. */
    @Test
    void anotherRuleNeedsAReasonAndIsLoggedAndCounted() {
        TestAgency agency = TestAgency.fresh();
        String dossier = Work.openDossier(agency);
        String path = "/v1/dossiers/" + dossier + "/retention-override";
        Problems.expectFinding(
                post(agency, path, Map.of("ruleCode", "G12-1.07")), "/reason", "REQUIRED");
        Problems.expectFinding(
                post(agency, path, Map.of("ruleCode", "KHÔNG-CÓ", "reason", "x")),
                "/ruleCode",
                "UNKNOWN_RETENTION_RULE");
        Problems.expectFinding(
                post(agency, path, Map.of("ruleCode", "G12-1.09", "reason", "x")),
                "/ruleCode",
                "SAME_RULE");

        post(agency, path, Map.of("ruleCode", "G1.02", "reason", "Có quy chế được ban hành"))
                .statusCode(200)
                .body("retention.kind", equalTo("PERMANENT"));

        agency.as("auditor")
                .get("/v1/dossiers/" + dossier + "/retention")
                .then()
                .body("override.inheritedRule", equalTo("G12-1.09"))
                .body("override.reason", equalTo("Có quy chế được ban hành"));
        agency.as("auditor")
                .get("/v1/retention-overrides")
                .then()
                .body("items[0].fromPeriod", equalTo("20Y"))
                .body("items[0].toPeriod", equalTo("PERMANENT"))
                .body("items[0].decidedBy", equalTo("specialist." + agency.code()));
        post(agency, path, Map.of("ruleCode", "G12-1.09", "reason", "Trở lại dòng danh mục"))
                .statusCode(200);
        agency.as("auditor")
                .get("/v1/dossiers/" + dossier + "/retention")
                .then()
                .body("override", nullValue());
        agency.as("auditor")
                .get("/v1/retention-overrides/statistics")
                .then()
                .body("overrides", equalTo(2))
                .body("pairs.fromRule", hasItem("G1.02"));
    }

    @Test
    void aDocumentHasThePeriodOfItsDossierUnlessAPersonChoseAnother() {
        TestAgency agency = TestAgency.fresh();
        String dossier = Work.openDossier(agency);
        String document = Work.register(agency);
        String stranger = Work.register(agency);
        Work.file(agency, dossier, document);
        String path = "/v1/dossiers/" + dossier + "/documents/";
        Map<String, String> choice = Map.of("ruleCode", "G1.02", "reason", "Bản gốc quy chế");
        post(agency, path + stranger + "/retention-override", choice).statusCode(404);

        post(agency, path + document + "/retention-override", choice).statusCode(200);

        agency.as("auditor")
                .get("/v1/dossiers/" + dossier + "/retention")
                .then()
                .body("retention.kind", equalTo("YEARS"))
                .body("documents.documentId", equalTo(java.util.List.of(document)))
                .body("documents[0].retention.kind", equalTo("PERMANENT"));
        agency.as("auditor")
                .get("/v1/retention-overrides/statistics")
                .then()
                .body("overriddenDocuments", equalTo(1));
    }

    @Test
    void aClosedDossierIsNotOverriddenByHand() {
        TestAgency agency = TestAgency.fresh();
        String dossier = Work.closedDossier(agency, 1);
        Problems.expect(
                post(
                        agency,
                        "/v1/dossiers/" + dossier + "/retention-override",
                        Map.of("ruleCode", "G1.02", "reason", "x")),
                409,
                "DOSSIER_STATE_FORBIDS");
        agency.as("specialist")
                .get("/v1/dossiers/" + dossier)
                .then()
                .body("retention.ruleCode", not(equalTo("G1.02")));
    }
}
