package vn.hue.earchive.document;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an accepted update does to the register line, to the dossier and to a closed register. */
@QuarkusTest
class MessageUpdateTest {

    private static final String SUBJECT = "Về việc đính chính thời gian tổ chức hội nghị";

    @Inject TestClock clock;

    @AfterEach
    void today() {
        clock.reset();
    }

    private static TestMessage corrected(TestMessage sent) {
        return new TestMessage(
                sent.sender(),
                sent.name(),
                sent.number(),
                sent.notation(),
                sent.date(),
                "Thông báo",
                SUBJECT);
    }

    private static void update(TestAgency agency, TestMessage sent) {
        String update = TestMessage.receive(agency, corrected(sent).update(Work.pdf()));
        TestMessage.decide(agency, update, "acceptance", "{}").statusCode(200);
    }

    /** Red when the register goes on saying what the sender has corrected, or is not told of it. */
    @Test
    void theLineSaysWhatTheSenderSaysNowAndKeepsItsNumber() {
        TestAgency agency = TestAgency.fresh();
        TestMessage sent = TestMessage.fresh();
        String document =
                TestMessage.register(agency, TestMessage.receive(agency, sent.document()));

        update(agency, sent);

        agency.as("clerk")
                .get("/v1/incoming-documents/" + document)
                .then()
                .body("subject", equalTo(SUBJECT))
                .body("typeName", equalTo("Thông báo"))
                .body("arrivalNumber", equalTo(1))
                .body("issuerName", equalTo(sent.name()))
                .body("version", equalTo(2))
                .body("files", hasSize(2));
        org.awaitility.Awaitility.await()
                .untilAsserted(() ->
                        agency.as("auditor")
                                .get("/v1/changes")
                                .then()
                                .body("items.type", hasItem("document.described.v1")));
    }

    /** Red when a dossier goes on counting the pages that the document had. */
    @Test
    void theOpenDossierCountsTheDocumentAnew() {
        Work.importSchedule();
        TestAgency agency = TestAgency.fresh();
        TestMessage sent = TestMessage.fresh();
        String document =
                TestMessage.register(agency, TestMessage.receive(agency, sent.document()));
        String dossier = Work.openDossier(agency);
        Work.file(agency, dossier, document);
        String longer =
                corrected(sent).update(Work.pdf()).replace("<PageAmount>2<", "<PageAmount>7<");

        TestMessage.decide(agency, TestMessage.receive(agency, longer), "acceptance", "{}")
                .statusCode(200);

        agency.as("specialist")
                .get("/v1/dossiers/" + dossier)
                .then()
                .body("pageCount", equalTo(7))
                .body("documentCount", equalTo(1));
        Work.close(agency, dossier);
    }

    /** Red when a closed register changes without an amendment that says by what. */
    @Test
    void inAClosedRegisterItIsAnAmendment() {
        TestAgency agency = TestAgency.fresh();
        TestMessage sent = TestMessage.fresh();
        clock.moveTo(Instant.parse("2025-06-02T03:00:00Z"));
        TestMessage.register(agency, TestMessage.receive(agency, sent.document()));
        clock.reset();
        String closing =
                agency.creating("clerk")
                        .post("/v1/registers/incoming/2025/closure")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");

        update(agency, sent);

        agency.as("auditor")
                .get("/v1/register-closings/" + closing + "/amendments")
                .then()
                .body("items.action", contains("acceptEdxmlMessage"))
                .body("items[0].before.subject", equalTo(sent.subject()))
                .body("items[0].after.subject", equalTo(SUBJECT));
        agency.as("auditor")
                .get("/v1/register-closings/" + closing + "/verification")
                .then()
                .body("intact", equalTo(true))
                .body("unexplainedLines", equalTo(0));
    }

    /** Red when half an update stays behind a line that cannot be. */
    @Test
    void anUpdateThatCannotStandInTheRegisterIsRefusedWhole() {
        TestAgency agency = TestAgency.fresh();
        TestMessage sent = TestMessage.fresh();
        String document =
                TestMessage.register(agency, TestMessage.receive(agency, sent.document()));
        String impossible =
                corrected(sent)
                        .update(Work.pdf())
                        .replace("<PromulgationDate>2025/05/06<", "<PromulgationDate>2099/01/01<");
        String update = TestMessage.receive(agency, impossible);

        Problems.expectFinding(
                TestMessage.decide(agency, update, "acceptance", "{}"),
                "/issuedDate",
                "IN_THE_FUTURE");

        agency.as("clerk")
                .get("/v1/incoming-documents/" + document)
                .then()
                .body("subject", equalTo(sent.subject()))
                .body("files", hasSize(1));
        agency.as("clerk")
                .get("/v1/edxml-messages/" + update)
                .then()
                .body("state", equalTo("RECEIVED"))
                .body("allowedActions", hasItems("acceptEdxmlMessage", "refuseEdxmlMessage"));
    }
}
