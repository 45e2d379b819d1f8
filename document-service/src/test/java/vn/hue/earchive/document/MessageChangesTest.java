package vn.hue.earchive.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Returns, recalls, updates and replacements that come from other agencies, with their history. */
@QuarkusTest
class MessageChangesTest {

    private static final String WHY = "{\"reason\":\"Không thuộc thẩm quyền\"}";

    private static String state(TestAgency agency, String message) {
        return agency.as("clerk")
                .get("/v1/edxml-messages/" + message)
                .then()
                .statusCode(200)
                .extract()
                .path("state");
    }

    @Test
    void aDocumentIsReturnedBeforeItIsRegistered() {
        TestAgency agency = TestAgency.fresh();
        String id = TestMessage.receive(agency, TestMessage.fresh().document());

        TestMessage.decide(agency, id, "return", WHY)
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("reason", equalTo("Không thuộc thẩm quyền"))
                .body("allowedActions", hasSize(0));

        Problems.expect(
                agency.creating("clerk").post("/v1/edxml-messages/" + id + "/registration").then(),
                409,
                "EDXML_STATE_FORBIDS");
    }

    @Test
    void aReturnWithoutReasonIsRefused() {
        TestAgency agency = TestAgency.fresh();
        String id = TestMessage.receive(agency, TestMessage.fresh().document());

        Problems.expectFinding(
                TestMessage.decide(agency, id, "return", "{}"), "/reason", "REQUIRED");
    }

    @Test
    void aRecallOfADocumentThatWaitsWithdrawsIt() {
        TestAgency agency = TestAgency.fresh();
        TestMessage sender = TestMessage.fresh();
        String document = TestMessage.receive(agency, sender.document());
        String recall =
                TestMessage.send(agency, sender.recall())
                        .statusCode(201)
                        .body("kind", equalTo("RECALL"))
                        .body("relatedMessageId", equalTo(document))
                        .body("statement", equalTo("Ban hành nhầm"))
                        .body("proposal", nullValue())
                        .body(
                                "allowedActions",
                                contains("acceptEdxmlMessage", "refuseEdxmlMessage"))
                        .extract()
                        .path("id");

        TestMessage.decide(agency, recall, "acceptance", "{}")
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"));

        agency.as("clerk")
                .get("/v1/edxml-messages/" + document)
                .then()
                .body("state", equalTo("WITHDRAWN"))
                .body("allowedActions", hasSize(0));
    }

    /** Red when an accepted recall takes the register line away: the number would be missing. */
    @Test
    void aRecallOfARegisteredDocumentKeepsItsLine() {
        TestAgency agency = TestAgency.fresh();
        TestMessage sender = TestMessage.fresh();
        String document =
                TestMessage.register(agency, TestMessage.receive(agency, sender.document()));
        String recall = TestMessage.receive(agency, sender.recall());

        TestMessage.decide(agency, recall, "acceptance", "{}")
                .statusCode(200)
                .body("incomingDocumentId", equalTo(document));

        agency.as("clerk")
                .get("/v1/incoming-documents/" + document)
                .then()
                .statusCode(200)
                .body("state", equalTo("RECALLED"))
                .body("arrivalNumber", equalTo(1));
    }

    /**
     * Red when a recall is agreed to and the document stays in work, because an update came between
     * them: one that was accepted, refused, or still waits (found by a year of 4,000 documents).
     */
    @ParameterizedTest
    @ValueSource(strings = {"acceptance", "refusal", ""})
    void aRecallReachesTheDocumentPastItsUpdate(String decision) {
        TestAgency agency = TestAgency.fresh();
        TestMessage sender = TestMessage.fresh();
        String document =
                TestMessage.register(agency, TestMessage.receive(agency, sender.document()));
        String update = TestMessage.receive(agency, sender.update(Work.pdf()));
        if (!decision.isEmpty()) {
            TestMessage.decide(agency, update, decision, decision.equals("refusal") ? WHY : "{}")
                    .statusCode(200);
        }

        TestMessage.decide(agency, TestMessage.receive(agency, sender.recall()), "acceptance", "{}")
                .statusCode(200)
                .body("incomingDocumentId", equalTo(document));

        agency.as("clerk")
                .get("/v1/incoming-documents/" + document)
                .then()
                .body("state", equalTo("RECALLED"));
        assertThat(state(agency, update)).isNotEqualTo("RECEIVED");
    }

