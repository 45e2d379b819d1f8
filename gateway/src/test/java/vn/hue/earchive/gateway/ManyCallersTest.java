package vn.hue.earchive.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Requests of many callers side by side, on few lines to the services. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ManyCallersTest {

    private static final int CALLERS = 16;
    private static final int REQUESTS = 300;
    private static final int BYTES = 200_000;

    @SuppressWarnings("NullAway.Init") // set by Surroundings.inject
    Surroundings surroundings;

    /**
     * Some leave as soon as they have read the last byte of their answer, as command-line clients
     * do. Red when the gateway then gives up a line that another request has taken over.
     */
    @Test
    void answersEveryoneInFullWhileOthersLeave() throws Exception {
        int before = surroundings.endedLines();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        try (HttpClient client =
                        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int leaver = 0; leaver < CALLERS; leaver++) {
                String token = surroundings.token("leaver-" + leaver);
                callers.execute(() -> {
                    for (int i = 0; i < REQUESTS && failures.isEmpty(); i++) {
                        leave(token, failures);
                    }
                });
            }
            for (int caller = 0; caller < CALLERS; caller++) {
                String token = surroundings.token("caller-" + caller);
                callers.execute(() -> {
                    for (int i = 0; i < REQUESTS && failures.isEmpty(); i++) {
                        call(client, token, i, failures);
                    }
                });
            }
        }
        assertThat(failures).isEmpty();
        assertThat(surroundings.endedLines() - before).as("lines ended in use").isZero();
    }

    private static void leave(String token, Queue<String> failures) {
        try (RawConnection connection = new RawConnection(RestAssured.port)) {
            connection.send(
                    "GET /v1/documents/content?bytes=%d HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                            .formatted(BYTES, token));
            if (!connection.head().startsWith("HTTP/1.1 200 ")) {
                failures.add("No answer before leaving");
            }
            connection.read(BYTES);
            connection.reset();
        } catch (IOException broken) {
            failures.add("Before leaving: " + broken);
        }
    }

    private static void call(HttpClient client, String token, int i, Queue<String> failures) {
        URI door = URI.create("http://127.0.0.1:" + RestAssured.port);
        HttpRequest.Builder request =
                switch (i % 3) {
                    case 0 ->
                            HttpRequest.newBuilder(
                                    door.resolve("/v1/documents/content?bytes=" + BYTES));
                    case 1 ->
                            HttpRequest.newBuilder(door.resolve("/v1/uploads/after-work"))
                                    .POST(BodyPublishers.ofByteArray(random(53)));
                    default ->
                            HttpRequest.newBuilder(door.resolve("/v1/uploads/after-work"))
                                    .POST(BodyPublishers.ofByteArray(random(BYTES)));
                };
        try {
            HttpResponse<byte[]> answer =
                    client.send(
                            request.header("Authorization", "Bearer " + token).build(),
                            BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200 || (i % 3 == 0 && answer.body().length != BYTES)) {
                failures.add(
                        i
                                + ": "
                                + answer.statusCode()
                                + " "
                                + new String(answer.body(), StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            failures.add(i + ": " + broken);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }
}
