package vn.hue.earchive.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dossier list of a year from its first line to its close, through the interface. */
@QuarkusTest
class DossierListTest {

    @BeforeEach
    void schedule() {
        Work.importSchedule();
    }

    private static String path(String list) {
        return "/v1/dossier-lists/" + list;
    }

    private static Map<String, Object> line(String notation) {
        return Work.line(notation, "Hồ sơ hội nghị tổng kết năm 2026", "G1.02");
    }

    @Test
    void isDraftedByUnitsReviewedApprovedIssuedAndClosed() {
        TestAgency agency = TestAgency.fresh();
        String list = Work.draftList(agency, 2026, line("01-VP"));
        agency.creating("specialist")
                .body(Work.line("02-KT", "Kế hoạch kinh tế năm 2026", "G1.05b"))
                .post(path(list) + "/items")
                .then()
                .statusCode(201)
                .body("position", equalTo(2));
        Work.moveList(agency, list, "review", "agency-archivist");
        agency.creating("leader")
                .header("If-Match", Work.etag(agency, path(list)))
                .body(Map.of("approvalReference", "12/QĐ-UBND ngày 05/01/2026"))
                .post(path(list) + "/approval")
                .then()
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("approvedBy", equalTo("leader." + agency.code()))
                .body("approvalReference", equalTo("12/QĐ-UBND ngày 05/01/2026"));
        Work.moveList(agency, list, "issue", "agency-archivist");
        agency.as("agency-archivist")
                .get(path(list))
                .then()
                .body("state", equalTo("IN_USE"))
                .body("itemCount", equalTo(2))
                .body("inUseSince", notNullValue())
                .body("allowedActions", contains("closeDossierList"));
        agency.as("specialist").get(path(list)).then().body("allowedActions", empty());
        String item = item(agency, list);
        open(agency, item, 201);
        Work.moveList(agency, list, "closure", "agency-archivist");
        Problems.expectFinding(
                agency.creating("specialist")
                        .body(Map.of("dossierListItemId", item(agency, list, 1)))
                        .post("/v1/dossiers")
                        .then(),
                "/dossierListItemId",
                "LIST_NOT_IN_USE");
    }

    private static String item(TestAgency agency, String list) {
        return item(agency, list, 0);
    }

    private static String item(TestAgency agency, String list, int index) {
        return agency.as("specialist").get(path(list) + "/items").path("items[" + index + "].id");
    }

    private static void open(TestAgency agency, String item, int status) {
        agency.creating("specialist")
                .body(Map.of("dossierListItemId", item))
                .post("/v1/dossiers")
                .then()
                .statusCode(status);
    }

    /** Red when the approver is not compared with those who drafted. */
    @Test
    void nobodyApprovesTheListThatTheyDrafted() {
        TestAgency agency = TestAgency.fresh();
        String list =
                agency.creating("unit-head", "leader")
                        .body(Map.of("year", 2026, "items", List.of(line("01"))))
                        .post("/v1/dossier-lists")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        Work.moveList(agency, list, "review", "agency-archivist");

        Problems.expect(
                agency.creating("unit-head", "leader")
                        .header("If-Match", Work.etag(agency, path(list)))
                        .post(path(list) + "/approval")
                        .then(),
                403,
                "APPROVER_IS_DRAFTER");
        agency.as("unit-head", "leader")
                .get(path(list))
                .then()
                .body("state", equalTo("REVIEWED"))
                .body("allowedActions", not(hasItem("approveDossierList")));
        Work.moveList(agency, list, "approval", "leader");
    }

    @Test
    void noDossierIsOpenedFromAListThatIsNotIssued() {
        TestAgency agency = TestAgency.fresh();
        String list = Work.draftList(agency, 2026, line("01"));

        Problems.expectFinding(
                agency.creating("specialist")
                        .body(Map.of("dossierListItemId", item(agency, list)))
                        .post("/v1/dossiers")
                        .then(),
                "/dossierListItemId",
                "LIST_NOT_IN_USE");
    }

