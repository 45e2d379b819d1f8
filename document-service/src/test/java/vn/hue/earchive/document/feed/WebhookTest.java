package vn.hue.earchive.document.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hue.earchive.document.Problems;
import vn.hue.earchive.document.TestAgency;
import vn.hue.earchive.document.TestClock;
import vn.hue.earchive.document.Work;

/** Webhooks against a real receiver. */
@QuarkusTest
class WebhookTest {

    private static final byte[] SECRET =
            "a secret of at least 24 bytes".getBytes(StandardCharsets.US_ASCII);
    private static final String WHSEC = "whsec_" + Base64.getEncoder().encodeToString(SECRET);

    @Inject SendDeliveries job;
    @Inject TestClock clock;

    private final Receiver receiver = new Receiver();

    @AfterEach
    void end() {
        clock.reset();
        receiver.close();
    }

    private static Map<String, Object> request(String url, String... types) {
        Map<String, Object> request = new HashMap<>();
        request.put("url", url);
        request.put("secret", WHSEC);
        request.put("eventTypes", List.of(types));
        return request;
    }

    private static ValidatableResponse register(TestAgency agency, Map<String, Object> request) {
        return agency.creating("integration").body(request).post("/v1/webhooks").then();
    }

    private String active(TestAgency agency, String... types) {
        String id =
                register(agency, request(receiver.url(), types))
                        .statusCode(201)
                        .header("ETag", "\"v1\"")
                        .body("state", equalTo("UNVERIFIED"))
                        .body("", not(org.hamcrest.Matchers.hasKey("secret")))
                        .extract()
                        .path("id");
        job.run();
        webhook(agency, id).body("state", equalTo("ACTIVE"));
        return id;
    }

    private static ValidatableResponse webhook(TestAgency agency, String id) {
        return agency.as("auditor").get("/v1/webhooks/" + id).then().statusCode(200);
    }

    private static ValidatableResponse deliveries(TestAgency agency, String id) {
        return agency.as("auditor")
                .get("/v1/webhooks/" + id + "/deliveries")
                .then()
                .statusCode(200);
    }

