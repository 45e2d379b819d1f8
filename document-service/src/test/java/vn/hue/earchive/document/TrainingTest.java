package vn.hue.earchive.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.file.WorkingBucket;
import vn.hue.earchive.document.submission.PracticeArchive;
import vn.hue.earchive.document.training.RunTrainingResets;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.objects.ObjectStore;

/** Agencies for training: the same work, marked, inside, and reset on request. */
@QuarkusTest
class TrainingTest {

    @Inject @WorkingBucket ObjectStore bucket;
    @Inject PracticeArchive practice;
    @Inject RunTrainingResets resets;
    @Inject EntityManager entities;

    @BeforeEach
    void schedule() {
        Work.importSchedule();
    }

    private static ValidatableResponse enter(TestAgency agency, boolean training) {
        Map<String, Object> details = new HashMap<>();
        details.put("code", agency.code());
        details.put("name", "Đơn vị tập huấn");
        details.put("provisional", true);
        details.put("validFrom", "2025-07-01");
        details.put("training", training);
        return TestAgency.city()
                .as("operator")
                .contentType("application/json")
                .header("If-Match", "\"v1\"")
                .body(details)
                .put("/v1/agencies/" + agency.id())
                .then();
    }

    private long count(String sql, Object id) {
        return JobScope.transaction(
                "test",
                () ->
                        ((Number)
                                        entities.createNativeQuery(sql)
                                                .setParameter("id", id)
                                                .getSingleResult())
                                .longValue());
    }

    /** Red when a real agency can be made one whose data may be removed. */
    @Test
    void whetherAnAgencyIsForTrainingNeverChanges() {
        TestAgency training = TestAgency.forTraining();
        TestAgency.city()
                .as("operator")
                .get("/v1/agencies/" + training.id())
                .then()
                .body("training", equalTo(true))
                .body("watermark", equalTo("DỮ LIỆU TẬP HUẤN"));
        Problems.expectFinding(enter(training, false), "/training", "TRAINING_IS_FIXED");
        TestAgency real = TestAgency.fresh();
        Problems.expectFinding(enter(real, true), "/training", "TRAINING_IS_FIXED");
        TestAgency.city()
                .as("operator")
                .get("/v1/agencies/" + real.id())
                .then()
                .body("training", equalTo(false))
                .body("watermark", nullValue());
    }

    /** Red when what trainees do is told to strangers. */
    @Test
    void nobodyOutsideIsToldByWebhook() {
        TestAgency agency = TestAgency.forTraining();

        Problems.expect(
                agency.creating("integration")
                        .body(
                                Map.of(
                                        "url",
                                        "https://example.org/hook",
                                        "secret",
                                        "whsec_"
                                                + Base64.getEncoder().encodeToString(new byte[32])))
                        .post("/v1/webhooks")
                        .then(),
                403,
                "TRAINING_STAYS_INSIDE");
        agency.as("auditor").get("/v1/webhooks").then().body("items.size()", equalTo(0));
    }

    /** Red when the archive hears of it: the outbox would hold a submission. */
    @Test
    void aHandOverStaysInsideAndIsPractisedToItsEnd() {
        TestAgency agency = TestAgency.forTraining();
        String dossier = Work.closedDossier(agency, 1);

        String submission = Work.submit(agency, dossier).getString("id");
        practice.run();

        agency.as("specialist")
                .get("/v1/submissions/" + submission)
                .then()
                .body("state", equalTo("ACCEPTED"));
        agency.as("specialist")
                .get("/v1/submissions/" + submission + "/minutes")
                .then()
                .body("content.watermark", equalTo("DỮ LIỆU TẬP HUẤN"));
        assertThat(
                        count(
                                "select count(*) from outbox where topic = 'submission.events' and"
                                        + " aggregate_id = cast(:id as uuid)",
                                submission))
                .isZero();
        TestAgency real = TestAgency.fresh();
        String sent = Work.submit(real, Work.closedDossier(real, 1)).getString("id");
        assertThat(
                        count(
                                "select count(*) from outbox where topic = 'submission.events' and"
                                        + " aggregate_id = cast(:id as uuid)",
                                sent))
                .isOne();
    }

    /** Red when rows or objects stay, the series goes on, the audit trail goes, or others lose. */
    @Test
    void aResetRemovesWhatTraineesMadeAndSurvivesBeingCutShort() {
        TestAgency agency = TestAgency.forTraining();
        TestAgency real = TestAgency.fresh();
        String realDossier = Work.closedDossier(real, 1);
        String dossier = Work.closedDossier(agency, 2);
        Work.submit(agency, dossier);
        practice.run();
        long audited = count("select count(*) from audit_entry where agency_id = :id", agency.id());

        String id =
                agency.creating("leader")
                        .body(Map.of("agencyCode", agency.code()))
                        .post("/v1/training-resets")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id");
        Problems.expect(
                agency.creating("leader")
                        .body(Map.of("agencyCode", agency.code()))
                        .post("/v1/training-resets")
                        .then(),
                409,
                "RESET_RUNNING");
        int runs = 0;
        while (!done(agency, id) && runs < 500) {
            resets.run(7);
            runs++;
        }

        agency.as("leader")
                .get("/v1/training-resets/" + id)
                .then()
                .body("status", equalTo("succeeded"))
                .body("tablesKept", empty());
        assertThat(runs).as("it went on where it had been cut short").isGreaterThan(1);
        agency.as("specialist").get("/v1/dossiers").then().body("items", empty());
        agency.as("clerk").get("/v1/incoming-documents").then().body("items", empty());
        assertThat(bucket.list(agency.id() + "/").hasNext()).isFalse();
        assertThat(count("select count(*) from audit_entry where agency_id = :id", agency.id()))
                .isGreaterThan(audited);
        agency.as("clerk")
                .get("/v1/incoming-documents/" + Work.register(agency))
                .then()
                .body("arrivalNumber", equalTo(1));
        real.as("specialist")
                .get("/v1/dossiers/" + realDossier)
                .then()
                .body("state", equalTo("CLOSED"));
        assertThat(bucket.list(real.id() + "/").hasNext()).isTrue();
    }

    private static boolean done(TestAgency agency, String id) {
        return agency.as("leader").get("/v1/training-resets/" + id).jsonPath().get("finishedAt")
                != null;
    }

    /** Red when only the service stands between a mistake and real records. */
    @Test
    void aRealAgencyCannotBeResetNotEvenByTheJobsRole() {
        TestAgency real = TestAgency.fresh();
        Work.register(real);

        Problems.expect(
                real.creating("leader")
                        .body(Map.of("agencyCode", real.code()))
                        .post("/v1/training-resets")
                        .then(),
                409,
                "NOT_FOR_TRAINING");
        Assertions.assertThatThrownBy(() ->
                        count("select remove_training_rows(:id, 'document_file', 10)", real.id()))
                .hasRootCauseInstanceOf(java.sql.SQLException.class)
                .rootCause()
                .hasMessageContaining("is not for training");
        Problems.expectFinding(
                TestAgency.forTraining()
                        .creating("leader")
                        .body(Map.of("agencyCode", "H57.1"))
                        .post("/v1/training-resets")
                        .then(),
                "/agencyCode",
                "OTHER_AGENCY_CODE");
    }
}
