package vn.hue.earchive.kit.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hue.earchive.kit.inbox.ParkedEventProblem;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.ProblemTexts;

/** What every endpoint of every service answers to a request that breaks a convention. */
@QuarkusTest
class ConventionsTest {

    private static final String PROBLEM = "application/problem+json";

    /** Red when a code has no text in a language. */
    @Test
    void everyProblemIsToldInBothLanguages() {
        assertThat(ProblemTexts.missing(CommonProblem.values())).isEmpty();
        assertThat(ProblemTexts.missing(ParkedEventProblem.values())).isEmpty();
    }

    /** Red when the mapper ignores Accept-Language, or drops a field. */
    @ParameterizedTest
    @EnumSource(CommonProblem.class)
    void everyCodeIsAnsweredInVietnameseAndInEnglish(CommonProblem code) {
        Response vi = Someone.clerkOfAnCuu().post("/v1/probes/failures/" + code.name());
        Response en =
                Someone.clerkOfAnCuu()
                        .header("Accept-Language", "en-GB,en;q=0.9")
                        .post("/v1/probes/failures/" + code.name());
        assertThat(vi.statusCode()).isEqualTo(code.status());
        assertThat(vi.contentType()).startsWith(PROBLEM);
        assertThat(vi.header("Content-Language")).isEqualTo("vi");
        assertThat(en.header("Content-Language")).isEqualTo("en");
        assertThat(vi.path("code").toString()).isEqualTo(code.name());
        assertThat((boolean) vi.path("retryable")).isEqualTo(code.retryable());
        assertThat(vi.path("instance").toString()).isEqualTo("/v1/probes/failures/" + code.name());
        assertThat(vi.path("type").toString())
                .isEqualTo(
                        "urn:earchive:problem:"
                                + code.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        for (String field : new String[] {"title", "detail", "nextStep"}) {
            assertThat(vi.path(field).toString()).isNotEqualTo(en.path(field).toString());
        }
        assertThat(vi.path("traceId").toString())
                .isEqualTo(vi.header("traceparent").substring(3, 35));
    }

    /** Red when the chain of causes or a message reaches the caller. */
    @ParameterizedTest
    @ValueSource(strings = {"bug", "cause", "database"})
    void aFailureInsideTellsNothingOfTheInside(String kind) {
        String body = Someone.clerkOfAnCuu().post("/v1/probes/failures/" + kind).asString();
        assertThat(body).contains("traceId").doesNotContain("secret").doesNotContain("java");
    }

    @Test
    void aDatabaseThatIsDownIsA503() {
        Someone.clerkOfAnCuu()
                .post("/v1/probes/failures/database")
                .then()
                .statusCode(503)
                .body("code", equalTo("DATABASE_UNAVAILABLE"));
    }

    /** Red when the filter is removed: the list would be answered unfiltered. */
    @Test
    void refusesAnUnknownAndARepeatedParameter() {
        Someone.clerkOfAnCuu()
                .get("/v1/probes?limit=2&limit=3&lmit=1")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("code", equalTo("UNKNOWN_PARAMETER"))
                .body("violations.pointer", hasItems("lmit", "limit"))
                .body("violations.code", hasItems("UNKNOWN_PARAMETER", "REPEATED_PARAMETER"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=many"})
    void refusesALimitOutOfBounds(String query) {
        Someone.clerkOfAnCuu()
                .get("/v1/probes?" + query)
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("code", equalTo("INVALID_PARAMETER"));
    }

    @Test
    void namesEveryFindingInABody() {
        Someone.clerkOfAnCuu()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body("{\"title\":\" \",\"pages\":-1,\"parts\":[{\"uploadId\":null}]}")
                .post("/v1/probes")
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("code", equalTo("VALIDATION_FAILED"))
                .body("violations.pointer", hasItems("/title", "/pages", "/parts/0/uploadId"))
                .body("violations.code", hasItems("NOT_BLANK", "POSITIVE", "NOT_NULL"))
                .body("violations.message", hasItems("không được để trống", "phải lớn hơn 0"));
    }

    @Test
    void tellsFindingsInEnglishToo() {
        Someone.clerkOfAnCuu()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON)
                .body("{\"title\":\" \"}")
                .post("/v1/probes")
                .then()
                .statusCode(422)
                .body("violations.message", hasItems("must not be blank"));
    }

    @Test
    void namesAQueryParameterThatBreaksARule() {
        Someone.clerkOfAnCuu()
                .get("/v1/probes?year=1800")
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("year"));
    }

    @Test
    void refusesAnUnknownPropertyByItsPointer() {
        postJson("{\"title\":\"a\",\"parts\":[{\"uploadID\":null}]}")
                .then()
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_PROPERTY"))
                .body("violations[0].pointer", equalTo("/parts/0/uploadID"));
    }

    @Test
    void refusesAValueOfTheWrongType() {
        postJson("{\"title\":\"a\",\"pages\":\"three\"}")
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/pages"))
                .body("violations[0].code", equalTo("INVALID_VALUE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"title\":", "{\"title\" \"a\"}", "not json"})
    void refusesMalformedJson(String body) {
        postJson(body)
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("code", equalTo("MALFORMED_REQUEST"))
                .body("$", not(containsString("Jackson")));
    }

    @Test
    void refusesAMissingBody() {
        Someone.clerkOfAnCuu()
                .contentType(ContentType.JSON)
                .post("/v1/probes")
                .then()
                .statusCode(422)
                .contentType(PROBLEM);
    }

    @Test
    void answersWhatJaxRsRefusesWithAProblem() {
        Someone.clerkOfAnCuu().get("/v1/nothing").then().statusCode(404).contentType(PROBLEM);
        Someone.clerkOfAnCuu().get("/nothing").then().statusCode(404).contentType(PROBLEM);
        Someone.clerkOfAnCuu()
                .get("/v1/probes/no-uuid")
                .then()
                .statusCode(404)
                .contentType(PROBLEM);
        Someone.clerkOfAnCuu().delete("/v1/probes").then().statusCode(405).contentType(PROBLEM);
        Someone.clerkOfAnCuu()
                .accept("text/html")
                .get("/v1/probes")
                .then()
                .statusCode(406)
                .contentType(PROBLEM);
        Someone.clerkOfAnCuu()
                .contentType("text/plain")
                .body("x")
                .post("/v1/probes")
                .then()
                .statusCode(415)
                .contentType(PROBLEM);
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        postJson("{\"title\":\"" + "x".repeat(70_000) + "\"}")
                .then()
                .statusCode(413)
                .contentType(PROBLEM)
                .body("code", equalTo("CONTENT_TOO_LARGE"));
    }

    @Test
    void demandsIfMatchAndComparesTheVersion() {
        String path = "/v1/probes/" + UUID.randomUUID();
        Someone.clerkOfAnCuu().put(path).then().statusCode(428);
        Someone.clerkOfAnCuu().header("If-Match", "\"v2\"").put(path).then().statusCode(412);
        Someone.clerkOfAnCuu().header("If-Match", "*").put(path).then().statusCode(412);
        Someone.clerkOfAnCuu().header("If-Match", "\"v3\"").put(path).then().statusCode(204);
    }

    /** Red when a header is set for answers of JAX-RS only. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/probes", "/v1/probes/open", "/nothing", "/q/health/live"})
    void everyAnswerCarriesTheSecurityHeaders(String path) {
        Someone.nobody()
                .get(path)
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Referrer-Policy", "no-referrer");
    }

    @Test
    void continuesTheCallersTraceAndStartsOneForNonsense() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        Someone.clerkOfAnCuu()
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .post("/v1/probes/failures/CONFLICT")
                .then()
                .body("traceId", equalTo(trace))
                .header("traceparent", containsString(trace));
        Someone.clerkOfAnCuu()
                .header("traceparent", "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01")
                .post("/v1/probes/failures/CONFLICT")
                .then()
                .body("traceId", not(equalTo("0".repeat(32))));
    }

    private static Response postJson(String body) {
        return Someone.clerkOfAnCuu()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/probes");
    }
}
