package vn.hue.earchive.document;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules of access and personal data: drafted, looked at, put in force, followed or not. */
@QuarkusTest
class AccessRuleTest {

    private static final String SETS = "/v1/access-rule-sets";

    @BeforeEach
    void schedule() {
        Work.importSchedule();
    }

    private static Map<String, Object> rule(String code, String effect, String... words) {
        return new HashMap<>(
                Map.of(
                        "code", code,
                        "label", code,
                        "effect", effect,
                        "words", List.of(words),
                        "legalBasis", "33/2024/QH15 Điều 25"));
    }

    private static String draft(TestAgency agency, List<Map<String, Object>> rules) {
        return agency.creating("agency-archivist")
                .body(Map.of("title", "Quy tắc tiếp cận", "rules", rules))
                .post(SETS)
                .then()
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .extract()
                .path("id");
    }

    private static ValidatableResponse preview(TestAgency agency, String set) {
        return agency.as("leader").get(SETS + "/" + set + "/preview").then().statusCode(200);
    }

    private static ValidatableResponse approve(TestAgency agency, String set, String planHash) {
        return agency.creating("leader")
                .header("If-Match", "\"v1\"")
                .body(Map.of("planHash", planHash, "reference", "12/QĐ-UBND"))
                .post(SETS + "/" + set + "/approval")
                .then();
    }

    private static void inForce(TestAgency agency, List<Map<String, Object>> rules) {
        String set = draft(agency, rules);
        String hash = preview(agency, set).extract().path("planHash");
        approve(agency, set, hash).statusCode(200).body("state", equalTo("IN_FORCE"));
    }

