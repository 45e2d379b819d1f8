package vn.hue.earchive.document.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.Problems;
import vn.hue.earchive.document.TestAgency;
import vn.hue.earchive.document.Work;
import vn.hue.earchive.document.rulechange.RecomputeRetention;

/** A later version of a rule set for dossiers that exist. */
@QuarkusTest
class RetentionRecomputationTest {

    @Inject RecomputeRetention job;

    private record Versions(TestAgency agency, String before, String after) {}

    private static Versions versions(TestAgency agency) {
        String before =
                RetentionRuleSetTest.importSet(
                        agency,
                        "DRAFT",
                        RetentionRuleSetTest.line("R1", "Hồ sơ tuần tra", 10, "B", ""),
                        RetentionRuleSetTest.line("R2", "Hồ sơ trực đêm", 20, "B", ""),
                        RetentionRuleSetTest.line("R3", "Hồ sơ cổng", 5, "B", ""),
                        RetentionRuleSetTest.line("R4", "Hồ sơ xe", 5, "B", ""));
        RetentionRuleSetTest.approve(agency, before, "2026-01-01", "leader").statusCode(200);
        return new Versions(agency, before, "");
    }

    private static Versions next(Versions versions) {
        TestAgency agency = versions.agency();
        String after =
                RetentionRuleSetTest.importSet(
                        agency,
                        "DRAFT",
                        RetentionRuleSetTest.line("R1", "Hồ sơ tuần tra", 20, "A", ""),
                        RetentionRuleSetTest.line("R2b", "Hồ sơ trực đêm", 20, "A", "R2"),
                        RetentionRuleSetTest.line("R4x", "Hồ sơ xe con", 5, "A", "R4"),
                        RetentionRuleSetTest.line("R4y", "Hồ sơ xe tải", 10, "A", "R4"));
        RetentionRuleSetTest.approve(agency, after, "2026-01-02", "leader").statusCode(200);
        return new Versions(agency, versions.before(), after);
    }

