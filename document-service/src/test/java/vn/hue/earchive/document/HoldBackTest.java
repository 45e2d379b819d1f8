package vn.hue.earchive.document;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.kit.time.LegalDate;

/** Due dates, and keeping dossiers back beyond them with the head's consent. */
@QuarkusTest
class HoldBackTest {

    @Inject TestClock time;
    @Inject Clock clock;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void schedule() {
        Work.importSchedule();
        today = LegalDate.today(clock);
    }

    @AfterEach
    void now() {
        time.reset();
    }

    /** A closed dossier whose work ended so many days ago, so that it is due 60 days after that. */
    static String closed(TestAgency agency, LocalDate end, Map<String, Object> closing) {
        Map<String, Object> registration = Work.registration(Work.upload(agency, Work.pdf()));
        registration.put("issuedDate", end.toString());
        String document = Work.register(agency, registration);
        String dossier = Work.openDossier(agency);
        Work.file(agency, dossier, document);
        agency.creating("specialist")
                .header("If-Match", Work.etag(agency, "/v1/dossiers/" + dossier))
                .body(closing)
                .post("/v1/dossiers/" + dossier + "/closure")
                .then()
                .statusCode(200);
        return dossier;
    }

    private static ValidatableResponse request(
            TestAgency agency, LocalDate until, String... dossiers) {
        return agency.creating("specialist")
                .body(
                        Map.of(
                                "dossierIds", List.of(dossiers),
                                "until", until.toString(),
                                "reason", "Còn dùng để giải quyết khiếu nại"))
                .post("/v1/hold-backs")
                .then();
    }

    private static ValidatableResponse decide(
            TestAgency agency, String id, Map<String, Object> decision, String... roles) {
        return agency.creating(roles)
                .header("If-Match", Work.etag(agency, "/v1/hold-backs/" + id))
                .body(decision)
                .post("/v1/hold-backs/" + id + "/decision")
                .then();
    }

    /** Red when construction works get the days of other dossiers, or nobody asks for their day. */
    @Test
    void thePeriodOfTheLawDependsOnTheKindOfDossier() {
        TestAgency agency = TestAgency.fresh();
        LocalDate end = today.minusDays(30);

        String digital = closed(agency, end, Map.of());
        String construction =
                closed(
                        agency,
                        end,
                        Map.of(
                                "handOverKind",
                                "CONSTRUCTION",
                                "settledOn",
                                today.minusDays(10).toString()));
        String paper = closed(agency, end, Map.of("handOverKind", "PAPER"));

        due(agency, digital, end.plusDays(60));
        due(agency, construction, today.minusDays(10).plusMonths(3));
        due(agency, paper, end.plusYears(1));
        agency.as("reader")
                .get("/v1/statutory-periods")
                .then()
                .statusCode(200)
                .body("items.key", hasItems("agencyArchive.digital", "agencyArchive.holdBack"))
                .body("items.legalBasis", not(hasItem("")));
    }

    @Test
    void constructionWorksNeedTheDayOfTheirSettlementAndNothingElseHasOne() {
        TestAgency agency = TestAgency.fresh();
        String dossier = Work.openDossier(agency);
        Work.file(agency, dossier, Work.register(agency));
        for (Map<String, Object> wrong :
                List.<Map<String, Object>>of(
                        Map.of("handOverKind", "CONSTRUCTION"),
                        Map.of("settledOn", today.toString()),
                        Map.of(
                                "handOverKind",
                                "CONSTRUCTION",
                                "settledOn",
                                today.plusDays(1).toString()))) {
            Problems.expect(
                            agency.creating("specialist")
                                    .header(
                                            "If-Match",
                                            Work.etag(agency, "/v1/dossiers/" + dossier))
                                    .body(wrong)
                                    .post("/v1/dossiers/" + dossier + "/closure")
                                    .then(),
                            422,
                            "VALIDATION_FAILED")
                    .body("violations.pointer", contains("/settledOn"));
        }
        agency.as("specialist")
                .get("/v1/dossiers/" + dossier)
                .then()
                .body("state", equalTo("OPEN"));
    }

    private static void due(TestAgency agency, String dossier, LocalDate expected) {
        agency.as("specialist")
                .get("/v1/dossiers/" + dossier)
                .then()
                .body("handOverDueOn", equalTo(expected.toString()));
    }

    /** Red when the consent does not move the due date, or does not end by itself. */
    @Test
    void consentHoldsADossierBackUntilItsDayAndEndsByItself() {
        TestAgency agency = TestAgency.fresh();
        String held = closed(agency, today.minusDays(60), Map.of());
        String other = closed(agency, today.minusDays(70), Map.of());
        LocalDate until = today.plusDays(100);

        JsonPath asked = request(agency, until, held).statusCode(201).extract().jsonPath();
        String id = asked.getString("id");
        agency.as("leader")
                .get("/v1/hold-backs/" + id)
                .then()
                .body("legalBasis", containsString("31.3d"))
                .body("allowedActions", contains("decideHoldBack"));
        Problems.expect(
                TestAgency.fresh().as("leader").get("/v1/hold-backs/" + id).then(),
                404,
                "NOT_FOUND");
        decide(agency, id, Map.of("decision", "APPROVED"), "leader")
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("items.outcome", contains("HELD"));

        agency.as("specialist")
                .get("/v1/dossiers/" + held)
                .then()
                .body("heldBackUntil", equalTo(until.toString()))
                .body("handOverDueOn", equalTo(today.toString()));
        agency.as("agency-archivist")
                .get("/v1/due-hand-overs")
                .then()
                .body("items.dossierId", contains(other))
                .body("items[0].daysLeft", equalTo(-10));
        agency.as("agency-archivist")
                .get("/v1/due-hand-overs/by-maker")
                .then()
                .body("items.waiting.sum()", equalTo(2))
                .body("items.overdue.sum()", equalTo(1))
                .body("items.heldBack.sum()", equalTo(1));

        time.moveBy(Duration.ofDays(101));
        agency.as("agency-archivist")
                .get("/v1/due-hand-overs")
                .then()
                .body("items.dossierId", contains(other, held))
                .body("items[1].daysLeft", equalTo(-1));
        agency.as("agency-archivist")
                .get("/v1/due-hand-overs/by-maker")
                .then()
                .body("items.overdue.sum()", equalTo(2))
                .body("items.heldBack.sum()", equalTo(0));
    }