    @Test
    void aRecallIsRefusedWithAReasonAndTheDocumentStays() {
        TestAgency agency = TestAgency.fresh();
        TestMessage sender = TestMessage.fresh();
        String document = TestMessage.receive(agency, sender.document());
        String recall = TestMessage.receive(agency, sender.recall());

        TestMessage.decide(agency, recall, "refusal", WHY)
                .statusCode(200)
                .body("state", equalTo("REFUSED"));

        assertThat(state(agency, document)).isEqualTo("RECEIVED");
        Problems.expect(
                TestMessage.decide(agency, recall, "acceptance", "{}"), 409, "EDXML_STATE_FORBIDS");
    }

    @Test
    void anUpdateOfADocumentThatWaitsIsRegisteredInItsPlace() {
        TestAgency agency = TestAgency.fresh();
        TestMessage sender = TestMessage.fresh();
        String first = TestMessage.receive(agency, sender.document());
        byte[] corrected = Work.pdf();
        String update = TestMessage.receive(agency, sender.update(corrected));

        String document = TestMessage.register(agency, update);

        agency.as("clerk")
                .get("/v1/incoming-documents/" + document)
                .then()
                .body("files.sha256", contains(Digests.sha256(corrected)));
        assertThat(state(agency, first)).isEqualTo("WITHDRAWN");
    }

    /** Red when the files of an update push out those that were registered. */
    @Test
    void anUpdateOfARegisteredDocumentAddsItsFilesBehindTheOldOnes() {
        TestAgency agency = TestAgency.fresh();
        TestMessage sender = TestMessage.fresh();
        String document =
                TestMessage.register(agency, TestMessage.receive(agency, sender.document()));
        byte[] corrected = Work.pdf();
        String update = TestMessage.receive(agency, sender.update(corrected));

        TestMessage.decide(agency, update, "acceptance", "{}")
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"));

        agency.as("clerk")
                .get("/v1/incoming-documents/" + document)
                .then()
                .body("files", hasSize(2))
                .body("files[0].role", equalTo("MAIN"))
                .body("files[1].sha256", equalTo(Digests.sha256(corrected)));
    }

    @Test
    void aReplacementIsRegisteredAndNamesWhatItReplaces() {
        TestAgency agency = TestAgency.fresh();
        TestMessage sender = TestMessage.fresh();
        String old = TestMessage.receive(agency, sender.document());
        TestMessage.register(agency, old);
        String replacement =
                TestMessage.send(agency, sender.replacement("900", Work.pdf()))
                        .statusCode(201)
                        .body("kind", equalTo("REPLACE"))
                        .body("relatedMessageId", equalTo(old))
                        .extract()
                        .path("id");

        String document = TestMessage.register(agency, replacement);

        agency.as("clerk")
                .get("/v1/incoming-documents/" + document)
                .then()
                .body("number", equalTo("900"))
                .body("arrivalNumber", equalTo(2));
    }

    @Test
    void whatIsInAClosedDossierIsNotChanged() {
        Work.importSchedule();
        TestAgency agency = TestAgency.fresh();
        TestMessage sender = TestMessage.fresh();
        String document =
                TestMessage.register(agency, TestMessage.receive(agency, sender.document()));
        String dossier = Work.openDossier(agency);
        Work.file(agency, dossier, document);
        Work.close(agency, dossier);
        String update = TestMessage.receive(agency, sender.update(Work.pdf()));

        Problems.expect(
                TestMessage.decide(agency, update, "acceptance", "{}"),
                409,
                "EDXML_DOCUMENT_FROZEN");
    }

    @Test
    void aRecallOfAnUnknownDocumentSaysSo() {
        TestAgency agency = TestAgency.fresh();
        TestMessage.send(agency, TestMessage.fresh().recall())
                .statusCode(201)
                .body("problems.code", hasItem("TARGET_UNKNOWN"));
    }