    /** Red when the signature, the id or the timestamp is not what a receiver can verify. */
    @Test
    void aReceiverThatAnswersTheChallengeIsToldOfChangesWithASignature() {
        TestAgency agency = TestAgency.fresh();
        String id = active(agency, "document.*");
        assertThat(receiver.calls.getFirst().isSignedWith(SECRET)).isTrue();
        String document = Work.register(agency);
        Work.openDossier(agency);

        job.run();

        assertThat(receiver.changes()).hasSize(1);
        Receiver.Call call = receiver.changes().getFirst();
        assertThat(call.isSignedWith(SECRET)).isTrue();
        assertThat(
                        call.isSignedWith(
                                "another secret of 24 bytes".getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
        assertThat(Long.parseLong(call.header("webhook-timestamp")))
                .isCloseTo(
                        Instant.now().getEpochSecond(),
                        org.assertj.core.api.Assertions.within(60L));
        assertThat(call.body().path("type").asText()).isEqualTo("document.registered.v1");
        assertThat(call.body().path("data").path("resource").path("id").asText())
                .isEqualTo(document);
        assertThat(call.text()).doesNotContain("Ủy ban").doesNotContain("subject");
        String change =
                agency.as("integration")
                        .get("/v1/changes")
                        .then()
                        .extract()
                        .path("items.find { it.type == 'document.registered.v1' }.id");
        assertThat(call.header("webhook-id")).isEqualTo(change);
        deliveries(agency, id)
                .body("items.state", everyItem(equalTo("DELIVERED")))
                .body("items.kind", contains("CHANGE", "CHALLENGE"));
        job.run();
        assertThat(receiver.changes()).hasSize(1);
    }

    @Test
    void whoDoesNotAnswerTheChallengeIsNeverToldAnything() {
        TestAgency agency = TestAgency.fresh();
        receiver.answersChallenges = false;
        receiver.answer = Receiver.status(200);
        String id = register(agency, request(receiver.url())).statusCode(201).extract().path("id");
        Work.register(agency);
        for (int i = 0; i < 6; i++) {
            job.run();
            clock.moveBy(Duration.ofHours(7L * (i + 1)));
        }
        webhook(agency, id).body("state", equalTo("REFUSED"));
        assertThat(receiver.calls).hasSize(5);
        assertThat(receiver.changes()).isEmpty();
        receiver.answersChallenges = true;
        agency.creating("integration")
                .post("/v1/webhooks/" + id + "/challenge")
                .then()
                .statusCode(202)
                .body("state", equalTo("UNVERIFIED"));
        job.run();
        webhook(agency, id).body("state", equalTo("ACTIVE"));
    }

    /** Red when a failure is dropped, repeated at once, or tried for ever. */
    @Test
    void aFailureIsTriedAgainWithGrowingPausesThenDeadUntilItIsReplayed() {
        TestAgency agency = TestAgency.fresh();
        String id = active(agency);
        receiver.answer = Receiver.status(503);
        Work.register(agency);
        job.run();
        job.run();
        assertThat(receiver.changes()).hasSize(1);
        clock.moveBy(Duration.ofSeconds(11));
        job.run();
        assertThat(receiver.changes()).hasSize(2);
        clock.moveBy(Duration.ofSeconds(40));
        job.run();
        assertThat(receiver.changes()).hasSize(2);
        for (int i = 1; i <= 12; i++) {
            clock.moveBy(Duration.ofHours(7L * i));
            job.run();
        }
        assertThat(receiver.changes()).hasSize(10);
        String delivery =
                agency.as("integration")
                        .queryParam("state", "DEAD")
                        .get("/v1/webhooks/" + id + "/deliveries")
                        .then()
                        .body("items", hasSize(1))
                        .extract()
                        .path("items[0].id");
        agency.as("auditor")
                .get("/v1/webhooks/" + id + "/deliveries/" + delivery)
                .then()
                .body("attempts", equalTo(10))
                .body("log", hasSize(10))
                .body("log.status", everyItem(equalTo(503)));
        receiver.answer = Receiver.status(204);
        replay(agency, id, Map.of("deliveryIds", List.of(delivery)), 1);

        job.run();

        assertThat(receiver.changes()).hasSize(11);
        assertThat(receiver.changes().stream().map(c -> c.header("webhook-id")).distinct())
                .hasSize(1);
        deliveries(agency, id).body("items[0].state", equalTo("DELIVERED"));
    }

    private static void replay(
            TestAgency agency, String id, Map<String, Object> what, int messages) {
        agency.creating("integration")
                .body(what)
                .post("/v1/webhooks/" + id + "/replays")
                .then()
                .statusCode(202)
                .body("messages", equalTo(messages));
    }

    @Test
    void aNewReceiverGetsWhatHappenedBeforeByReplay() {
        TestAgency agency = TestAgency.fresh();
        Work.register(agency);
        Work.register(agency);
        agency.as("integration").get("/v1/changes").then().body("items", hasSize(2));
        String id = active(agency, "document.registered.v1");
        assertThat(receiver.changes()).isEmpty();

        replay(agency, id, Map.of("since", "2020-01-01T00:00:00Z"), 2);
        job.run();

        assertThat(receiver.changes()).hasSize(2);
        Problems.expectFinding(
                agency.creating("integration")
                        .body(Map.of())
                        .post("/v1/webhooks/" + id + "/replays")
                        .then(),
                "/since",
                "ONE_OF_DELIVERIES_OR_SINCE");
    }

    @Test
    void aPausedWebhookKeepsChangesBackAndLosesNone() {
        TestAgency agency = TestAgency.fresh();
        String id = active(agency);
        change(agency, id, "\"v1\"", Map.of("paused", true))
                .statusCode(200)
                .body("state", equalTo("PAUSED"));
        Work.register(agency);
        job.run();
        assertThat(receiver.changes()).isEmpty();
        Problems.expect(change(agency, id, "\"v1\"", Map.of("paused", false)), 412, "STALE_ETAG");
        byte[] other = "another secret of 24 bytes".getBytes(StandardCharsets.US_ASCII);
        change(
                        agency,
                        id,
                        "\"v2\"",
                        Map.of(
                                "paused",
                                false,
                                "secret",
                                "whsec_" + Base64.getEncoder().encodeToString(other)))
                .statusCode(200)
                .header("ETag", "\"v3\"");

        job.run();

        assertThat(receiver.changes()).hasSize(1);
        assertThat(receiver.changes().getFirst().isSignedWith(other)).isTrue();
        agency.as("integration")
                .header("If-Match", "\"v3\"")
                .delete("/v1/webhooks/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("ENDED"));
        Work.register(agency);
        job.run();
        assertThat(receiver.changes()).hasSize(1);
        Problems.expect(
                agency.as("integration").get("/v1/webhooks/" + id).then(), 404, "NOT_FOUND");
    }

    private static ValidatableResponse change(
            TestAgency agency, String id, String etag, Map<String, Object> what) {
        return agency.as("integration")
                .contentType("application/merge-patch+json")
                .header("If-Match", etag)
                .body(what)
                .patch("/v1/webhooks/" + id)
                .then();
    }

    /** Red when row-level security or a query of the feed forgets the agency. */
    @Test
    void theWebhooksOfAnotherAgencyDoNotExist() {
        TestAgency agency = TestAgency.fresh();
        TestAgency foreign = TestAgency.fresh();
        String id = active(agency);
        Work.register(foreign);
        job.run();
        assertThat(receiver.changes()).isEmpty();
        String path = "/v1/webhooks/" + id;
        for (String read : List.of(path, path + "/deliveries")) {
            Problems.expect(foreign.as("integration").get(read).then(), 404, "NOT_FOUND");
        }
        for (String write : List.of("/challenge", "/replays")) {
            Problems.expect(
                    foreign.creating("integration")
                            .body(Map.of("since", "2020-01-01T00:00:00Z"))
                            .post(path + write)
                            .then(),
                    404,
                    "NOT_FOUND");
        }
        Problems.expect(change(foreign, id, "\"v1\"", Map.of()), 404, "NOT_FOUND");
        foreign.as("integration").get("/v1/webhooks").then().body("items", hasSize(0));
    }

    /** Red when a redirect leads to where the registration would have been refused. */
    @Test
    void noRedirectIsFollowed() {
        TestAgency agency = TestAgency.fresh();
        String id = active(agency);
        receiver.answer =
                exchange -> {
                    exchange.getResponseHeaders()
                            .add("Location", "http://127.0.0.1:" + receiver.port() + "/elsewhere");
                    exchange.sendResponseHeaders(307, -1);
                    exchange.close();
                };
        Work.register(agency);

        job.run();

        assertThat(receiver.elsewhere).hasValue(0);
        deliveries(agency, id).body("items[0].state", equalTo("PENDING"));
    }

    /** Red when the answer is read to its end, or when a receiver that is silent is waited for. */
    @Test
    void anAnswerWithoutEndAndOneThatNeverComesAreBounded() {
        TestAgency agency = TestAgency.fresh();
        String id = active(agency);
        receiver.answer =
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    try (OutputStream out = exchange.getResponseBody()) {
                        byte[] much = new byte[1 << 16];
                        while (true) {
                            out.write(much);
                        }
                    } catch (IOException e) {
                        exchange.close();
                    }
                };
        Work.register(agency);
        job.run();
        deliveries(agency, id).body("items[0].state", equalTo("DELIVERED"));
        receiver.answer =
                exchange -> {
                    try {
                        new java.util.concurrent.CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        exchange.close();
                    }
                };
        Work.register(agency);

        job.run();

        String delivery =
                deliveries(agency, id)
                        .body("items[0].state", equalTo("PENDING"))
                        .extract()
                        .path("items[0].id");
        agency.as("integration")
                .get("/v1/webhooks/" + id + "/deliveries/" + delivery)
                .then()
                .body("log[0].error", equalTo("TIMED_OUT"));
    }

    /** Red when one kind of private address gets through the registration. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2/x",
                "https://127.0.0.2/x",
                "https://10.1.2.3/x",
                "https://172.16.0.1/x",
                "https://192.168.1.1/x",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/x",
                "https://0.0.0.0/x",
                "https://[::1]/x",
                "https://[fe80::1]/x",
                "https://[fd00::1]/x",
                "https://[::ffff:10.0.0.1]/x",
                "https://[64:ff9b::a00:1]/x",
                "https://[2002:a00:1::]/x",
                "https://2130706434/x",
                "https://224.0.0.1/x"
            })
    void privateAddressesAreRefusedAtRegistration(String url) {
        Problems.expectFinding(
                register(TestAgency.fresh(), request(url)), "/url", "WEBHOOK_ADDRESS_REFUSED");
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://example.org/x,WEBHOOK_URL",
        "https://user:pass@example.org/x,WEBHOOK_URL",
        "https://example.org/x#y,WEBHOOK_URL",
        "not a url,WEBHOOK_URL",
        "https:///x,WEBHOOK_URL",
        "http://93.184.215.14/x,WEBHOOK_NEEDS_HTTPS",
        "https://no-such-host.invalid/x,WEBHOOK_HOST_UNKNOWN"
    })
    void otherBadAddressesAreToldApart(String url, String code) {
        Problems.expectFinding(register(TestAgency.fresh(), request(url)), "/url", code);
    }

    @Test
    void aWeakSecretAndAnOddTypeAreRefusedAndTheSameKeyRegistersOnce() {
        TestAgency agency = TestAgency.fresh();
        Map<String, Object> weak = request(receiver.url(), "document.*");
        weak.put("secret", "whsec_c2hvcnQ=");
        Problems.expectFinding(register(agency, weak), "/secret", "WRONG_FORMAT");
        Problems.expectFinding(
                register(agency, request(receiver.url(), "DROP TABLE")),
                "/eventTypes/0",
                "WRONG_FORMAT");
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            agency.as("integration")
                    .contentType("application/json")
                    .header("Idempotency-Key", key)
                    .body(request(receiver.url()))
                    .post("/v1/webhooks")
                    .then()
                    .statusCode(201)
                    .header("Location", containsString("/v1/webhooks/"));
        }
        agency.as("auditor").get("/v1/webhooks").then().body("items", hasSize(1));
    }
}
