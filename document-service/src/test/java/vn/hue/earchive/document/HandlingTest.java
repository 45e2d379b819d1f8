package vn.hue.earchive.document;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static vn.hue.earchive.document.HandlingActs.REGISTER;
import static vn.hue.earchive.document.HandlingActs.act;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Handling of incoming documents through its interface. */
@QuarkusTest
class HandlingTest {

    @Inject TestClock clock;

    @AfterEach
    void trueTime() {
        clock.reset();
    }

    private static String dueIn(int days) {
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(days).toString();
    }

    private static String assigned(TestAgency agency, String unit, int days) {
        String id = Work.register(agency, Work.registration());
        act(agency, id, "submission", Map.of("leader", "Nguyễn Văn A")).statusCode(200);
        act(
                        agency,
                        id,
                        "assignment",
                        Map.of(
                                "leadUnit",
                                unit,
                                "assignee",
                                "Trần Thị B",
                                "coUnits",
                                List.of(Map.of("unit", "Văn phòng")),
                                "dueDate",
                                dueIn(days),
                                "direction",
                                "Khẩn trương tham mưu"))
                .statusCode(200);
        return id;
    }

    @Test
    void goesFromTheLeaderToTheUnitAndIntoADossier() {
        TestAgency agency = TestAgency.fresh();
        Work.importSchedule();
        String id = assigned(agency, "Phòng Văn hóa", 5);
        act(agency, id, "start", Map.of()).statusCode(200).body("state", equalTo("IN_PROGRESS"));
        act(agency, id, "comments", Map.of("text", "Đã liên hệ Sở Nội vụ")).statusCode(200);
        act(agency, id, "completion", Map.of("result", "Đã ban hành kế hoạch"))
                .statusCode(200)
                .body("warnings", contains("NOT_FILED", "CO_UNITS_OPEN"));
        agency.as("clerk")
                .get(REGISTER + id)
                .then()
                .body("state", equalTo("COMPLETED"))
                .body("assignee", equalTo("Phòng Văn hóa – Trần Thị B; Văn phòng"));

        Work.file(agency, Work.openDossier(agency), id);

        agency.as("clerk")
                .get(REGISTER + id + "/handling")
                .then()
                .body("state", equalTo("FILED"))
                .body("direction", equalTo("Khẩn trương tham mưu"))
                .body("warnings", contains("CO_UNITS_OPEN"));
        agency.as("clerk")
                .get(REGISTER + id + "/handling/entries")
                .then()
                .body("items.act", contains("SUBMIT", "ASSIGN", "START", "COMMENT", "COMPLETE"))
                .body("items[3].text", equalTo("Đã liên hệ Sở Nội vụ"));
    }