    @Test
    void aStatusMessageIsNotedOnce() {
        TestAgency agency = TestAgency.fresh();
        String status =
                TestMessage.fresh().status("03", "H57,2025/01/01,1/CT", "2025/01/02 08:00:00");
        String id =
                TestMessage.send(agency, status)
                        .statusCode(201)
                        .body("kind", equalTo("STATUS"))
                        .body("state", equalTo("NOTED"))
                        .body("statusCode", equalTo("03"))
                        .extract()
                        .path("id");
        TestMessage.send(agency, status).statusCode(200).body("id", equalTo(id));
        Problems.expect(
                TestMessage.send(agency, status.replace(">03<", ">77<")),
                422,
                "EDXML_STATUS_UNKNOWN");
    }

    /** Red when natural keys compare identifiers as they are written. */
    @Test
    void aFormerIdentifierMeetsThePresentOne() {
        TestAgency agency = TestAgency.fresh();
        TestMessage present = TestMessage.fresh();
        String former = "000.00." + present.number() + ".K99";
        TestAgency.city()
                .as("operator")
                .contentType("application/json")
                .body(Map.of("code", present.sender()))
                .put("/v1/organ-aliases/" + former)
                .then()
                .statusCode(201)
                .body("code", equalTo(present.sender()));
        String document =
                TestMessage.receive(agency, new TestMessage(former, present.number()).document());

        TestMessage.send(agency, present.recall())
                .statusCode(201)
                .body("relatedMessageId", equalTo(document));
    }

    @Test
    void anAliasOfAnAliasIsRefusedAndAChangeNeedsItsTag() {
        TestMessage present = TestMessage.fresh();
        String former = "000.01." + present.number() + ".K99";
        TestAgency city = TestAgency.city();
        city.as("operator")
                .contentType("application/json")
                .body(Map.of("code", present.sender()))
                .put("/v1/organ-aliases/" + former)
                .then()
                .statusCode(201);
        Problems.expectFinding(
                city.as("operator")
                        .contentType("application/json")
                        .body(Map.of("code", former))
                        .put("/v1/organ-aliases/OLDER")
                        .then(),
                "/code",
                "ALIAS_OF_ALIAS");
        Problems.expect(
                city.as("operator")
                        .contentType("application/json")
                        .body(Map.of("code", "K99.1.1"))
                        .put("/v1/organ-aliases/" + former)
                        .then(),
                428,
                "IF_MATCH_REQUIRED");
    }

    @Test
    void textOfAFormerEncodingIsReadAndReported() {
        TestAgency agency = TestAgency.fresh();
        String message =
                TestMessage.fresh()
                        .document()
                        .replace("Về việc thử nghiệm", "VÒ viÖc b¶o qu¶n hå s¬");
        TestMessage.send(agency, message)
                .statusCode(201)
                .body("proposal.subject", equalTo("Về việc bảo quản hồ sơ"))
                .body("proposal.doubts[0].encoding", equalTo("TCVN3"))
                .body("problems.code", hasItem("TEXT_IN_TCVN3"))
                .body("problems.message", hasItem(containsString("VÒ viÖc")));
    }

    @Test
    void anotherAddresseeIsReported() {
        TestAgency agency = TestAgency.fresh();
        String message =
                TestMessage.fresh()
                        .document()
                        .replace("<DocumentId>", "<To><OrganId>H57.999</OrganId></To><DocumentId>");
        TestMessage.send(agency, message)
                .statusCode(201)
                .body("problems.code", hasItem("ADDRESSEE_NOT_US"));
    }

    @Test
    void whatWaitsIsListedNewestFirst() {
        TestAgency agency = TestAgency.fresh();
        String first = TestMessage.receive(agency, TestMessage.fresh().document());
        String second = TestMessage.receive(agency, TestMessage.fresh().document());
        TestMessage.register(agency, TestMessage.receive(agency, TestMessage.fresh().document()));

        agency.as("clerk")
                .get("/v1/edxml-messages?state=RECEIVED")
                .then()
                .statusCode(200)
                .body("items.id", contains(second, first));
        String next =
                agency.as("clerk")
                        .get("/v1/edxml-messages?state=RECEIVED&limit=1")
                        .then()
                        .body("items.id", contains(second))
                        .extract()
                        .path("next");
        agency.as("clerk")
                .get("/v1/edxml-messages?state=RECEIVED&limit=1&cursor=" + next)
                .then()
                .body("items.id", contains(first));
        Problems.expect(
                agency.as("clerk").get("/v1/edxml-messages?state=LOST").then(),
                400,
                "INVALID_PARAMETER");
    }
}