    private static String open(TestAgency agency, String rule, int n) {
        return agency.creating("specialist")
                .body(
                        Map.of(
                                "notation", rule + "-" + n,
                                "title", "Hồ sơ thử " + rule,
                                "retentionRuleCode", rule))
                .post("/v1/dossiers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static JsonPath preview(Versions versions) {
        return versions.agency()
                .creating("agency-archivist")
                .body(body(versions, Map.of()))
                .post("/v1/retention-recomputations/previews")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, String> body(Versions versions, Map<String, String> more) {
        Map<String, String> body = new HashMap<>(more);
        body.put("fromScheduleId", versions.before());
        body.put("toScheduleId", versions.after());
        return body;
    }

    private static ValidatableResponse start(Versions versions, String hash) {
        return versions.agency()
                .creating("agency-archivist")
                .body(body(versions, Map.of("planHash", hash, "reason", "Bảng mới")))
                .post("/v1/retention-recomputations")
                .then();
    }

    /**
     * Red when the preview counts otherwise than the execution does, when a person's choice is
     * overwritten, or when a split or dropped rule is decided by the machine.
     */
    @Test
    void whatThePreviewCountsIsWhatTheReportSays() {
        Versions before = versions(TestAgency.fresh());
        TestAgency agency = before.agency();
        String changed = open(agency, "R1", 1);
        Work.file(agency, changed, Work.register(agency));
        Work.close(agency, changed);
        String chosen = open(agency, "R1", 2);
        agency.creating("specialist")
                .header("If-Match", Work.etag(agency, "/v1/dossiers/" + chosen))
                .body(Map.of("ruleCode", "R3", "reason", "Chỉ là sổ cổng"))
                .post("/v1/dossiers/" + chosen + "/retention-override")
                .then()
                .statusCode(200);
        String renamed = open(agency, "R2", 1);
        String dropped = open(agency, "R3", 1);
        String split = open(agency, "R4", 1);
        Versions versions = next(before);

        JsonPath plan = preview(versions);

        assertThat(plan.getMap("outcomes"))
                .isEqualTo(
                        Map.of(
                                "CHANGED", 1,
                                "OVERRIDDEN", 1,
                                "RELABELLED", 1,
                                "DROPPED", 1,
                                "SPLIT", 1));
        assertThat(plan.getList("examples.dossierId")).isEqualTo(List.of(changed));
        assertThat(plan.getString("examples[0].eligibleOn")).isEqualTo("2036-01-01");
        assertThat(plan.getString("examples[0].newEligibleOn")).isEqualTo("2046-01-01");
        Problems.expect(start(versions, "0".repeat(64)), 409, "RETENTION_PLAN_CHANGED");
        String id =
                start(versions, plan.getString("planHash")).statusCode(202).extract().path("id");
        Problems.expect(
                start(versions, plan.getString("planHash")),
                409,
                "RETENTION_RECOMPUTATION_RUNNING");

        job.run();

        agency.as("auditor")
                .get("/v1/retention-recomputations/" + id)
                .then()
                .body("state", equalTo("succeeded"))
                .body("progress.done", equalTo(5))
                .body("changed", equalTo(1))
                .body("outcomes", equalTo(plan.getMap("outcomes")));
        agency.as("auditor")
                .get("/v1/dossiers/" + changed + "/retention")
                .then()
                .body("retention.years", equalTo(20))
                .body("retention.certainty", equalTo("A"))
                .body("expiryYear", equalTo(2045));
        String path = "/v1/retention-recomputations/" + id + "/items";
        agency.as("auditor")
                .get(path)
                .then()
                .body("items.find { it.dossierId == '" + renamed + "' }.toRule", equalTo("R2b"))
                .body(
                        "items.find { it.dossierId == '" + dropped + "' }.outcome",
                        equalTo("DROPPED"))
                .body("items.find { it.dossierId == '" + split + "' }.outcome", equalTo("SPLIT"));
        agency.as("auditor")
                .get("/v1/dossiers/" + chosen)
                .then()
                .body("retention.ruleCode", equalTo("R3"));
        assertThat(preview(versions).getMap("outcomes")).doesNotContainKey("CHANGED");
    }

    /** Red when a plan is carried out that nobody has seen. */
    @Test
    void aPlanThatIsNoLongerTrueIsRefused() {
        Versions before = versions(TestAgency.fresh());
        open(before.agency(), "R1", 1);
        Versions versions = next(before);
        JsonPath plan = preview(versions);
        String id = plan.getString("examples[0].dossierId");
        before.agency()
                .creating("specialist")
                .header("If-Match", Work.etag(before.agency(), "/v1/dossiers/" + id))
                .body(Map.of("ruleCode", "R2b", "reason", "Trực đêm"))
                .post("/v1/dossiers/" + id + "/retention-override")
                .then()
                .statusCode(200);

        Problems.expect(start(versions, plan.getString("planHash")), 409, "RETENTION_PLAN_CHANGED");
    }

    @Test
    void onlyALaterVersionInForceIsApplied() {
        Versions versions = versions(TestAgency.fresh());
        String draft =
                RetentionRuleSetTest.importSet(
                        versions.agency(),
                        "DRAFT",
                        RetentionRuleSetTest.line("R1", "Hồ sơ tuần tra", 20, "A", ""));
        Problems.expectFinding(
                versions.agency()
                        .creating("agency-archivist")
                        .body(Map.of("fromScheduleId", versions.before(), "toScheduleId", draft))
                        .post("/v1/retention-recomputations/previews")
                        .then(),
                "/toScheduleId",
                "SCHEDULE_NOT_IN_FORCE");
        Problems.expectFinding(
                versions.agency()
                        .creating("agency-archivist")
                        .body(Map.of("fromScheduleId", draft, "toScheduleId", versions.before()))
                        .post("/v1/retention-recomputations/previews")
                        .then(),
                "/toScheduleId",
                "NOT_A_LATER_VERSION");
        versions.agency()
                .as("auditor")
                .get("/v1/retention-recomputations")
                .then()
                .body("items.state", not(hasItem("running")));
    }
}