    /** Red when a document could be worked on before anybody decided who does it. */
    @Test
    void refusesActsOutOfTheirOrderAndChangesNothing() {
        TestAgency agency = TestAgency.fresh();
        String id = Work.register(agency, Work.registration());

        Map<String, Map<String, Object>> early =
                Map.of(
                        "start", Map.of(),
                        "comments", Map.of("text", "x"),
                        "completion", Map.of("result", "x"),
                        "resumption", Map.of("reason", "x"));
        early.forEach((act, body) ->
                Problems.expect(act(agency, id, act, body), 409, "HANDLING_STATE_FORBIDS"));

        agency.as("clerk").get(REGISTER + id).then().body("state", equalTo("REGISTERED"));
        agency.as("clerk")
                .get(REGISTER + id + "/handling/entries")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void goesBackToItsSenderWithAReasonAndKeepsItsNumber() {
        TestAgency agency = TestAgency.fresh();
        String id = Work.register(agency, Work.registration());
        Problems.expectFinding(
                act(agency, id, "return", Map.of("reason", " ")), "/reason", "REQUIRED");

        act(agency, id, "return", Map.of("reason", "Gửi nhầm nơi nhận"))
                .statusCode(200)
                .body("endReason", equalTo("Gửi nhầm nơi nhận"))
                .body("allowedActions", not(hasItem("submitIncomingDocument")));

        agency.as("clerk")
                .queryParam("state", "RETURNED")
                .get("/v1/incoming-documents")
                .then()
                .body("items.arrivalNumber", contains(1));
        Problems.expect(
                act(agency, id, "submission", Map.of("leader", "A")),
                409,
                "HANDLING_STATE_FORBIDS");
    }

    @Test
    void aCoUnitReportsOnce() {
        TestAgency agency = TestAgency.fresh();
        String id = assigned(agency, "Phòng Văn hóa", 5);
        act(agency, id, "reports", Map.of("unit", "Văn phòng", "text", "Đã cung cấp số liệu"))
                .statusCode(200)
                .body("coUnits.report", contains("Đã cung cấp số liệu"));

        Problems.expectFinding(
                act(agency, id, "reports", Map.of("unit", "Văn phòng", "text", "Lần nữa")),
                "/unit",
                "NO_OPEN_CO_UNIT");
    }

    /** Red when tasks are not in the order of their due dates, or done ones stay among them. */
    @Test
    void listsWhatIsToBeDoneTheFirstDueFirst() {
        TestAgency agency = TestAgency.fresh();
        String later = assigned(agency, "Phòng Văn hóa", 9);
        String sooner = assigned(agency, "Phòng Kinh tế", 3);
        String done = assigned(agency, "Phòng Kinh tế", 1);
        act(agency, done, "start", Map.of()).statusCode(200);
        act(agency, done, "completion", Map.of("result", "Xong")).statusCode(200);
        String next =
                agency.as("specialist")
                        .queryParam("limit", 1)
                        .get("/v1/handling-tasks")
                        .then()
                        .body("items.documentId", contains(sooner))
                        .extract()
                        .path("next");
        agency.as("specialist")
                .queryParam("cursor", next)
                .get("/v1/handling-tasks")
                .then()
                .body("items.documentId", contains(later));
        agency.as("specialist")
                .queryParam("unit", "Phòng Văn hóa")
                .get("/v1/handling-tasks")
                .then()
                .body("items.documentId", contains(later))
                .body("items[0].overdue", equalTo(false));

        clock.moveBy(Duration.ofDays(5));

        agency.as("specialist")
                .queryParam("overdue", true)
                .get("/v1/handling-tasks")
                .then()
                .body("items.documentId", contains(sooner))
                .body("items[0].overdue", equalTo(true));
        act(agency, sooner, "due-date", Map.of("dueDate", dueIn(20), "reason", "Chờ số liệu"))
                .statusCode(200)
                .body("overdue", equalTo(false));
    }

    @Test
    void refusesADueDateBeforeTheArrivalAndStaleReaders() {
        TestAgency agency = TestAgency.fresh();
        String id = Work.register(agency, Work.registration());
        act(agency, id, "submission", Map.of("leader", "A")).statusCode(200);
        Problems.expectFinding(
                act(agency, id, "assignment", Map.of("leadUnit", "P", "dueDate", "2020-01-01")),
                "/dueDate",
                "BEFORE_START");
        Problems.expect(
                agency.creating("leader")
                        .header("If-Match", "\"v1\"")
                        .body(Map.of("leadUnit", "P"))
                        .post(REGISTER + id + "/handling/assignment")
                        .then(),
                412,
                "STALE_ETAG");
        Problems.expect(
                agency.creating("leader")
                        .body(Map.of("leadUnit", "P"))
                        .post(REGISTER + id + "/handling/assignment")
                        .then(),
                428,
                "IF_MATCH_REQUIRED");
    }

    /** Red when an answer could be a document of another agency, or an incoming one. */
    @Test
    void isAnsweredByAnIssuedDocumentOfTheAgency() {
        TestAgency agency = TestAgency.fresh();
        String id = assigned(agency, "Phòng Văn hóa", 5);
        act(agency, id, "start", Map.of()).statusCode(200);
        Problems.expectFinding(
                act(
                        agency,
                        id,
                        "completion",
                        Map.of("result", "x", "answerId", Outgoing.issued(TestAgency.fresh()))),
                "/answerId",
                "UNKNOWN_OUTGOING_DOCUMENT");
        String answer = Outgoing.issued(agency);

        act(agency, id, "completion", Map.of("result", "Đã trả lời", "answerId", answer))
                .statusCode(200)
                .body("answerId", equalTo(answer));
    }
}
