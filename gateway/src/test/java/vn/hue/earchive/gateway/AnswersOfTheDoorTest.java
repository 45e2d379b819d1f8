package vn.hue.earchive.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What leaves by the door: headers of every answer, health, the API document and the page to try
 * it.
 */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class AnswersOfTheDoorTest {

    @SuppressWarnings("NullAway.Init") // set by Surroundings.inject
    Surroundings surroundings;

    @AfterEach
    void searchIsDownAgain() {
        surroundings.stopSearch();
    }

    /**
     * Red when {@code AnswerHeaders} is not called for one kind of answer, or a header is missing.
     */
    @TestFactory
    Stream<DynamicTest> carriesTheSecurityHeaders() {
        Map<String, Supplier<Response>> answers = new TreeMap<>();
        answers.put("200 of a service", () -> ask("/v1/dossiers", 200));
        answers.put("500 of a service", () -> ask("/v1/dossiers/error", 500));
        answers.put("401", () -> given().get("/v1/dossiers"));
        answers.put("404", () -> ask("/v1/nothing", 404));
        answers.put("404 outside", () -> ask("/nothing", 404));
        answers.put("400", () -> ask("/v1/%2e%2e/x", 400));
        answers.put("405", () -> given().request("TRACE", "/v1/dossiers"));
        answers.put("414", () -> ask("/v1/x?q=" + "x".repeat(5_000), 414));
        answers.put("502", () -> ask("/v1/dossiers/hang-up", 502));
        answers.put("503", () -> ask("/v1/search", 503));
        answers.put("health", () -> given().get("/health"));
        answers.put("openapi", () -> ask("/openapi", 200));
        answers.put("try", () -> ask("/try", 200));
        answers.put("script of try", () -> ask("/try/swagger-ui-bundle.js", 200));
        return answers.entrySet().stream()
                .map(row ->
                        DynamicTest.dynamicTest(row.getKey(), () -> check(row.getValue().get())));
    }

    private static void check(Response answer) {
        assertThat(answer.header("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cache-Control")).isNotBlank();
        assertThat(answer.header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
        assertThat(answer.header("Server")).isNull();
        assertThat(answer.header("X-Powered-By")).isNull();
        assertThat(answer.headers().getList("Content-Security-Policy")).hasSize(1);
    }

    @Test
    void leavesAServiceItsOwnPolicyForContent() {
        ask("/v1/documents/own-policy", 200)
                .then()
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cache-Control", "private, max-age=5")
                .header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void keepsWhatBelongsToTheInnerConnection() {
        ask("/v1/documents/error", 500)
                .then()
                .header("X-Internal", nullValue())
                .header("Keep-Alive", nullValue());
    }

    @Test
    void storesNothingOfWhatItRefuses() {
        given().get("/v1/dossiers").then().header("Cache-Control", "no-store");
    }

    @Test
    void tellsTheHealthOfEverythingBehindIt() {
        Awaitility.await()
                .untilAsserted(() ->
                        ask("/health", 503)
                                .then()
                                .body("status", equalTo("DOWN"))
                                .body("services.document.status", equalTo("UP"))
                                .body("services.archive.status", equalTo("UP"))
                                .body("services.identity.status", equalTo("UP"))
                                .body("services.search.status", equalTo("DOWN")));
        surroundings.startSearch();
        Awaitility.await()
                .untilAsserted(() -> ask("/health", 200).then().body("status", equalTo("UP")));
    }

    @Test
    void staysLiveAndReadyItselfWhileAServiceIsDown() {
        ask("/health/live", 200).then().body("status", equalTo("UP"));
        ask("/health/ready", 200).then().body("status", equalTo("UP"));
        ask("/q/health/ready", 200).then().body("status", equalTo("UP"));
    }

    @Test
    void namesTheServiceWhoseDocumentIsMissingAndAddsItWhenItIsBack() {
        ask("/openapi", 200)
                .then()
                .contentType("application/json")
                .body("openapi", equalTo("3.1.0"))
                .body("'x-unavailable-services'", hasItem("search"))
                .body("paths", hasKey("/v1/dossiers/{id}"))
                .body("paths", not(hasKey("/v1/search")));
        surroundings.startSearch();
        Awaitility.await()
                .untilAsserted(() ->
                        ask("/openapi", 200)
                                .then()
                                .body("paths", hasKey("/v1/search"))
                                .body("'x-unavailable-services'", nullValue()));
    }

    @Test
    void givesTheDocumentAsYamlToo() {
        ask("/openapi.yaml", 200).then().contentType("application/yaml");
        given().header("Accept", "application/yaml")
                .get("/openapi")
                .then()
                .statusCode(200)
                .contentType("application/yaml");
        assertThat(ask("/openapi?format=yaml", 200).asString())
                .startsWith("openapi: 3.1.0")
                .contains("/v1/holdings/{id}:");
    }

    @Test
    void showsAPageToTryTheInterfaceFromItsOwnFilesOnly() {
        String page = ask("/try", 200).then().contentType("text/html").extract().asString();
        assertThat(page)
                .contains("/try/swagger-ui-bundle.js")
                .doesNotContain("http://", "https://");
        ask("/try/swagger-ui-bundle.js", 200)
                .then()
                .contentType("text/javascript")
                .header("Content-Length", Integer::parseInt, greaterThan(1_000_000));
        ask("/try/swagger-ui.css", 200).then().contentType("text/css");
        ask("/try/start.js", 200).then().contentType("text/javascript");
        ask("/try/oauth2-redirect.html", 404);
    }

    @Test
    void answersHeadLikeGetWithoutABody() {
        given().auth()
                .oauth2(surroundings.token("clerk"))
                .head("/v1/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    private Response ask(String path, int status) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(surroundings.token("clerk"))
                .get(path)
                .then()
                .statusCode(status)
                .extract()
                .response();
    }
}
