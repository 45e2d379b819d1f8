package vn.hue.earchive.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The two realm files, as a real Keycloak understands them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealmsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PASSWORD = "Hue-demo-2026";

    private final Path root = ProjectRoot.find();
    private TestStack stack = TestStack.forModule("realm", List.of("keycloak"));
    private String issuer = stack.get("quarkus.oidc.auth-server-url");
    private String keycloak = issuer.replace("/realms/earchive", "");

    private JsonNode production = JSON.missingNode();

    @BeforeAll
    void importProductionBesideDemo() throws Exception {
        String name = "production";
        ObjectNode realm =
                (ObjectNode)
                        JSON.readTree(
                                root.resolve("deploy/keycloak/production/earchive-realm.json")
                                        .toFile());
        realm.put("realm", name);
        String admin =
                form(
                                keycloak + "/realms/master/protocol/openid-connect/token",
                                Map.of(
                                        "grant_type",
                                        "password",
                                        "client_id",
                                        "admin-cli",
                                        "username",
                                        stack.get("keycloak.admin.username"),
                                        "password",
                                        stack.get("keycloak.admin.password")))
                        .path("access_token")
                        .asText();
        send("DELETE", keycloak + "/admin/realms/" + name, admin, "");
        HttpResponse<String> created =
                send("POST", keycloak + "/admin/realms", admin, JSON.writeValueAsString(realm));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        production =
                JSON.readTree(
                        send(
                                        "POST",
                                        keycloak
                                                + "/admin/realms/"
                                                + name
                                                + "/partial-export?exportClients=true",
                                        admin,
                                        "")
                                .body());
    }

    @Test
    void aClerksTokenCarriesAgencyRoleAndAudience() throws Exception {
        JsonNode answer = password("clerk.ancuu");
        JsonNode header = part(answer.path("access_token").asText(), 0);
        JsonNode claims = part(answer.path("access_token").asText(), 1);

        assertThat(header.path("alg").asText()).isEqualTo("RS256");
        assertThat(claims.path("iss").asText()).isEqualTo(issuer);
        assertThat(claims.path("typ").asText()).isEqualTo("Bearer");
        assertThat(texts(claims.path("aud"))).contains("earchive");
        assertThat(claims.path("preferred_username").asText()).isEqualTo("clerk.ancuu");
        assertThat(claims.path("agency_code").asText()).isEqualTo("H57.01");
        assertThat(claims.path("agency_id").asText()).isEqualTo(agencies().get("H57.01"));
        assertThat(texts(claims.path("realm_access").path("roles"))).containsExactly("clerk");
        assertThat(answer.path("expires_in").asInt()).isEqualTo(900);
        assertThat(claims.path("sub").asText()).isNotEmpty();
    }

    @Test
    void theServiceAccountIsAnIntegrationOfItsAgency() throws Exception {
        JsonNode claims =
                part(
                        form(
                                        issuer + "/protocol/openid-connect/token",
                                        Map.of(
                                                "grant_type", "client_credentials",
                                                "client_id", "earchive-integration",
                                                "client_secret", "demo-integration-secret"))
                                .path("access_token")
                                .asText(),
                        1);

        assertThat(texts(claims.path("realm_access").path("roles"))).containsExactly("integration");
        assertThat(claims.path("agency_id").asText()).isEqualTo(agencies().get("H57.01"));
        assertThat(texts(claims.path("aud"))).contains("earchive");
    }

    /** Red when a user of the realm file belongs to an agency that the demo data does not have. */
    @Test
    void everyDemoUserBelongsToAnAgencyOfTheDemoDataAndEveryRoleHasAUser() throws Exception {
        JsonNode demo =
                JSON.readTree(root.resolve("deploy/keycloak/demo/earchive-realm.json").toFile());
        Map<String, String> agencies = agencies();
        List<String> used = new ArrayList<>();
        for (JsonNode user : demo.path("users")) {
            String code = user.path("attributes").path("agency_code").path(0).asText();
            assertThat(user.path("attributes").path("agency_id").path(0).asText())
                    .as(user.path("username").asText())
                    .isEqualTo(agencies.get(code));
            used.addAll(texts(user.path("realmRoles")));
        }
        assertThat(used).containsAll(texts(demo.path("roles").path("realm").findValues("name")));
        assertThat(agencies).hasSize(41);
    }

    /**
     * QCVN 12:2026/BCA 3.6.2.1.8–9: at most 5 failures, then 12 hours to 30 days; a session idles
     * 15 minutes at most.
     */
    @Test
    void productionLocksAfterFiveFailuresAndEndsIdleSessions() {
        assertThat(production.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(production.path("failureFactor").asInt()).isBetween(1, 5);
        assertThat(production.path("waitIncrementSeconds").asInt())
                .isGreaterThanOrEqualTo(12 * 3600);
        assertThat(production.path("maxFailureWaitSeconds").asInt())
                .isBetween(12 * 3600, 30 * 24 * 3600);
        assertThat(production.path("ssoSessionIdleTimeout").asInt()).isBetween(1, 900);
        assertThat(production.path("rememberMe").asBoolean()).isFalse();
        assertThat(production.path("sslRequired").asText()).isEqualTo("all");
    }

    /** QCVN 12:2026/BCA 3.7.2.6. */
    @Test
    void productionDemandsAPasswordOfFourClassesAndTenUnlikeIt() {
        assertThat(production.path("passwordPolicy").asText().split(" and "))
                .contains(
                        "length(8)",
                        "upperCase(1)",
                        "lowerCase(1)",
                        "digits(1)",
                        "specialChars(1)",
                        "passwordHistory(10)",
                        "forceExpiredPasswordChange(60)");
    }

    /** QCVN 12:2026/BCA 3.7.2.6 and 3.7.2.8.3. */
    @Test
    void productionDemandsANewPasswordAndASecondFactorAtTheFirstLogin() {
        Map<String, Boolean> actions = new HashMap<>();
        for (JsonNode action : production.path("requiredActions")) {
            actions.put(
                    action.path("alias").asText(),
                    action.path("enabled").asBoolean() && action.path("defaultAction").asBoolean());
        }

        assertThat(actions)
                .containsEntry("UPDATE_PASSWORD", true)
                .containsEntry("CONFIGURE_TOTP", true);
    }

    /** QCVN 12:2026/BCA 3.9: log-ins and changes of accounts, kept 12 months. */
    @Test
    void productionRecordsLoginsAndAdministrationForAYear() {
        assertThat(production.path("eventsEnabled").asBoolean()).isTrue();
        assertThat(production.path("adminEventsEnabled").asBoolean()).isTrue();
        assertThat(production.path("eventsExpiration").asLong())
                .isGreaterThanOrEqualTo(366L * 24 * 3600);
    }

    @Test
    void productionHasNoUsersNoSecretsAndNoDirectGrants() throws Exception {
        JsonNode file =
                JSON.readTree(
                        root.resolve("deploy/keycloak/production/earchive-realm.json").toFile());

        assertThat(file.path("users")).isEmpty();
        assertThat(file.findValues("secret")).isEmpty();
        for (JsonNode client : production.path("clients")) {
            if (client.path("clientId").asText().startsWith("earchive-")) {
                assertThat(client.path("directAccessGrantsEnabled").asBoolean())
                        .as(client.path("clientId").asText())
                        .isFalse();
            }
        }
    }

    private Map<String, String> agencies() throws Exception {
        return Files.readAllLines(root.resolve("deploy/local/demo/agencies.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.toMap(row -> row[1], row -> row[0]));
    }

    private JsonNode password(String username) throws Exception {
        return form(
                issuer + "/protocol/openid-connect/token",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "earchive-cli",
                        "username",
                        username,
                        "password",
                        PASSWORD));
    }

    private static JsonNode form(String url, Map<String, String> fields) throws Exception {
        String body =
                fields.entrySet().stream()
                        .map(field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        HttpResponse<String> answer =
                HTTP.send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> send(String method, String url, String token, String body)
            throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode part(String token, int index) throws Exception {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[index]));
    }

    private static List<String> texts(Iterable<JsonNode> nodes) {
        List<String> texts = new ArrayList<>();
        if (nodes instanceof JsonNode node && node.isTextual()) {
            return List.of(node.asText());
        }
        nodes.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