    @Test
    void linesAreChangedAndTakenOutWhileItIsADraftOnly() {
        TestAgency agency = TestAgency.fresh();
        String list = Work.draftList(agency, 2026, line("01"), line("02"), line("03"));
        String second = item(agency, list, 1);
        agency.as("specialist")
                .header("If-Match", Work.etag(agency, path(list)))
                .contentType("application/merge-patch+json")
                .body("{\"retentionRuleCode\":\"G12-1.09\",\"note\":\"giay\"}")
                .patch(path(list) + "/items/" + second)
                .then()
                .statusCode(200)
                .body("retention.years", equalTo(20))
                .body("note", equalTo("giay"));
        Problems.expectFinding(
                agency.as("specialist")
                        .header("If-Match", Work.etag(agency, path(list)))
                        .contentType("application/merge-patch+json")
                        .body("{\"notation\":\"03\"}")
                        .patch(path(list) + "/items/" + second)
                        .then(),
                "/notation",
                "DUPLICATE_CODE");
        agency.as("unit-head")
                .header("If-Match", Work.etag(agency, path(list)))
                .delete(path(list) + "/items/" + item(agency, list))
                .then()
                .statusCode(200)
                .body("itemCount", equalTo(2));
        agency.as("clerk")
                .get(path(list) + "/items")
                .then()
                .body("items.notation", contains("02", "03"));
        Work.moveList(agency, list, "review", "agency-archivist");

        for (String operation : List.of("POST", "PATCH", "DELETE")) {
            var request =
                    agency.creating("specialist").header("If-Match", Work.etag(agency, path(list)));
            Problems.expect(
                    switch (operation) {
                        case "POST" -> request.body(line("04")).post(path(list) + "/items").then();
                        case "PATCH" ->
                                request.body("{\"title\":\"x\"}")
                                        .patch(path(list) + "/items/" + second)
                                        .then();
                        default -> request.delete(path(list) + "/items/" + second).then();
                    },
                    409,
                    "DOSSIER_LIST_STATE_FORBIDS");
        }
    }

    @Test
    void aReviewedListGoesBackWithAReason() {
        TestAgency agency = TestAgency.fresh();
        String list = Work.draftList(agency, 2026, line("01"));
        Work.moveList(agency, list, "review", "agency-archivist");
        Problems.expectFinding(
                agency.creating("leader")
                        .header("If-Match", Work.etag(agency, path(list)))
                        .body(Map.of("reason", " "))
                        .post(path(list) + "/return")
                        .then(),
                "/reason",
                "REQUIRED");

        agency.creating("leader")
                .header("If-Match", Work.etag(agency, path(list)))
                .body(Map.of("reason", "Thiếu hồ sơ đất đai"))
                .post(path(list) + "/return")
                .then()
                .statusCode(200)
                .body("state", equalTo("DRAFT"))
                .body("returnReason", equalTo("Thiếu hồ sơ đất đai"))
                .body("reviewedBy", equalTo(null));
    }

    @Test
    void anEmptyListIsNotReviewed() {
        TestAgency agency = TestAgency.fresh();
        String list = Work.draftList(agency, 2026);

        Problems.expectFinding(
                agency.creating("agency-archivist")
                        .header("If-Match", "\"v1\"")
                        .post(path(list) + "/review")
                        .then(),
                "/items",
                "NO_LINES");
    }

    @Test
    void isCopiedForwardWithTheYearInItsTitles() {
        TestAgency agency = TestAgency.fresh();
        String list = Work.listInUse(agency, 2026, line("01-VP"), line("02-VP"));

        String copy =
                agency.creating("agency-archivist")
                        .post(path(list) + "/copies")
                        .then()
                        .statusCode(201)
                        .body("list.state", equalTo("DRAFT"))
                        .body("list.year", equalTo(2027))
                        .body("list.copiedFrom", equalTo(list))
                        .body("list.itemCount", equalTo(2))
                        .body("rulesMissing", empty())
                        .extract()
                        .path("list.id");

        agency.as("specialist")
                .get(path(copy) + "/items")
                .then()
                .body("items.notation", contains("01-VP", "02-VP"))
                .body("items[0].title", equalTo("Hồ sơ hội nghị tổng kết năm 2027"));
        Problems.expect(
                agency.creating("agency-archivist").post(path(list) + "/copies").then(),
                409,
                "DOSSIER_LIST_EXISTS");
    }

