package vn.hue.earchive.document.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.Digests;
import vn.hue.earchive.document.Problems;
import vn.hue.earchive.document.TestAgency;
import vn.hue.earchive.document.TestClock;
import vn.hue.earchive.document.TestMessage;

/** Queue, attempts, desk and bus, against a simulated bus on a real port. */
@QuarkusTest
class ExchangeTest {

    private static final String REFUSE = "{\"reason\":\"Đã giải quyết xong\"}";

    @SuppressWarnings("NullAway.Init") // by its resource
    LgspSimulator bus;

    @Inject SendMessages send;
    @Inject FetchMessages fetch;
    @Inject TestClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    /** Other tests leave messages in the queue as well. */
    private void sendAll() {
        int tried = 0;
        while (send.run() > 0 && tried++ < 100) {}
    }

    private void fetchAll() {
        int tried = 0;
        while (fetch.run() > 0 && tried++ < 100) {}
    }

    private static byte[] bytes(String message) {
        return message.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonPath outbound(TestAgency agency, String query) {
        return agency.as("clerk")
                .get("/v1/outbound-messages" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath desk(TestAgency agency) {
        return agency.as("clerk")
                .get("/v1/exchange-failures?state=OPEN")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse resolve(
            TestAgency agency, String failure, String how, String body) {
        String path = "/v1/exchange-failures/" + failure;
        String etag = agency.as("clerk").get(path).then().extract().header("ETag");
        return agency.creating("clerk")
                .header("If-Match", etag)
                .body(body)
                .post(path + "/" + how)
                .then();
    }

    private List<String> codes(TestMessage sender) {
        return bus.receivedFor(sender.sender()).stream()
                .map(r -> r.text().replaceAll("(?s).*StatusCode>(\\d+)<.*", "$1"))
                .toList();
    }

    @Test
    void theSenderOfADocumentIsToldThatItArrivedAndWasRegistered() {
        TestAgency agency = TestAgency.fresh();
        TestMessage sender = TestMessage.fresh();
        String message = TestMessage.receive(agency, sender.document());
        sendAll();
        TestMessage.register(agency, message);

        sendAll();

        assertThat(codes(sender)).containsExactly("01", "03");
        LgspSimulator.Received first = bus.receivedFor(sender.sender()).getFirst();
        assertThat(first.systemId()).isEqualTo(agency.code());
        assertThat(first.messageType()).isEqualTo("status");
        assertThat(first.text())
                .contains("<edXML:OrganId>" + agency.code())
                .contains("<edXML:DocumentId>" + sender.documentId());
        JsonPath sent = outbound(agency, "?state=SENT");
        assertThat(sent.getList("items.statusCode")).containsExactly("03", "01");
        assertThat(sent.getString("items[1].sha256")).isEqualTo(Digests.sha256(first.edxml()));
        assertThat(sent.getLong("items[1].size")).isEqualTo(first.edxml().length);
    }

    @Test
    void aReturnARecallAndItsDecisionAreTold() {
        TestAgency agency = TestAgency.fresh();
        TestMessage returned = TestMessage.fresh();
        TestMessage recalled = TestMessage.fresh();
        TestMessage kept = TestMessage.fresh();
        TestMessage.decide(
                agency, TestMessage.receive(agency, returned.document()), "return", REFUSE);
        TestMessage.receive(agency, recalled.document());
        TestMessage.decide(
                agency, TestMessage.receive(agency, recalled.recall()), "acceptance", "{}");
        TestMessage.receive(agency, kept.document());
        TestMessage.decide(agency, TestMessage.receive(agency, kept.recall()), "refusal", REFUSE);

        sendAll();

        assertThat(codes(returned)).containsExactly("01", "02");
        assertThat(codes(recalled)).containsExactly("01", "13", "15");
        assertThat(codes(kept)).containsExactly("01", "13", "16");
        assertThat(bus.receivedFor(returned.sender()).getLast().text())
                .contains("Từ chối tiếp nhận: Đã giải quyết xong");
    }

    /** Red when anything of an agency for training reaches the bus. */
    @Test
    void nothingOfAnAgencyForTrainingIsSent() {
        TestAgency agency = TestAgency.forTraining();
        TestMessage sender = TestMessage.fresh();
        TestMessage.receive(agency, sender.document());

        sendAll();

        assertThat(codes(sender)).isEmpty();
        assertThat(outbound(agency, "").getList("items.state")).containsExactly("WITHHELD");
        assertThat(outbound(agency, "").getString("items[0].reason"))
                .contains("The agency is in training");
    }

    /** Red when a fact that is told twice is queued twice. */
    @Test
    void theSameMessageAgainIsAnsweredOnce() {
        TestAgency agency = TestAgency.fresh();
        TestMessage sender = TestMessage.fresh();
        String message = sender.document();
        TestMessage.receive(agency, message);
        TestMessage.send(agency, message).statusCode(200);
        sendAll();

        assertThat(codes(sender)).containsExactly("01");
    }

    @Test
    void aPassingFailureIsTriedAgainLater() {
        TestAgency agency = TestAgency.fresh();
        TestMessage sender = TestMessage.fresh();
        bus.script(sender.sender(), "500", "drop");
        TestMessage.receive(agency, sender.document());

        send.run();

        JsonPath waiting = outbound(agency, "");
        assertThat(waiting.getString("items[0].state")).isEqualTo("QUEUED");
        assertThat(waiting.getInt("items[0].attempts")).isEqualTo(1);
        assertThat(waiting.getString("items[0].reason")).contains("HTTP 500");
        assertThat(desk(agency).getList("items")).isEmpty();
        send.run();
        assertThat(outbound(agency, "").getInt("items[0].attempts"))
                .as("not before its time")
                .isEqualTo(1);

        clock.moveBy(Duration.ofMinutes(2));
        send.run();
        assertThat(outbound(agency, "").getInt("items[0].attempts")).isEqualTo(2);
        clock.moveBy(Duration.ofMinutes(5));
        sendAll();

        assertThat(codes(sender)).containsExactly("01");
        String id = waiting.getString("items[0].id");
        agency.as("clerk")
                .get("/v1/outbound-messages/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("SENT"))
                .body("history.code", contains("RETRY", "RETRY", "SENT"))
                .body("busId", notNullValue());
    }

    /** Red when one recipient that fails holds up another, or a final error is tried for ever. */
    @Test
    void aFinalRefusalWaitsAtTheDeskUntilAClerkReplaysIt() {
        TestAgency agency = TestAgency.fresh();
        TestMessage unknown = TestMessage.fresh();
        TestMessage known = TestMessage.fresh();
        bus.script(unknown.sender(), "E18");
        TestMessage.receive(agency, unknown.document());
        TestMessage.receive(agency, known.document());
        sendAll();

        assertThat(codes(known)).containsExactly("01");
        JsonPath desk = desk(agency);
        assertThat(desk.getList("items")).hasSize(1);
        assertThat(desk.getString("items[0].direction")).isEqualTo("OUT");
        assertThat(desk.getString("items[0].code")).isEqualTo("BUS_REFUSED");
        assertThat(desk.getString("items[0].reason")).contains("18", "Không tìm thấy nơi nhận");
        String failure = desk.getString("items[0].id");

        resolve(agency, failure, "replay", "{}")
                .statusCode(200)
                .body("state", equalTo("REPLAYED"))
                .body("allowedActions", hasSize(0));
        sendAll();

        assertThat(codes(unknown)).containsExactly("01");
        assertThat(desk(agency).getList("items")).isEmpty();
        Problems.expect(resolve(agency, failure, "replay", "{}"), 409, "EXCHANGE_STATE_FORBIDS");
    }

    @Test
    void theDeskSpeaksVietnamese() {
        TestAgency agency = TestAgency.fresh();
        TestMessage sender = TestMessage.fresh();
        bus.script(sender.sender(), "E15");
        TestMessage.receive(agency, sender.document());
        sendAll();

        given().auth()
                .oauth2(agency.token("clerk"))
                .header("Accept-Language", "vi")
                .get("/v1/exchange-failures?limit=1")
                .then()
                .body("items[0].reason", containsString("Báo người vận hành kiểm tra cấu hình"));
    }

    @Test
    void aFailureIsDismissedWithANote() {
        TestAgency agency = TestAgency.fresh();
        TestMessage sender = TestMessage.fresh();
        bus.script(sender.sender(), "E20");
        TestMessage.receive(agency, sender.document());
        sendAll();
        String failure = desk(agency).getString("items[0].id");

        Problems.expectFinding(resolve(agency, failure, "dismissal", "{}"), "/note", "REQUIRED");
        resolve(agency, failure, "dismissal", "{\"note\":\"Đã gọi điện\"}")
                .statusCode(200)
                .body("state", equalTo("DISMISSED"))
                .body("note", equalTo("Đã gọi điện"));

        JsonPath given = outbound(agency, "?state=GIVEN_UP");
        assertThat(given.getString("items[0].reason")).isEqualTo("Đã gọi điện");
        sendAll();
        assertThat(codes(sender)).isEmpty();
    }

    @Test
    void afterTheLastAttemptAPassingFailureWaitsAtTheDesk() {
        TestAgency agency = TestAgency.fresh();
        TestMessage sender = TestMessage.fresh();
        bus.script(sender.sender(), "500", "500", "500", "500", "500", "500", "500", "500", "503");
        TestMessage.receive(agency, sender.document());
        for (int attempt = 1; attempt <= 9; attempt++) {
            clock.moveBy(Duration.ofHours(5L * attempt));
            sendAll();
        }

        assertThat(desk(agency).getString("items[0].code")).isEqualTo("BUS_FAILING");
        assertThat(outbound(agency, "").getString("items[0].state")).isEqualTo("FAILED");
    }

    @Test
    void aMessageOfTheBusIsTakenInOnceAndAnsweredThere() {
        TestAgency agency = TestAgency.fresh();
        TestMessage sender = TestMessage.fresh();
        String docId = bus.hold(agency.code(), bytes(sender.document()));

        fetchAll();
        fetchAll();

        JsonPath received =
                agency.as("clerk").get("/v1/edxml-messages").then().extract().jsonPath();
        assertThat(received.getList("items")).hasSize(1);
        assertThat(received.getString("items[0].receivedBy")).isEqualTo("lgsp");
        assertThat(received.getList("items[0].proposal.files")).hasSize(1);
        TestMessage.register(agency, received.getString("items[0].id"));
        sendAll();
        assertThat(bus.statusesOf(docId)).containsExactly("01", "03");
        assertThat(codes(sender)).as("by the bus, not as a message").isEmpty();
    }

    /** Red when a message that cannot be read is lost, or stops those behind it. */
    @Test
    void aBrokenMessageOfTheBusWaitsAtTheDeskAndIsReplayed() {
        TestAgency agency = TestAgency.fresh();
        TestMessage sender = TestMessage.fresh();
        String broken = bus.hold(agency.code(), bytes("<edXML><MessageHeader>"));
        bus.hold(agency.code(), bytes(TestMessage.fresh().document()));
        fetchAll();

        agency.as("clerk").get("/v1/edxml-messages").then().body("items", hasSize(1));
        JsonPath desk = desk(agency);
        assertThat(desk.getString("items[0].direction")).isEqualTo("IN");
        assertThat(desk.getString("items[0].busId")).isEqualTo(broken);
        assertThat(desk.getString("items[0].reason")).contains("EDXML_MALFORMED");

        bus.mend(agency.code(), broken, bytes(sender.document()));
        resolve(agency, desk.getString("items[0].id"), "replay", "{}").statusCode(200);
        fetchAll();

        agency.as("clerk").get("/v1/edxml-messages").then().body("items", hasSize(2));
        assertThat(desk(agency).getList("items")).isEmpty();
    }

    @Test
    void hostileMessagesOfTheBusGoToTheDesk() {
        TestAgency agency = TestAgency.fresh();
        bus.hold(
                agency.code(), bytes("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a/>"));
        bus.hold(agency.code(), bytes("<a>".repeat(40)));
        bus.hold(agency.code(), new byte[] {0, 1, 2, 3});
        fetchAll();

        assertThat(desk(agency).getList("items.code"))
                .containsExactly("MESSAGE_REFUSED", "MESSAGE_REFUSED", "MESSAGE_REFUSED");
        agency.as("clerk").get("/v1/edxml-messages").then().body("items", hasSize(0));
    }

    @Test
    void aMessageCanBeHandedOverByOtherMeans() {
        TestAgency agency = TestAgency.fresh();
        TestMessage sender = TestMessage.fresh();
        TestMessage.receive(agency, sender.document());
        String id = outbound(agency, "").getString("items[0].id");

        String edxml =
                agency.as("clerk")
                        .get("/v1/outbound-messages/" + id + "/content")
                        .then()
                        .statusCode(200)
                        .contentType("application/xml")
                        .extract()
                        .asString();

        assertThat(edxml).startsWith("<?xml").contains("<edXML:StatusCode>01<");
    }

    @Test
    void theQueueOfAnotherAgencyIsEmpty() {
        TestAgency agency = TestAgency.fresh();
        TestMessage.receive(agency, TestMessage.fresh().document());

        TestAgency.fresh()
                .as("clerk")
                .get("/v1/outbound-messages")
                .then()
                .body("items", hasSize(0))
                .body("next", nullValue());
    }

    /** Red when only the sending job asks the policy: real documents would reach trainees. */
    @Test
    void anAgencyForTrainingFetchesNothingAndHandsNothingOver() {
        TestAgency agency = TestAgency.forTraining();
        TestMessage sender = TestMessage.fresh();
        TestMessage.receive(agency, sender.document());
        bus.hold(agency.code(), bytes(TestMessage.fresh().document()));
        sendAll();
        fetchAll();

        assertThat(codes(sender)).isEmpty();
        JsonPath made = outbound(agency, "");
        assertThat(made.getString("items[0].state")).isEqualTo("WITHHELD");
        assertThat(made.getString("items[0].reason")).contains("training");
        agency.as("clerk").get("/v1/edxml-messages").then().body("items", hasSize(1));
        Problems.expect(
                agency.as("clerk")
                        .get("/v1/outbound-messages/" + made.getString("items[0].id") + "/content")
                        .then(),
                409,
                "EXCHANGE_STATE_FORBIDS");
    }
}
