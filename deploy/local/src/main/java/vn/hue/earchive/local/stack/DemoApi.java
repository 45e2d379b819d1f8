package vn.hue.earchive.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import vn.hue.earchive.local.component.StackFailure;

/**
 * The gateway as a demo user calls it. An answer that is not a success stops the loading with that
 * answer.
 */
final class DemoApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private final String gateway;
    private final String keycloak;

    DemoApi(String gateway, String keycloak) {
        this.gateway = gateway;
        this.keycloak = keycloak;
    }

    String token(String username) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        keycloak
                                                + "/realms/earchive/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "grant_type=password&client_id=earchive-cli&username="
                                                + username
                                                + "&password="
                                                + DemoData.PASSWORD))
                        .build();
        return read(request).path("access_token").asText();
    }

    JsonNode get(String path, String token) throws IOException, InterruptedException {
        return read(request(path, token).GET().build());
    }

    /**
     * @param idempotencyKey empty where the method needs none
     */
    void send(
            String method,
            String path,
            String token,
            String mediaType,
            byte[] body,
            String idempotencyKey)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request(path, token)
                        .header("Content-Type", mediaType)
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (!idempotencyKey.isEmpty()) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        read(request.build());
    }

    /** A change of state without a body, of what was read at this version. */
    void move(String path, String token, long version, String idempotencyKey)
            throws IOException, InterruptedException {
        read(
                request(path, token)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"v" + version + "\"")
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(Duration.ofMinutes(1))
                .header("Accept-Language", "en")
                .header("Authorization", "Bearer " + token);
    }

    private static JsonNode read(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new StackFailure(
                    "The suite is up, but its demo data could not be loaded: %s %s answered %d:%n%s"
                            .formatted(
                                    request.method(),
                                    request.uri(),
                                    answer.statusCode(),
                                    new String(answer.body(), StandardCharsets.UTF_8)));
        }
        return answer.body().length == 0 ? JSON.missingNode() : JSON.readTree(answer.body());
    }
}
