package vn.hue.earchive.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What arrives at a service when a request has come through the door, and what does not get that
 * far.
 */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class RequestsThroughTheDoorTest {

    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @SuppressWarnings("NullAway.Init") // set by Surroundings.inject
    Surroundings surroundings;

    @ParameterizedTest
    @CsvSource({
        "/v1/uploads, document",
        "/v1/incoming-documents/0198, document",
        "/v1/edxml-messages, document",
        "/v1/organ-aliases, document",
        "/v1/outbound-messages, document",
        "/v1/exchange-failures, document",
        "/v1/documents/1/files/2/echo, document",
        "/v1/dossier-lists, document",
        "/v1/dossiers, document",
        "/v1/unfiled-documents, document",
        "/v1/submissions, document",
        "/v1/retention-schedules, document",
        "/v1/retention-rules, document",
        "/v1/retention-suggestions, document",
        "/v1/retention-overrides, document",
        "/v1/code-lists/document-types, document",
        "/v1/agencies, document",
        "/v1/registers/incoming/2026, document",
        "/v1/register-closings, document",
        "/v1/handling-reports, document",
        "/v1/statistics, document",
        "/v1/overview, document",
        "/v1/outgoing-documents, document",
        "/v1/changes, document",
        "/v1/webhooks, document",
        "/v1/training-resets, document",
        "/v1/parked-events/document, document",
        "/v1/operations/document/7, document",
        "/v1/intakes, archive",
        "/v1/packages/1/parts/2, archive",
        "/v1/holdings/1/package, archive",
        "/v1/fixity, archive",
        "/v1/fixity-findings/1, archive",
        "/v1/fixity-certificates/2026, archive",
        "/v1/fixity-rounds/1, archive",
        "/v1/archive-stores, archive",
        "/v1/store-comparisons/1/differences, archive",
        "/v1/evidence/tile/0/x001/067.p/12, archive",
        "/v1/rebuilds/1/findings, archive",
        "/v1/parked-events/archive/1, archive",
        "/v1/operations/archive/7, archive"
    })
    void routesByPathAlone(String path, String service) {
        clerk().get(path)
                .then()
                .statusCode(200)
                .body("service", equalTo(service))
                .body("uri", equalTo(path));
    }

    @Test
    void handsOnTheQueryUnchanged() {
        clerk().urlEncodingEnabled(false)
                .get("/v1/dossiers?q=h%C3%B2a+b%C3%ACnh&limit=5&limit=6")
                .then()
                .body("uri", equalTo("/v1/dossiers?q=h%C3%B2a+b%C3%ACnh&limit=5&limit=6"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/nothing",
                "/v1/dossiersx",
                "/v1/operations/nobody/1",
                "/v1/operations",
                "/v1",
                "/",
                "/favicon.ico",
                "/q/metrics",
                "/q/openapi",
                "/webjars/swagger-ui/5.34.1/swagger-ui.css"
            })
    void answersNotFoundWhereNobodyOwnsThePath(String path) {
        clerk().get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_FOUND"))
                .body("type", equalTo("urn:earchive:problem:not-found"))
                .body("instance", equalTo(path))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    @Test
    void speaksVietnameseUnlessEnglishIsWanted() {
        clerk().get("/v1/nothing")
                .then()
                .header("Content-Language", "vi")
                .body("title", equalTo("Không tìm thấy"));
        clerk().header("Accept-Language", "fr, en-GB;q=0.8")
                .get("/v1/nothing")
                .then()
                .header("Content-Language", "en")
                .body("title", equalTo("Not found"));
        clerk().header("Accept-Language", "%%%")
                .get("/v1/nothing")
                .then()
                .header("Content-Language", "vi");
    }

    /** Red when a header of {@code HopHeaders} is left in. */
    @Test
    void dropsWhatTheCallerClaimsAboutItselfAndSaysItAnew() {
        clerk().header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Prefix", "/admin")
                .header("X-Forwarded-User", "admin")
                .header("Forwarded", "for=10.0.0.1;host=evil.example")
                .header("X-Real-IP", "10.0.0.1")
                .header("Via", "1.1 evil")
                .header("X-HTTP-Method-Override", "DELETE")
                .header("X-Original-URL", "/admin")
                .header("Proxy-Authorization", "Basic eDp5")
                .header("Proxy-Connection", "keep-alive")
                .header("TE", "trailers")
                .get("/v1/dossiers")
                .then()
                .statusCode(200)
                .body("headers.'x-forwarded-for'", equalTo(java.util.List.of("127.0.0.1")))
                .body("headers.'x-forwarded-proto'", equalTo(java.util.List.of("http")))
                .body(
                        "headers.'x-forwarded-host'[0]",
                        matchesPattern("(localhost|127\\.0\\.0\\.1):\\d+"))
                .body("headers", not(hasKey("x-forwarded-prefix")))
                .body("headers", not(hasKey("x-forwarded-user")))
                .body("headers", not(hasKey("forwarded")))
                .body("headers", not(hasKey("x-real-ip")))
                .body("headers", not(hasKey("via")))
                .body("headers", not(hasKey("x-http-method-override")))
                .body("headers", not(hasKey("x-original-url")))
                .body("headers", not(hasKey("proxy-authorization")))
                .body("headers", not(hasKey("proxy-connection")))
                .body("headers", not(hasKey("te")));
    }

    @Test
    void dropsHeadersThatTheCallerNamesInConnection() {
        clerk().header("Connection", "keep-alive, X-Mine")
                .header("X-Mine", "1")
                .get("/v1/dossiers")
                .then()
                .statusCode(200)
                .body("headers", not(hasKey("x-mine")));
    }

    @Test
    void handsOnTheHeadersThatTheInterfaceUses() {
        clerk().header("Idempotency-Key", "k-1")
                .header("If-Match", "\"v3\"")
                .header("Accept-Language", "en")
                .header("Range", "bytes=0-9")
                .contentType("application/json")
                .body("{}")
                .post("/v1/dossiers")
                .then()
                .statusCode(200)
                .body("method", equalTo("POST"))
                .body("headers.'idempotency-key'[0]", equalTo("k-1"))
                .body("headers.'if-match'[0]", equalTo("\"v3\""))
                .body("headers.'accept-language'[0]", equalTo("en"))
                .body("headers.range[0]", equalTo("bytes=0-9"));
    }

    @Test
    void continuesATraceWithAStepOfItsOwn() {
        String answered =
                clerk().header("traceparent", PARENT)
                        .header("tracestate", "vendor=1")
                        .get("/v1/dossiers")
                        .then()
                        .body(
                                "headers.traceparent[0]",
                                matchesPattern(
                                        "00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01"))
                        .body("headers.traceparent[0]", not(equalTo(PARENT)))
                        .body("headers.tracestate[0]", equalTo("vendor=1"))
                        .extract()
                        .header("traceparent");
        assertThat(answered).startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            })
    void beginsANewTraceWhereTheOldOneIsMalformed(String malformed) {
        clerk().header("traceparent", malformed)
                .get("/v1/dossiers")
                .then()
                .statusCode(200)
                .body("headers.traceparent[0]", not(equalTo(malformed)))
                .body("headers.traceparent[0]", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-01"));
    }

    @Test
    void dropsAStateThatBelongsToNoTrace() {
        clerk().header("tracestate", "vendor=1")
                .get("/v1/dossiers")
                .then()
                .body("headers.tracestate", nullValue());
    }

    /** Red when {@code RequestShape.isPlain} lets one of them through. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/search/../dossiers",
                "/v1/dossiers/..%2f..%2fq/metrics",
                "/v1/dossiers/%2e%2e/%2e%2e/q/metrics",
                "/v1/dossiers/.%2e/x",
                "/v1//dossiers",
                "/v1/dossiers/",
                "/v1/dossiers/./x",
                "/v1/dossiers/%5c..%5cq",
                "/v1/dossiers/%252e%252e/q",
                "/v1/dossiers/%00",
                "/v1/dossiers/a%0d%0aX-Injected:%201",
                "/v1/dossiers/a%3bjsessionid=1"
            })
    void refusesPathsThatTwoReadersCouldReadDifferently(String path) throws IOException {
        try (RawConnection connection = new RawConnection(RestAssured.port)) {
            connection.send(
                    "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                            .formatted(path, surroundings.token("clerk")));
            assertThat(connection.head())
                    .startsWith("HTTP/1.1 400 ")
                    .contains("application/problem+json");
            assertThat(connection.rest()).contains("\"code\":\"MALFORMED_REQUEST\"");
        }
    }

    /** Quarkus refuses these before any handler of ours, without a body. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/dossiers/%zz", "/v1/dossiers/%2"})
    void refusesPathsThatCannotBeDecoded(String path) throws IOException {
        try (RawConnection connection = new RawConnection(RestAssured.port)) {
            connection.send("GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(path));
            assertThat(connection.head()).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void letsVietnameseInAPathThrough() {
        clerk().urlEncodingEnabled(false)
                .get("/v1/code-lists/lo%E1%BA%A1i-v%C4%83n-b%E1%BA%A3n")
                .then()
                .statusCode(200)
                .body("uri", equalTo("/v1/code-lists/lo%E1%BA%A1i-v%C4%83n-b%E1%BA%A3n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "OPTIONS", "CONNECTX", "PROPFIND"})
    void allowsTheMethodsOfTheInterfaceOnly(String method) {
        clerk().request(method, "/v1/dossiers")
                .then()
                .statusCode(405)
                .header("Allow", equalTo("GET, HEAD, POST, PUT, PATCH, DELETE"))
                .body("code", equalTo("METHOD_NOT_ALLOWED"));
    }

    @Test
    void refusesAnAddressThatIsTooLong() {
        clerk().get("/v1/dossiers?q=" + "x".repeat(5_000))
                .then()
                .statusCode(414)
                .contentType("application/problem+json")
                .body("code", equalTo("URL_TOO_LONG"));
    }

    @Test
    void refusesHeadersThatAreTooLarge() {
        clerk().header("X-Large", "x".repeat(17_000))
                .get("/v1/dossiers")
                .then()
                .statusCode(431)
                .contentType("application/problem+json")
                .body("code", equalTo("HEADERS_TOO_LARGE"));
    }

    @Test
    void refusesTwoTokens() {
        given().header("Authorization", "Bearer " + surroundings.token("one"))
                .header("Authorization", "Bearer " + surroundings.token("two"))
                .get("/v1/dossiers")
                .then()
                .statusCode(400);
    }

    private RequestSpecification clerk() {
        return given().auth().oauth2(surroundings.token("clerk"));
    }
}
