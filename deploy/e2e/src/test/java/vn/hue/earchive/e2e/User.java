package vn.hue.earchive.e2e;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.local.TestSuite;

/**
 * A person with a token at the gateway. With patience, a well-behaved client: what was broken off
 * or answered with {@code retryable} is sent again, the same request with the same Idempotency-Key;
 * everything else is an answer. Without patience every answer counts.
 */
final class User {

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private final TestSuite suite;
    private final String name;
    private final String gateway;
    private final String keycloak;
    private final Duration patience;

    private User(TestSuite suite, String name, String gateway, String keycloak, Duration patience) {
        this.suite = suite;
        this.name = name;
        this.gateway = gateway;
        this.keycloak = keycloak;
        this.patience = patience;
    }

    static User named(String name, TestSuite suite) {
        return new User(
                suite, name, suite.address("gateway"), suite.address("keycloak"), Duration.ZERO);
    }

    User withPatience(Duration patience) {
        return new User(suite, name, gateway, keycloak, patience);
    }

    /** A fresh token is asked for, for example because the identity server has just been killed. */
    User signInAgain() {
        TOKENS.remove(name);
        return this;
    }

    Answer get(String path) {
        return send(request(path).GET(), null);
    }

    Answer get(String path, String header, String value) {
        return send(request(path).header(header, value).GET(), null);
    }

    Answer post(String path, Object body) {
        return post(path, null, body);
    }

    /** Changes the state of a resource that was last seen with this ETag. */
    Answer post(String path, @Nullable String etag, Object body) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        if (etag != null) {
            request.header("If-Match", etag);
        }
        return send(
                request.POST(HttpRequest.BodyPublishers.ofByteArray(bytes(body))),
                UUID.randomUUID().toString());
    }

    /** Sends bytes without saying how many there are, as a client that reads a pipe does. */
    Answer stream(String path, String mediaType, byte[] content) {
        return send(
                request(path)
                        .header("Content-Type", mediaType)
                        .POST(
                                HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(content))),
                UUID.randomUUID().toString());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(Duration.ofMinutes(1))
                .header("Accept-Language", "en");
    }

    private Answer send(HttpRequest.Builder request, @Nullable String idempotencyKey) {
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        if (patience.isZero()) {
            return attempt(() -> once(request));
        }
        AtomicReference<Answer> answered = new AtomicReference<>();
        Awaitility.await(name + " gets an answer")
                .atMost(patience)
                .pollInterval(Duration.ofMillis(250))
                .pollDelay(Duration.ZERO)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    Answer answer = once(request);
                    answered.set(answer);
                    return !answer.asksToComeBack();
                });
        return answered.get();
    }

    private Answer once(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest sent = request.copy().setHeader("Authorization", "Bearer " + token()).build();
        HttpResponse<byte[]> response = HTTP.send(sent, HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(
                name + ": " + sent.method() + " " + sent.uri().getPath(),
                response.statusCode(),
                response.headers(),
                response.body());
    }

    private String token() throws IOException, InterruptedException {
        String known = TOKENS.get(name);
        if (known != null) {
            return known;
        }
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        keycloak
                                                + "/realms/earchive/protocol/openid-connect/token"))
                        .timeout(Duration.ofMinutes(1))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "grant_type=password&client_id=earchive-cli&username=%s&password=%s"
                                                .formatted(name, suite.password())))
                        .build();
        HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("Keycloak answered " + response.statusCode() + " for " + name);
        }
        String token = JSON.readTree(response.body()).path("access_token").asText();
        TOKENS.put(name, token);
        return token;
    }

    private static byte[] bytes(Object body) {
        return attempt(() -> JSON.writeValueAsBytes(body));
    }

    private static <T> T attempt(Callable<T> call) {
        try {
            return call.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
