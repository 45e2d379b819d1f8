package vn.hue.earchive.search.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import vn.hue.earchive.local.TestTokens;

/** An agency of its own for each test, so that no test finds what another published. */
public record Agency(UUID id, String code) {

    public static Agency any() {
        return new Agency(UUID.randomUUID(), "H57.21");
    }

    public String token(String... roles) {
        return TestTokens.token("someone", id, code, roles);
    }

    /** A request of a clerk of this agency. */
    public RequestSpecification clerk() {
        return given().auth().oauth2(token("clerk"));
    }

    public ValidatableResponse search(String q) {
        return clerk().queryParam("q", q).get("/v1/search").then().statusCode(200);
    }

    /** Titles in the order of the answer. */
    public List<String> titles(String q) {
        return search(q).extract().path("items.title");
    }

    /** How many entries this agency has. */
    public int total() {
        return clerk().get("/v1/search").then().statusCode(200).extract().path("total");
    }
}
