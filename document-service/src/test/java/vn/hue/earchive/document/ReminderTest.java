package vn.hue.earchive.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.handover.MakeReminders;
import vn.hue.earchive.kit.time.LegalDate;

/** Reminders of what is due, and the work of people who leave. */
@QuarkusTest
class ReminderTest {

    @Inject TestClock time;
    @Inject Clock clock;
    @Inject MakeReminders reminders;

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

    private static List<Integer> stages(TestAgency agency, String... roles) {
        return agency.as(roles)
                .get("/v1/reminders?all=true&limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.daysBefore");
    }

    /** Red when a stage comes on another day, twice, or to nobody. */
    @Test
    void comeFourteenAndThreeDaysBeforeAndOnTheDayEachOnce() {
        TestAgency agency = TestAgency.fresh();
        String dossier = HoldBackTest.closed(agency, today.minusDays(60 - 15), Map.of());

        reminders.run();
        assertThat(stages(agency, "specialist")).isEmpty();
        time.moveBy(Duration.ofDays(1));
        reminders.run();
        reminders.run();
        assertThat(stages(agency, "specialist")).containsExactly(14);
        time.moveBy(Duration.ofDays(11));
        reminders.run();
        assertThat(stages(agency, "specialist")).containsExactly(14);
        time.moveBy(Duration.ofDays(12));
        reminders.run();
        reminders.run();
        assertThat(stages(agency, "specialist")).containsExactly(3, 14);
        assertThat(stages(agency, "leader")).isEmpty();
        time.moveBy(Duration.ofDays(15));
        reminders.run();
        reminders.run();
        time.moveBy(Duration.ofDays(40));
        reminders.run();

        assertThat(stages(agency, "specialist")).containsExactly(0, 3, 14);
        assertThat(stages(agency, "unit-head")).containsExactly(0, 3, 14);
        assertThat(stages(agency, "leader")).containsExactly(0);
        assertThat(stages(agency, "clerk")).isEmpty();
        agency.as("specialist")
                .get("/v1/reminders?limit=1")
                .then()
                .body("items[0].subject", equalTo("/v1/dossiers/" + dossier))
                .body("items[0].daysLeft", equalTo(-25))
                .body("items[0].message", containsString("25 days overdue"));
    }

    /** Red when a run that was missed is not made good, or made good twice by two instances. */
    @Test
    void areMadeGoodAfterADowntimeAlsoByTwoInstancesAtOnce() {
        TestAgency agency = TestAgency.fresh();
        for (int i = 0; i < 3; i++) {
            HoldBackTest.closed(agency, today.minusDays(60 - 20), Map.of());
        }

        time.moveBy(Duration.ofDays(50));
        try (ExecutorService instances = Executors.newVirtualThreadPerTaskExecutor()) {
            instances.execute(reminders::run);
            instances.execute(reminders::run);
        }
        reminders.run();

        assertThat(stages(agency, "specialist"))
                .containsExactlyInAnyOrder(0, 3, 14, 0, 3, 14, 0, 3, 14);
    }

    @Test
    void areOpenUntilTheDossierHasLeft() {
        TestAgency agency = TestAgency.fresh();
        String dossier = HoldBackTest.closed(agency, today.minusDays(60), Map.of());
        reminders.run();
        agency.as("specialist").get("/v1/reminders").then().body("items", hasSize(1));

        Work.submit(agency, dossier);

        agency.as("specialist").get("/v1/reminders").then().body("items", empty());
        agency.as("specialist")
                .get("/v1/reminders?all=true")
                .then()
                .body("items.open", contains(false));
    }

    /** Red when one failing item takes the others with it, or a dossier goes without its events. */
    @Test
    void openWorkOfSomebodyWhoLeavesGoesToSuccessors() {
        TestAgency agency = TestAgency.fresh();
        String open = Work.openDossier(agency);
        String closed = Work.closedDossier(agency, 1);
        String submitted = Work.closedDossier(agency, 1);
        Work.submit(agency, submitted);
        Map<String, Object> passed = Work.registration(Work.upload(agency, Work.pdf()));
        passed.put("assignee", "specialist." + agency.code());
        String unfiled = Work.register(agency, passed);
        String leaver = "specialist." + agency.code();
        agency.as("leader")
                .queryParam("person", leaver)
                .get("/v1/work-hand-overs/open-work")
                .then()
                .body("items.kind", contains("DOCUMENT", "DOSSIER", "DOSSIER"))
                .body("items.id", contains(unfiled, open, closed));

        String id =
                agency.creating("unit-head")
                        .body(
                                Map.of(
                                        "leaver",
                                        leaver,
                                        "reason",
                                        "Chuyển công tác",
                                        "items",
                                        List.of(
                                                item(open, "first.successor"),
                                                item(submitted, "first.successor"),
                                                item(
                                                        "00000000-0000-7000-8000-000000000001",
                                                        "first.successor"))))
                        .post("/v1/work-hand-overs")
                        .then()
                        .statusCode(201)
                        .body("items.outcome", contains("HANDED_OVER", "NOT_OPEN", "UNKNOWN"))
                        .body("remaining", equalTo(2))
                        .extract()
                        .path("id");
        agency.creating("unit-head")
                .body(
                        Map.of(
                                "leaver", leaver,
                                "reason", "Chuyển công tác",
                                "everythingTo", "second.successor"))
                .post("/v1/work-hand-overs")
                .then()
                .statusCode(201)
                .body("items.id", contains(unfiled, closed))
                .body("items.outcome", contains("HANDED_OVER", "HANDED_OVER"))
                .body("remaining", equalTo(0));

        agency.as("specialist")
                .get("/v1/dossiers/" + open)
                .then()
                .body("inCharge", equalTo("first.successor"));
        agency.as("clerk")
                .get("/v1/incoming-documents/" + unfiled)
                .then()
                .body("assignee", equalTo("second.successor"));
        agency.as("leader")
                .get("/v1/work-hand-overs/" + id)
                .then()
                .body("leaver", equalTo(leaver))
                .body("items.successor[0]", equalTo("first.successor"));
        agency.as("leader").get("/v1/work-hand-overs").then().body("items", hasSize(2));
        Problems.expect(
                TestAgency.fresh().as("leader").get("/v1/work-hand-overs/" + id).then(),
                404,
                "NOT_FOUND");
    }

    private static Map<String, Object> item(String dossier, String successor) {
        return Map.of("kind", "DOSSIER", "id", dossier, "successor", successor);
    }

    @Test
    void nobodyIsTheirOwnSuccessor() {
        TestAgency agency = TestAgency.fresh();
        Problems.expectFinding(
                agency.creating("leader")
                        .body(Map.of("leaver", "a", "reason", "x", "everythingTo", "a"))
                        .post("/v1/work-hand-overs")
                        .then(),
                "/everythingTo",
                "SUCCESSOR_LEAVES");
        Problems.expectFinding(
                agency.creating("leader")
                        .body(Map.of("leaver", "a", "reason", "x"))
                        .post("/v1/work-hand-overs")
                        .then(),
                "/items",
                "EVERYTHING_OR_ITEMS");
    }
}
