package vn.hue.earchive.document;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Suggestions of retention rules, and what people make of them. */
@QuarkusTest
class RetentionSuggestionTest {

    @BeforeEach
    void schedule() {
        Work.importSchedule();
    }

    private static ValidatableResponse suggest(TestAgency agency, Map<String, ?> request) {
        return agency.creating("specialist").body(request).post("/v1/retention-suggestions").then();
    }

    private static ValidatableResponse decide(TestAgency agency, String id, Map<String, ?> choice) {
        String etag =
                agency.as("specialist")
                        .get("/v1/retention-suggestions/" + id)
                        .then()
                        .statusCode(200)
                        .extract()
                        .header("ETag");
        return agency.creating("specialist")
                .header("If-Match", etag)
                .body(choice)
                .post("/v1/retention-suggestions/" + id + "/decision")
                .then();
    }

    /** Red when an offer comes without its words, line, basis, certainty or reason. */
    @Test
    void offersUpToThreeRulesAndSaysWhyInWordsOfTheTitle() {
        TestAgency agency = TestAgency.fresh();

        suggest(agency, Map.of("title", "Hồ sơ chỉnh lý tài liệu tồn đọng năm 2025"))
                .statusCode(201)
                .body("suggestions.size()", lessThanOrEqualTo(3))
                .body("suggestions[0].rule.code", equalTo("G12-1.09"))
                .body("suggestions[0].matchedWords", hasItem("chỉnh lý"))
                .body("suggestions[0].rule.legalBasis", equalTo("09/2011/TT-BNV"))
                .body("suggestions[0].rule.certainty", equalTo("B"))
                .body("suggestions[0].reason", containsString("“chỉnh lý”"))
                .body("suggestions[0].reason", containsString("20 năm"))
                .body("suggestions[0].reason", containsString("chưa được đối chiếu"))
                .body("suggestions[0].reason", containsString("bảng mẫu"))
                .body("decision", nullValue());
    }

    @Test
    void aTitleWithoutTonesAndOneWithTonesApartFindTheSame() {
        TestAgency agency = TestAgency.fresh();
        suggest(agency, Map.of("title", "ho so chinh ly tai lieu ton dong"))
                .body("suggestions[0].rule.code", equalTo("G12-1.09"));
        String nfd =
                java.text.Normalizer.normalize(
                        "Hồ sơ chỉnh lý tài liệu tồn đọng", java.text.Normalizer.Form.NFD);
        suggest(agency, Map.of("title", nfd))
                .body("suggestions[0].rule.code", equalTo("G12-1.09"))
                .body("title", equalTo("Hồ sơ chỉnh lý tài liệu tồn đọng"));
    }

    /** The three questions decide between lines that share their title. */
    @Test
    void theAnswersOfTheGuideChangeWhatIsOffered() {
        TestAgency agency = TestAgency.fresh();
        agency.as("specialist")
                .get("/v1/retention-suggestions/guide")
                .then()
                .statusCode(200)
                .body("questions.id", equalTo(List.of("work", "result", "leader")))
                .body("questions[1].choices[0].words", nullValue());

        suggest(
                        agency,
                        Map.of(
                                "title",
                                "Kế hoạch, báo cáo công tác năm 2026",
                                "answers",
                                Map.of("result", "ANNUAL_REPORT", "leader", "SUPERIOR")))
                .body("suggestions[0].rule.code", equalTo("G1.05a"));
        Problems.expectFinding(
                suggest(agency, Map.of("title", "Báo cáo", "answers", Map.of("leader", "NOBODY"))),
                "/answers/leader",
                "UNKNOWN_CODE");
    }

    @Test
    void saysThatAFieldOfWorkHasAScheduleOfItsOwn() {
        suggest(TestAgency.fresh(), Map.of("title", "Hồ sơ đăng ký khai sinh, hộ tịch năm 2026"))
                .body("notices", hasItem(containsString("Hộ tịch")));
    }