    private static String dossier(TestAgency agency, String title) {
        return agency.creating("specialist")
                .body(
                        Map.of(
                                "notation",
                                Letters.number() + "-TC",
                                "title",
                                title,
                                "retentionRuleCode",
                                "G12-1.09"))
                .post("/v1/dossiers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse access(TestAgency agency, String dossier) {
        return agency.as("specialist")
                .get("/v1/dossiers/" + dossier + "/access")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse decide(
            TestAgency agency, String dossier, String of, Map<String, Object> decision) {
        String path = "/v1/dossiers/" + dossier;
        return agency.creating("specialist")
                .header("If-Match", Work.etag(agency, path))
                .body(decision)
                .post(path + of + "/access-decision")
                .then();
    }

    /** Red when nothing is judged, nothing inherited, or a document escapes its dossier. */
    @Test
    void theRulesInForceSuggestAndDocumentsInherit() {
        TestAgency agency = TestAgency.fresh();
        String complaints = dossier(agency, "Hồ sơ giải quyết khiếu nại năm 2025");
        Map<String, Object> list = Work.registration(Work.upload(agency, Work.pdf()));
        list.put("subject", "Danh sách công dân có đơn");
        String document = Work.register(agency, list);
        Work.file(agency, complaints, document);
        access(agency, complaints)
                .body("access.accessMode", equalTo("01"))
                .body("access.from", equalTo("WRITTEN"));

        inForce(
                agency,
                List.of(
                        rule("DC1", "CONDITIONAL", "khiếu nại"),
                        rule("CN1", "PERSONAL_BASIC", "danh sách công dân")));

        access(agency, complaints)
                .body("access.accessMode", equalTo("02"))
                .body("access.from", equalTo("RULE"))
                .body("access.suggested.grounds.ruleCode", contains("DC1"))
                .body("access.personalData", equalTo("NONE"))
                .body("documents[0].documentId", equalTo(document))
                .body("documents[0].access.accessMode", equalTo("02"))
                .body("documents[0].access.from", equalTo("DOSSIER"))
                .body("documents[0].access.personalData", equalTo("BASIC"));
        access(agency, dossier(agency, "Hồ sơ họp giao ban năm 2025"))
                .body("access.accessMode", equalTo("01"));
        TestAgency other = TestAgency.fresh();
        access(other, dossier(other, "Hồ sơ giải quyết khiếu nại năm 2025"))
                .body("access.accessMode", equalTo("01"));
    }

    /** Red when a decision is not kept, not written, or not asked for before the closing. */
    @Test
    void aPersonDecidesWithLegalBasisAndReasonAndTheClosingCheckAsksForIt() {
        TestAgency agency = TestAgency.fresh();
        inForce(agency, List.of(rule("DC1", "CONDITIONAL", "khiếu nại")));
        String dossier = dossier(agency, "Hồ sơ giải quyết khiếu nại năm 2025");
        String document = Work.register(agency);
        Work.file(agency, dossier, document);
        check(agency, dossier).body("items.code", hasItem("ACCESS_RULE_STRICTER"));
        Problems.expectFinding(
                decide(
                        agency,
                        dossier,
                        "",
                        Map.of("accessMode", "02", "personalData", "BASIC", "reason", "Đơn thư")),
                "/legalBasis",
                "REQUIRED");

        decide(
                        agency,
                        dossier,
                        "",
                        Map.of(
                                "accessMode", "02",
                                "openOn", "2037-01-01",
                                "personalData", "BASIC",
                                "legalBasis", "33/2024/QH15 Điều 25",
                                "reason", "Có đơn thư của công dân"))
                .statusCode(200)
                .body("accessMode", equalTo("02"));
        decide(
                        agency,
                        dossier,
                        "/documents/" + document,
                        Map.of(
                                "accessMode", "01",
                                "personalData", "NONE",
                                "reason", "Văn bản đã công bố"))
                .statusCode(200);

        access(agency, dossier)
                .body("access.from", equalTo("DECISION"))
                .body("access.openOn", equalTo("2037-01-01"))
                .body("access.personalData", equalTo("BASIC"))
                .body("access.decision.reason", equalTo("Có đơn thư của công dân"))
                .body("documents[0].access.accessMode", equalTo("01"))
                .body("documents[0].access.from", equalTo("DECISION"));
        check(agency, dossier).body("items.code", not(hasItem("ACCESS_RULE_STRICTER")));
    }

    private static ValidatableResponse check(TestAgency agency, String dossier) {
        return agency.as("specialist")
                .get("/v1/dossiers/" + dossier + "/closing-check")
                .then()
                .statusCode(200);
    }

    /** Red when a document's own access mode does not reach its register line. */
    @Test
    void whatIsDecidedOfADocumentStandsInItsLine() {
        TestAgency agency = TestAgency.fresh();
        String dossier = dossier(agency, "Hồ sơ họp năm 2025");
        String document = Work.register(agency);
        Work.file(agency, dossier, document);

        decide(
                        agency,
                        dossier,
                        "/documents/" + document,
                        Map.of(
                                "accessMode", "02",
                                "personalData", "SENSITIVE",
                                "legalBasis", "91/2025/QH15",
                                "reason", "Thông tin sức khỏe"))
                .statusCode(200);

        agency.as("specialist")
                .get("/v1/incoming-documents/" + document)
                .then()
                .body("accessMode", equalTo("02"))
                .body("version", equalTo(2));
    }

    /** Red when a dossier that may be secret is closed without anybody looking. */
    @Test
    void whatMayBeSecretIsNotClosedBeforeAPersonHasLooked() {
        TestAgency agency = TestAgency.fresh();
        inForce(agency, List.of(rule("BM1", "MAYBE_SECRET", "diễn tập")));
        String dossier = dossier(agency, "Hồ sơ diễn tập phòng thủ năm 2025");
        Work.file(agency, dossier, Work.register(agency));
        Problems.expect(
                agency.creating("specialist")
                        .header("If-Match", Work.etag(agency, "/v1/dossiers/" + dossier))
                        .post("/v1/dossiers/" + dossier + "/closure")
                        .then(),
                422,
                "CLOSING_CHECK_FAILED");
        Problems.expect(
                decide(
                        agency,
                        dossier,
                        "",
                        Map.of("accessMode", "03", "personalData", "NONE", "reason", "x")),
                422,
                "STATE_SECRET_NOT_ALLOWED");

        decide(
                        agency,
                        dossier,
                        "",
                        Map.of(
                                "accessMode", "01",
                                "personalData", "NONE",
                                "reason", "Diễn tập chữa cháy, không có nội dung mật"))
                .statusCode(200);

        Work.close(agency, dossier);
    }

    /** Red when the preview counts wrong, or rules come into force that nobody looked at. */
    @Test
    void whatComesIntoForceIsWhatWasLookedAt() {
        TestAgency agency = TestAgency.fresh();
        inForce(agency, List.of(rule("DC1", "CONDITIONAL", "khiếu nại")));
        String complaints = dossier(agency, "Hồ sơ khiếu nại năm 2025");
        String inspection = dossier(agency, "Hồ sơ thanh tra năm 2025");
        dossier(agency, "Hồ sơ họp năm 2025");
        Map<String, Object> closed = rule("CB1", "CLOSED_YEARS", "thanh tra");
        closed.put("years", 10);
        String set = draft(agency, List.of(closed));
        String hash =
                preview(agency, set)
                        .body("judged", equalTo(3))
                        .body("changed", equalTo(2))
                        .body("stricter", equalTo(1))
                        .body("examples.dossierId", hasItems(complaints, inspection))
                        .body("examples.documentId", hasItem(nullValue()))
                        .extract()
                        .path("planHash");
        dossier(agency, "Hồ sơ thanh tra khác năm 2025");
        Problems.expect(approve(agency, set, hash), 409, "ACCESS_PLAN_CHANGED");

        String now = preview(agency, set).extract().path("planHash");
        approve(agency, set, now).statusCode(200).body("number", equalTo(2));

        access(agency, complaints).body("access.accessMode", equalTo("01"));
        access(agency, inspection).body("access.accessMode", equalTo("02"));
        agency.as("auditor").get(SETS).then().body("items.state", contains("IN_FORCE", "REPLACED"));
        Problems.expect(
                agency.creating("leader")
                        .header("If-Match", "\"v2\"")
                        .body(Map.of("planHash", now, "reference", "x"))
                        .post(SETS + "/" + set + "/approval")
                        .then(),
                409,
                "ACCESS_RULES_STATE_FORBIDS");
    }

    @Test
    void whoDraftedTheRulesDoesNotApproveThem() {
        TestAgency agency = TestAgency.fresh();
        String set =
                agency.creating("agency-archivist", "leader")
                        .body(
                                Map.of(
                                        "title",
                                        "x",
                                        "rules",
                                        List.of(rule("DC1", "CONDITIONAL", "khiếu nại"))))
                        .post(SETS)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        String hash = preview(agency, set).extract().path("planHash");
        Problems.expect(
                agency.creating("agency-archivist", "leader")
                        .header("If-Match", "\"v1\"")
                        .body(Map.of("planHash", hash, "reference", "x"))
                        .post(SETS + "/" + set + "/approval")
                        .then(),
                409,
                "SAME_PERSON");
    }

    @Test
    void aRuleThatSpeaksOfEverythingOrOfNothingIsRefused() {
        TestAgency agency = TestAgency.fresh();
        Map<String, Object> everything = rule("A", "CONDITIONAL");
        Map<String, Object> years = rule("A", "CONDITIONAL", "x");
        years.put("years", 5);
        Map<String, Object> type = rule("C", "CONDITIONAL", "x");
        type.put("typeCodes", List.of("99"));
        agency.creating("agency-archivist")
                .body(Map.of("title", "x", "rules", List.of(everything, years, type)))
                .post(SETS)
                .then()
                .statusCode(422)
                .body(
                        "violations.code",
                        contains(
                                "RULE_WITHOUT_CRITERION",
                                "SAME_RULE_TWICE",
                                "YEARS_OF_CLOSED_ONLY",
                                "UNKNOWN_CODE"));
        agency.as("auditor").get(SETS).then().body("items", empty());
    }
}