    /** Red when the head may consent to an own request. */
    @Test
    void whoAskedCannotConsent() {
        TestAgency agency = TestAgency.fresh();
        String dossier = closed(agency, today.minusDays(60), Map.of());
        String id =
                agency.creating("unit-head", "leader")
                        .body(
                                Map.of(
                                        "dossierIds", List.of(dossier),
                                        "until", today.plusDays(10).toString(),
                                        "reason", "Còn dùng"))
                        .post("/v1/hold-backs")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");

        Problems.expect(
                decide(agency, id, Map.of("decision", "APPROVED"), "unit-head", "leader"),
                403,
                "DUTIES_NOT_SEPARATED");
        decide(agency, id, Map.of("decision", "APPROVED"), "leader").statusCode(200);
        Problems.expect(
                decide(agency, id, Map.of("decision", "REFUSED", "note", "x"), "leader"),
                409,
                "HOLD_BACK_DECIDED");
    }

    @Test
    void aRefusalSaysWhyAndChangesNothing() {
        TestAgency agency = TestAgency.fresh();
        String dossier = closed(agency, today.minusDays(60), Map.of());
        String id = request(agency, today.plusDays(10), dossier).extract().path("id");

        Problems.expectFinding(
                decide(agency, id, Map.of("decision", "REFUSED"), "leader"), "/note", "REQUIRED");
        decide(agency, id, Map.of("decision", "REFUSED", "note", "Không cần thiết"), "leader")
                .statusCode(200)
                .body("items.outcome", contains("NOT_HELD"));
        agency.as("specialist")
                .get("/v1/dossiers/" + dossier)
                .then()
                .body("heldBackUntil", equalTo(null));
        request(agency, today.plusDays(10), dossier).statusCode(201);
    }

    @Test
    void onlyWhoAskedWithdraws() {
        TestAgency agency = TestAgency.fresh();
        String dossier = closed(agency, today.minusDays(60), Map.of());
        String id = request(agency, today.plusDays(10), dossier).extract().path("id");
        String path = "/v1/hold-backs/" + id;

        Problems.expect(
                agency.creating("unit-head")
                        .header("If-Match", Work.etag(agency, path))
                        .post(path + "/withdrawal")
                        .then(),
                403,
                "HOLD_BACK_OF_ANOTHER");
        agency.creating("specialist")
                .header("If-Match", Work.etag(agency, path))
                .post(path + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
    }

    /** Red when two years are counted from today or from the request. */
    @Test
    void aRequestHasBounds() {
        TestAgency agency = TestAgency.fresh();
        LocalDate due = today.minusDays(40);
        String dossier = closed(agency, due.minusDays(60), Map.of());

        Problems.expectFinding(
                request(agency, due.plusYears(2).plusDays(1), dossier), "/until", "HELD_TOO_LONG");
        Problems.expectFinding(request(agency, today, dossier), "/until", "HELD_NO_LONGER");
        Problems.expectFinding(
                request(agency, today.plusDays(5), dossier, dossier),
                "/dossierIds/1",
                "SAME_DOSSIER_TWICE");
        Problems.expectFinding(
                request(agency, today.plusDays(5), UUID.randomUUID().toString()),
                "/dossierIds/0",
                "UNKNOWN_DOSSIER");
        Problems.expect(
                request(agency, today.plusDays(5), Work.openDossier(agency)),
                409,
                "DOSSIER_STATE_FORBIDS");
        request(agency, due.plusYears(2), dossier).statusCode(201);
        Problems.expect(request(agency, due.plusYears(2), dossier), 409, "HOLD_BACK_WAITS");
        agency.as("leader").get("/v1/hold-backs?state=REQUESTED").then().body("items", hasSize(1));
    }

    /** Red when an approval also touches what has left meanwhile. */
    @Test
    void aDossierThatLeftMeanwhileIsLeftOut() {
        TestAgency agency = TestAgency.fresh();
        String stays = closed(agency, today.minusDays(60), Map.of());
        String leaves = closed(agency, today.minusDays(60), Map.of());
        String id = request(agency, today.plusDays(10), stays, leaves).extract().path("id");
        Work.submit(agency, leaves);

        decide(agency, id, Map.of("decision", "APPROVED"), "leader")
                .statusCode(200)
                .body("items.outcome", contains("HELD", "LEFT"));
        agency.as("specialist")
                .get("/v1/dossiers/" + leaves)
                .then()
                .body("state", equalTo("SUBMITTED"))
                .body("heldBackUntil", equalTo(null));
    }
}