    @Test
    void nothingSimilarIsSaidAndWordlessTitlesAreRefused() {
        TestAgency agency = TestAgency.fresh();
        suggest(agency, Map.of("title", "xyzzy plugh"))
                .statusCode(201)
                .body("suggestions", empty())
                .body("notices", hasSize(1));
        Problems.expectFinding(
                suggest(agency, Map.of("title", "!!! *** 2026 ---")), "/title", "NO_WORDS");
        Problems.expectFinding(suggest(agency, Map.of("title", " ")), "/title", "REQUIRED");
        Problems.expectFinding(
                suggest(agency, Map.of("title", "a".repeat(1001))), "/title", "WRONG_LENGTH");
    }

    /** Red when a choice is not logged, or another rule passes without a reason. */
    @Test
    void theChoiceIsLoggedAndCountedAndAnotherRuleNeedsAReason() {
        TestAgency agency = TestAgency.fresh();
        String first =
                suggest(agency, Map.of("title", "Sổ văn bản đến năm 2026")).extract().path("id");
        String second =
                suggest(agency, Map.of("title", "Sổ văn bản đến năm 2027")).extract().path("id");

        decide(agency, first, Map.of("ruleCode", "G12-1.12"))
                .statusCode(200)
                .body("decision.rank", equalTo(1));
        Problems.expectFinding(
                decide(agency, second, Map.of("ruleCode", "G5.04")),
                "/reason",
                "REASON_FOR_OTHER_RULE");
        decide(agency, second, Map.of("ruleCode", "G5.04", "reason", "Sổ của kế toán"))
                .statusCode(200)
                .body("decision.rank", nullValue());
        Problems.expect(
                decide(agency, second, Map.of("ruleCode", "G5.04", "reason", "x")),
                409,
                "RETENTION_SUGGESTION_DECIDED");

        agency.as("auditor")
                .get("/v1/retention-suggestions?decided=true")
                .then()
                .body("items.chosenCode", equalTo(List.of("G5.04", "G12-1.12")));
        agency.as("auditor")
                .get("/v1/retention-overrides/statistics")
                .then()
                .body("suggestionsAsked", equalTo(2))
                .body("chosenFirst", equalTo(1))
                .body("chosenOther", equalTo(1));
    }

    /** Red when opening a dossier from an offer leaves no choice in the log. */
    @Test
    void openingADossierFromAnOfferLogsTheChoice() {
        TestAgency agency = TestAgency.fresh();
        String id =
                suggest(agency, Map.of("title", "Hồ sơ chỉnh lý tài liệu")).extract().path("id");
        Map<String, String> dossier = new java.util.HashMap<>();
        dossier.put("notation", "CL-1");
        dossier.put("title", "Hồ sơ chỉnh lý tài liệu");
        dossier.put("retentionRuleCode", "G5.04");
        dossier.put("suggestionId", id);
        Problems.expectFinding(
                agency.creating("specialist").body(dossier).post("/v1/dossiers").then(),
                "/retentionReason",
                "REASON_FOR_OTHER_RULE");
        dossier.put("retentionRuleCode", "G12-1.09");

        String opened =
                agency.creating("specialist")
                        .body(dossier)
                        .post("/v1/dossiers")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");

        agency.as("auditor")
                .get("/v1/retention-suggestions/" + id)
                .then()
                .body("chosenRank", equalTo(1))
                .body("dossierId", equalTo(opened));
        TestAgency other = TestAgency.fresh();
        Problems.expectFinding(
                other.creating("specialist").body(dossier).post("/v1/dossiers").then(),
                "/suggestionId",
                "UNKNOWN_SUGGESTION");
    }

    /** Red when decisions of another agency are shown, or those of this one are not. */
    @Test
    void earlierDecisionsOfTheAgencyForSimilarTitlesAreShown() {
        TestAgency agency = TestAgency.fresh();
        TestAgency other = TestAgency.fresh();
        String dossier = Work.openDossier(agency);

        ValidatableResponse own =
                suggest(
                        agency,
                        Map.of("title", "Hồ sơ quản lý công tác văn thư, lưu trữ năm 2026"));

        own.body("similarDecisions[0].ruleCode", equalTo("G12-1.09"))
                .body("similarDecisions[0].dossierId", equalTo(dossier))
                .body("similarDecisions[0].similarity", greaterThan(0.5f));
        suggest(other, Map.of("title", "Hồ sơ quản lý công tác văn thư, lưu trữ năm 2026"))
                .body("similarDecisions", empty())
                .body("suggestions", not(empty()));
    }
}
