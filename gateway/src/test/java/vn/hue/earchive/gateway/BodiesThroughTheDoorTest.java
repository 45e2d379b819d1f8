package vn.hue.earchive.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How bodies flow and what happens when they stop doing so. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class BodiesThroughTheDoorTest {

    @SuppressWarnings("NullAway.Init") // set by Surroundings.inject
    Surroundings surroundings;

    @AfterEach
    void searchIsDownAgain() {
        surroundings.stopSearch();
    }

    @Test
    void carriesABodyWithoutALengthUnchanged() throws IOException {
        try (RawConnection connection = open()) {
            connection.send(head("POST", "/v1/uploads/checksum", "Transfer-Encoding: chunked"));
            connection.send("3\r\nabc\r\n0\r\n\r\n");
            assertThat(connection.head()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void tellsAClientThatAsksFirstToGoOn() throws IOException {
        try (RawConnection connection = open()) {
            connection.send(
                    head(
                            "POST",
                            "/v1/uploads/checksum",
                            "Content-Length: 3\r\nExpect: 100-continue"));
            assertThat(connection.head()).startsWith("HTTP/1.1 100 ");
            connection.send("abc");
            assertThat(connection.head()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void doesNotAskAStrangerForTheBody() throws IOException {
        try (RawConnection connection = open()) {
            connection.send(
                    "POST /v1/uploads HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\nExpect: 100-continue\r\n\r\n");
            assertThat(connection.head()).startsWith("HTTP/1.1 401 ");
        }
    }

    /** Red when the gateway completes what the caller did not. */
    @Test
    void resetsTheUploadWhenTheCallerGoesAway() throws IOException {
        long startedBefore = uploads("started");
        long brokenBefore = uploads("broken");
        long completedBefore = uploads("completed");
        try (RawConnection connection = open()) {
            connection.send(head("POST", "/v1/uploads/checksum", "Content-Length: 1000000"));
            connection.send(new byte[200_000]);
            Awaitility.await().until(() -> uploads("started") == startedBefore + 1);
            connection.reset();
        }
        try (RawConnection connection = open()) {
            connection.send(head("POST", "/v1/uploads/checksum", "Transfer-Encoding: chunked"));
            connection.send("3\r\nabc\r\n");
            Awaitility.await().until(() -> uploads("started") == startedBefore + 2);
        }
        Awaitility.await()
                .untilAsserted(() -> assertThat(uploads("broken")).isEqualTo(brokenBefore + 2));
        assertThat(uploads("completed")).isEqualTo(completedBefore);
    }

    /**
     * Red when the gateway reads ahead of a service that does not read: memory would grow with the
     * body.
     */
    @Test
    void holdsTheCallerBackWhenTheServiceDoesNotRead() throws IOException {
        byte[] megabyte = new byte[1024 * 1024];
        AtomicLong taken = new AtomicLong();
        try (RawConnection connection = open()) {
            connection.send(
                    head(
                            "POST",
                            "/v1/uploads/never-read",
                            "Content-Length: " + 2_000L * megabyte.length));
            Thread writer =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    while (taken.incrementAndGet() < 2_000) {
                                        connection.send(megabyte);
                                    }
                                } catch (IOException closed) {
                                    // The gateway gives up a line on which nothing moves.
                                }
                            });
            Awaitility.await()
                    .during(java.time.Duration.ofSeconds(1))
                    .until(() -> taken.get() < 100);
            connection.reset();
            Awaitility.await().until(() -> !writer.isAlive());
        }
        assertThat(taken.get()).isLessThan(100);
    }

    /**
     * Red when a body that has arrived whole, but whose end was not told yet, is taken for one that
     * was refused early: the line to the service is then closed, under another request that has
     * taken it over.
     */
    @Test
    void keepsItsLinesOpenWhenAServiceAnswersTheLastByteAtOnce() throws Exception {
        byte[] body = new byte[200_000];
        Queue<String> unkept = new ConcurrentLinkedQueue<>();
        String token = surroundings.token("clerk");
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < 8; client++) {
                clients.execute(() -> upload(body, 150, token, unkept));
            }
        }
        assertThat(unkept).isEmpty();
    }

    private static void upload(byte[] body, int times, String token, Queue<String> unkept) {
        try (RawConnection connection = open()) {
            for (int i = 0; i < times; i++) {
                connection.send(
                        "POST /v1/uploads/last-byte HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n"
                                .formatted(token, body.length));
                connection.send(body);
                String head = connection.head();
                if (!head.startsWith("HTTP/1.1 204 ")
                        || head.toLowerCase(Locale.ROOT).contains("connection: close")) {
                    unkept.add(head);
                    return;
                }
            }
        } catch (IOException broken) {
            unkept.add(broken.toString());
        }
    }

    @Test
    void handsOverAnEarlyRefusalWhileTheBodyIsStillComing() throws IOException {
        try (RawConnection connection = open()) {
            connection.send(head("POST", "/v1/uploads/refuse-early", "Content-Length: 100000000"));
            sendUntilNobodyListens(connection);
            assertThat(connection.head())
                    .startsWith("HTTP/1.1 422 ")
                    .containsIgnoringCase("connection: close");
            assertThat(connection.rest()).contains("STATE_SECRET_NOT_ALLOWED");
        }
    }

    @Test
    void doesNotLetAStrangerSendOnForEver() throws IOException {
        try (RawConnection connection = open()) {
            connection.send(
                    "POST /v1/uploads HTTP/1.1\r\nHost: x\r\nContent-Length: 100000000000\r\n\r\n");
            assertThat(connection.head()).startsWith("HTTP/1.1 401 ");
            byte[] chunk = new byte[1024 * 1024];
            assertThat(
                            org.assertj.core.api.Assertions.catchThrowable(() -> {
                                for (int i = 0; i < 200; i++) {
                                    connection.send(chunk);
                                }
                            }))
                    .isInstanceOf(SocketException.class);
        }
    }

    @Test
    void saysPlainlyThatAServiceIsDown() {
        given().auth()
                .oauth2(surroundings.token("clerk"))
                .get("/v1/search?q=x")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("2"))
                .body("code", equalTo("SERVICE_UNREACHABLE"))
                .body("retryable", equalTo(true));
        surroundings.startSearch();
        given().auth()
                .oauth2(surroundings.token("clerk"))
                .get("/v1/search?q=x")
                .then()
                .statusCode(200)
                .body("service", equalTo("search"));
    }

    @Test
    void saysThatNothingIsKnownWhenAServiceHangsUp() {
        given().auth()
                .oauth2(surroundings.token("clerk"))
                .body("{}")
                .post("/v1/dossiers/hang-up")
                .then()
                .statusCode(502)
                .contentType("application/problem+json")
                .body("code", equalTo("SERVICE_BROKE_OFF"));
    }

    @Test
    void givesUpAServiceThatDoesNotAnswer() {
        given().auth()
                .oauth2(surroundings.token("clerk"))
                .get("/v1/dossiers/silence")
                .then()
                .statusCode(502)
                .body("code", equalTo("SERVICE_BROKE_OFF"));
    }

    /** Half an answer must not look like a whole one. */
    @Test
    void breaksTheAnswerOffWhereTheServiceDid() throws IOException {
        try (RawConnection connection = open()) {
            connection.send(head("GET", "/v1/documents/half-an-answer", "Accept: */*"));
            assertThat(connection.head()).containsIgnoringCase("content-length: 1000");
            String body;
            try {
                body = connection.rest();
            } catch (SocketException reset) {
                body = "";
            }
            assertThat(body.length()).isLessThan(1000);
        }
    }

    private long uploads(String which) {
        return new JsonObject(
                        given().auth()
                                .oauth2(surroundings.token("clerk"))
                                .get("/v1/uploads/upload-counts")
                                .asString())
                .getLong(which);
    }

    private static void sendUntilNobodyListens(RawConnection connection) {
        byte[] chunk = new byte[64 * 1024];
        try {
            for (int i = 0; i < 20; i++) {
                connection.send(chunk);
            }
        } catch (SocketTimeoutException | SocketException nobodyListens) {
            // That is what an early answer is for.
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String head(String method, String path, String headers) {
        return "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n%s\r\n\r\n"
                .formatted(method, path, surroundings.token("clerk"), headers);
    }

    private static RawConnection open() throws IOException {
        return new RawConnection(RestAssured.port);
    }
}
