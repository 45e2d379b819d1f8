package vn.hue.earchive.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * What an account may ask of the gateway; red when accounts share a budget or a slot is not given
 * back.
 */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestProfile(BudgetTest.Small.class)
class BudgetTest {

    @SuppressWarnings("NullAway.Init") // set by Surroundings.inject
    Surroundings surroundings;

    @Test
    void slowsAnAccountDownAndLeavesOthersAlone() {
        String busy = surroundings.token("busy");
        Response refused =
                IntStream.range(0, 60)
                        .mapToObj(i -> given().auth().oauth2(busy).get("/v1/dossiers"))
                        .filter(answer -> answer.statusCode() != 200)
                        .findFirst()
                        .orElseThrow();
        refused.then().statusCode(429).body("code", equalTo("TOO_MANY_REQUESTS"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 5);
        given().auth()
                .oauth2(surroundings.token("quiet"))
                .get("/v1/dossiers")
                .then()
                .statusCode(200);
        Awaitility.await()
                .untilAsserted(() ->
                        given().auth().oauth2(busy).get("/v1/dossiers").then().statusCode(200));
    }

    @Test
    void boundsTheBodiesOfAnAccountOnTheirWayAtOnce() throws IOException {
        String token = surroundings.token("uploader");
        try (RawConnection first = new RawConnection(RestAssured.port);
                RawConnection second = new RawConnection(RestAssured.port)) {
            for (RawConnection connection : new RawConnection[] {first, second}) {
                connection.send(
                        "POST /v1/uploads/checksum HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Length: 10\r\n\r\nfive."
                                .formatted(token));
            }
            Awaitility.await()
                    .untilAsserted(() ->
                            given().auth()
                                    .oauth2(token)
                                    .body("third")
                                    .post("/v1/uploads/checksum")
                                    .then()
                                    .statusCode(429)
                                    .header("Retry-After", "1")
                                    .body("code", equalTo("TOO_MANY_UPLOADS")));
            given().auth().oauth2(token).get("/v1/dossiers").then().statusCode(200);
            first.send("five.");
            assertThat(first.head()).startsWith("HTTP/1.1 200");
            second.reset();
        }
        Awaitility.await()
                .untilAsserted(() ->
                        given().auth()
                                .oauth2(token)
                                .body("third")
                                .post("/v1/uploads/checksum")
                                .then()
                                .statusCode(200));
    }

    /** Red when the end of an answer that the service broke off is not noticed. */
    @Test
    void givesTheSlotOfABodyBackWhenTheAnswerIsBrokenOff() throws IOException {
        String token = surroundings.token("unlucky");
        for (int i = 0; i < 3; i++) {
            try (RawConnection connection = new RawConnection(RestAssured.port)) {
                connection.send(
                        "POST /v1/uploads/half-an-answer HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Length: 2\r\n\r\n{}"
                                .formatted(token));
                assertThat(connection.head()).startsWith("HTTP/1.1 200");
            }
        }
        Awaitility.await()
                .untilAsserted(() ->
                        given().auth()
                                .oauth2(token)
                                .body("{}")
                                .post("/v1/uploads/checksum")
                                .then()
                                .statusCode(200));
    }

    /** Budgets that a test can use up. */
    public static class Small implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "earchive.limits.requests-per-second", "5",
                    "earchive.limits.burst", "20",
                    "earchive.limits.bodies-per-account", "2");
        }
    }
}
