package vn.hue.earchive.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hue.earchive.kit.problem.ProblemTexts;
import vn.hue.earchive.search.testing.Agency;
import vn.hue.earchive.search.testing.SearchComponents;

/** Red when a wrong parameter is passed over in silence, or reaches the engine. */
@QuarkusTest
@QuarkusTestResource(SearchComponents.class)
class BadRequestsTest {

    private final Agency agency = Agency.any();

    @ParameterizedTest
    @CsvSource({
        "kind,file",
        "kind,'document,'",
        "kind,DOCUMENT",
        "typeCode,3",
        "typeCode,AB",
        "from,2026-13-01",
        "from,05/03/2026",
        "from,+10000-01-01",
        "to,yesterday",
        "sort,title",
        "sort,relevance",
        "limit,0",
        "limit,201",
        "limit,-1",
        "limit,ten",
        "limit,99999999999",
        "q,'…!?'"
    })
    void namesTheParameterThatIsWrong(String parameter, String value) {
        agency.clerk()
                .queryParam(parameter, value)
                .get("/v1/search")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_PARAMETER"))
                .body("detail", containsString(parameter))
                .body("nextStep", notNullValue())
                .body("traceId", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"agencyId", "query", "size", "offset", "Q"})
    void refusesAParameterItDoesNotKnow(String parameter) {
        agency.clerk()
                .queryParam(parameter, agency.id().toString())
                .get("/v1/search")
                .then()
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_PARAMETER"))
                .body("violations[0].pointer", equalTo(parameter));
    }

    @Test
    void refusesTheSameParameterTwice() {
        agency.clerk().queryParam("q", "a", "b").get("/v1/search").then().statusCode(400);
    }

    @Test
    void refusesDatesTheWrongWayRound() {
        agency.clerk()
                .queryParam("from", "2026-02-01")
                .queryParam("to", "2026-01-01")
                .get("/v1/search")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_PARAMETER"));
    }

    @Test
    void refusesAnEndlessQuestion() {
        agency.clerk().queryParam("q", "hồ ".repeat(300)).get("/v1/search").then().statusCode(400);
        agency.clerk()
                .queryParam("q", "a ".repeat(250).strip())
                .get("/v1/search")
                .then()
                .statusCode(200);
    }

    /** Nothing that someone types is a query language. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "a*",
                "NOT hồ",
                "title:\"x\" OR 1=1",
                "{\"match_all\":{}}",
                "\"unclosed",
                "a AND (b",
                "<script>alert(1)</script>",
                "\\u0000",
                "_exists_:agencyId",
                "/.*/",
                "🏯 đại nội",
                "a\u0000b"
            })
    void neverAnswersWithAnErrorOfTheEngine(String q) {
        int status =
                agency.clerk()
                        .queryParam("q", q)
                        .get("/v1/search")
                        .then()
                        .body(not(containsString("Exception")))
                        .extract()
                        .statusCode();

        assertThat(status).isIn(200, 400);
    }

    @Test
    void answersInTheLanguageOfTheCaller() {
        agency.clerk()
                .header("Accept-Language", "en")
                .queryParam("limit", 0)
                .get("/v1/search")
                .then()
                .header("Content-Language", containsString("en"))
                .body("title", equalTo("Invalid parameter"));
        agency.clerk()
                .queryParam("limit", 0)
                .get("/v1/search")
                .then()
                .header("Content-Language", containsString("vi"));
    }

    @Test
    void hasATextForEveryProblemInBothLanguages() {
        assertThat(ProblemTexts.missing(SearchProblem.values())).isEmpty();
    }
}
