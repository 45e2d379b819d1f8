package vn.hue.earchive.document.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.Digests;
import vn.hue.earchive.document.Outgoing;
import vn.hue.earchive.document.Problems;
import vn.hue.earchive.document.TestAgency;
import vn.hue.earchive.document.TestMessage;
import vn.hue.earchive.document.Work;

/** Issued documents on their way to other agencies, and what these answer. */
@QuarkusTest
class OutgoingExchangeTest {

    private static final List<String> STEPS =
            List.of("review", "approval", "signature", "number", "agency-signature", "issue");

    @SuppressWarnings("NullAway.Init") // by its resource
    LgspSimulator bus;

    @Inject SendMessages send;

    private void sendAll() {
        int tried = 0;
        while (send.run() > 0 && tried++ < 100) {}
    }

    /** Issues a born-digital document to these agencies and to somebody on paper. */
    private static String issue(
            TestAgency agency, Map<String, Object> more, byte[] signed, TestMessage... to) {
        Map<String, Object> draft =
                new HashMap<>(Outgoing.electronic(Work.upload(agency, Work.pdf())));
        List<Map<String, Object>> recipients = new java.util.ArrayList<>();
        for (TestMessage one : to) {
            recipients.add(Map.of("organId", one.sender(), "name", "Cơ quan " + one.sender()));
        }
        recipients.add(Map.of("name", "Lưu: VT"));
        draft.put("recipients", recipients);
        draft.putAll(more);
        String id = Outgoing.draft(agency, draft);
        for (String step : STEPS) {
            Map<String, Object> body =
                    step.endsWith("signature")
                            ? Map.of("signedFile", Work.upload(agency, signed))
                            : Map.of();
            Outgoing.step(agency, id, step, body).statusCode(200);
        }
        return id;
    }

    private static JsonPath messages(TestAgency agency, String document) {
        return agency.as("clerk")
                .get("/v1/outbound-messages?documentId=" + document)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String text(TestMessage recipient) {
        return bus.receivedFor(recipient.sender()).getLast().text();
    }

    private static String element(String edxml, String name) {
        return edxml.replaceAll("(?s).*?<edXML:" + name + ">([^<]*)<.*", "$1");
    }

    @Test
    void anIssuedDocumentGoesToEveryRecipientThatHasAnIdentifier() throws Exception {
        TestAgency agency = TestAgency.fresh();
        TestMessage first = TestMessage.fresh();
        TestMessage second = TestMessage.fresh();
        byte[] signed = Work.pdf();
        String document = issue(agency, Map.of(), signed, first, second);

        sendAll();

        JsonPath sent = messages(agency, document);
        assertThat(sent.getList("items.state")).containsExactly("SENT", "SENT");
        assertThat(sent.getList("items.businessType")).containsExactly(0, 0);
        LgspSimulator.Received received = bus.receivedFor(first.sender()).getFirst();
        assertThat(received.messageType()).isEqualTo("edoc");
        assertThat(Digests.sha256(received.edxml())).isIn(sent.getList("items.sha256"));
        // What we send, another installation of ours can take in and register.
        TestAgency other = TestAgency.fresh();
        TestMessage.send(other, received.text())
                .statusCode(201)
                .body("organId", equalTo(agency.code()))
                .body("proposal.typeCode", equalTo("02"))
                .body("proposal.subject", equalTo(Outgoing.paper().get("subject")))
                .body("proposal.files.sha256", contains(Digests.sha256(signed)));
    }

    @Test
    void whatARecipientAnswersStandsAtItsMessage() {
        TestAgency agency = TestAgency.fresh();
        TestMessage recipient = TestMessage.fresh();
        String document = issue(agency, Map.of(), Work.pdf(), recipient);
        sendAll();
        String documentId = element(text(recipient), "DocumentId");

        TestMessage.receive(agency, recipient.status("01", documentId, "2026/01/02 08:00:00"));
        TestMessage.receive(agency, recipient.status("03", documentId, "2026/01/02 09:00:00"));

        String id = messages(agency, document).getString("items[0].id");
        agency.as("clerk")
                .get("/v1/outbound-messages/" + id)
                .then()
                .body("recipientStatus", equalTo("03"))
                .body("history.code", contains("SENT", "01", "03"));
    }

    /** Red when a recall is sent to somebody who never got the document. */
    @Test
    void aRecallFollowsWhatWasSentAndStopsWhatWasNot() {
        TestAgency agency = TestAgency.fresh();
        TestMessage reached = TestMessage.fresh();
        String document = issue(agency, Map.of(), Work.pdf(), reached);
        sendAll();
        Outgoing.step(agency, document, "recall", Map.of("reason", "Sai căn cứ")).statusCode(200);
        TestMessage unreached = TestMessage.fresh();
        String early = issue(agency, Map.of(), Work.pdf(), unreached);
        Outgoing.step(agency, early, "recall", Map.of("reason", "Sai căn cứ")).statusCode(200);

        sendAll();

        String recall = text(reached);
        assertThat(element(recall, "BussinessDocType")).isEqualTo("1");
        assertThat(element(recall, "BussinessDocReason")).isEqualTo("Sai căn cứ");
        assertThat(recall).doesNotContain("ContentTransferEncoded");
        assertThat(bus.receivedFor(unreached.sender())).isEmpty();
        assertThat(messages(agency, early).getList("items.state")).containsExactly("GIVEN_UP");
    }

    @Test
    void aReplacementNamesWhatItReplacesAndComesOnce() {
        TestAgency agency = TestAgency.fresh();
        TestMessage recipient = TestMessage.fresh();
        String old = issue(agency, Map.of(), Work.pdf(), recipient);
        sendAll();
        String oldId = element(text(recipient), "DocumentId");

        issue(agency, Map.of("replacesId", old), Work.pdf(), recipient);
        sendAll();

        assertThat(bus.receivedFor(recipient.sender())).hasSize(2);
        String replacement = text(recipient);
        assertThat(element(replacement, "BussinessDocType")).isEqualTo("3");
        assertThat(replacement)
                .contains("<edXML:ReplacementInfo><edXML:DocumentId>" + oldId)
                .contains("ContentTransferEncoded");
        assertThat(element(replacement, "DocumentId")).isNotEqualTo(oldId);
    }

    @Test
    void anUpdateIsSentToThoseWhoHaveTheDocument() {
        TestAgency agency = TestAgency.fresh();
        TestMessage recipient = TestMessage.fresh();
        String document = issue(agency, Map.of(), Work.pdf(), recipient);
        Map<String, Object> request =
                Map.of("documentId", document, "reason", "Tệp trước không mở được");
        Problems.expectFinding(
                agency.creating("clerk").body(request).post("/v1/outbound-messages").then(),
                "/documentId",
                "NEVER_SENT");
        sendAll();

        agency.creating("clerk")
                .body(request)
                .post("/v1/outbound-messages")
                .then()
                .statusCode(201)
                .body("items", hasSize(1))
                .body("items[0].businessType", equalTo(2));
        sendAll();

        assertThat(element(text(recipient), "BussinessDocType")).isEqualTo("2");
        assertThat(text(recipient)).contains("Tệp trước không mở được");
    }
}