    /** Red when the unique key of the year is not translated: the losers would get a 500. */
    @Test
    void ofManyWhoBeginAListOfOneYearOneSucceedsAndTheOthersAreToldWhy() throws Exception {
        TestAgency agency = TestAgency.fresh();
        String token = agency.token("unit-head");
        List<Callable<Integer>> calls =
                IntStream.range(0, 12)
                        .<Callable<Integer>>mapToObj(i ->
                                () ->
                                        io.restassured.RestAssured.given()
                                                .auth()
                                                .oauth2(token)
                                                .header("Idempotency-Key", UUID.randomUUID())
                                                .contentType("application/json")
                                                .body(Map.of("year", 2026))
                                                .post("/v1/dossier-lists")
                                                .statusCode())
                        .toList();
        List<Integer> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            answers =
                    threads.invokeAll(calls).stream()
                            .map(f -> {
                                try {
                                    return f.get();
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                            })
                            .toList();
        }
        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @Test
    void linesComeFromACsvFileAllOrNone() {
        TestAgency agency = TestAgency.fresh();
        String list = Work.draftList(agency, 2026, line("01"));
        String good =
                """
                \ufeffnotation,title,retentionRuleCode,maker
                02,"Hồ sơ, biên bản",G1.02,Văn phòng
                03,Sổ văn bản đến,G12-1.12,
                """;
        csv(agency, list, good, "?dryRun=true")
                .statusCode(200)
                .body("lines", equalTo(2))
                .body("itemCount", equalTo(1));
        csv(agency, list, good, "").statusCode(200).body("itemCount", equalTo(3));
        agency.as("clerk")
                .get(path(list) + "/items")
                .then()
                .body("items.notation", contains("01", "02", "03"))
                .body("items[1].title", equalTo("Hồ sơ, biên bản"));

        Problems.expect(
                        csv(
                                agency,
                                list,
                                """
                                notation,title,retentionRuleCode
                                04,Tốt,G1.02
                                02,Trùng,G1.02
                                ,Thiếu,XX
                                """,
                                ""),
                        422,
                        "DOSSIER_LIST_LINES_INVALID")
                .body(
                        "violations.pointer",
                        containsInAnyOrder(
                                "/lines/3/notation",
                                "/lines/4/notation",
                                "/lines/4/retentionRuleCode"));
        agency.as("clerk").get(path(list)).then().body("itemCount", equalTo(3));
    }

    @Test
    void whatIsNoCsvIsRefusedInPlainWords() {
        TestAgency agency = TestAgency.fresh();
        String list = Work.draftList(agency, 2026);
        for (String broken :
                List.of("", "notation,titel\n01,a\n", "notation,title,retentionRuleCode\n")) {
            Problems.expect(csv(agency, list, broken, ""), 422, "DOSSIER_LIST_LINES_INVALID");
        }
        Problems.expect(
                        agency.creating("specialist")
                                .contentType("text/csv")
                                .body(
                                        "notation,title,retentionRuleCode\n01,V\u00e3n,G1.02\n"
                                                .getBytes(StandardCharsets.ISO_8859_1))
                                .post(path(list) + "/item-imports")
                                .then(),
                        422,
                        "DOSSIER_LIST_LINES_INVALID")
                .body("violations.code", contains("NOT_CSV"));
    }

    private static io.restassured.response.ValidatableResponse csv(
            TestAgency agency, String list, String text, String query) {
        return agency.creating("specialist")
                .contentType("text/csv")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post(path(list) + "/item-imports" + query)
                .then();
    }
}
