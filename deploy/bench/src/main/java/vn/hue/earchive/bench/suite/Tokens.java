package vn.hue.earchive.bench.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import vn.hue.earchive.bench.suite.DemoUsers.User;

/**
 * Access tokens of the demo users, renewed before they expire so that a run may last longer than a
 * token.
 */
final class Tokens {

    private static final long MARGIN_SECONDS = 30;

    private final HttpClient http;
    private final URI endpoint;
    private final Map<User, Token> tokens = new HashMap<>();

    Tokens(HttpClient http, URI endpoint) {
        this.http = http;
        this.endpoint = endpoint;
    }

    synchronized String of(User user) throws IOException, InterruptedException {
        Token token = tokens.get(user);
        if (token == null || System.nanoTime() - token.renewAt > 0) {
            token = fetch(user);
            tokens.put(user, token);
        }
        return token.value;
    }

    /** The services refused this token: the next call gets another one. */
    synchronized void refused(User user, String value) {
        tokens.computeIfPresent(user, (_, token) -> token.value.equals(value) ? null : token);
    }

    private Token fetch(User user) throws IOException, InterruptedException {
        String form =
                "grant_type=password&client_id=earchive-cli&username=%s&password=%s"
                        .formatted(encoded(user.name()), encoded(user.password()));
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(endpoint)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new SuiteUnavailable(
                    "Keycloak gives "
                            + user
                            + " no token ("
                            + answer.statusCode()
                            + "): "
                            + answer.body());
        }
        JsonNode body = new ObjectMapper().readTree(answer.body());
        long seconds = Math.max(1, body.path("expires_in").asLong() - MARGIN_SECONDS);
        return new Token(
                body.path("access_token").asText(), System.nanoTime() + seconds * 1_000_000_000L);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private record Token(String value, long renewAt) {}
}
