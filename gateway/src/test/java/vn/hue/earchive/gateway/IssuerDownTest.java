package vn.hue.earchive.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The gateway starts without the identity server and lets nobody in until it can check tokens. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestProfile(IssuerDownTest.NoIssuer.class)
class IssuerDownTest {

    @SuppressWarnings("NullAway.Init") // set by Surroundings.inject
    Surroundings surroundings;

    @Test
    void saysThatTokensCannotBeChecked() {
        given().auth()
                .oauth2(surroundings.token("clerk"))
                .get("/v1/dossiers")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("IDENTITY_UNAVAILABLE"));
    }

    @Test
    void stillAnswersWhatNeedsNoToken() {
        given().get("/health/live").then().statusCode(200);
        given().get("/openapi").then().statusCode(200);
        given().get("/health")
                .then()
                .statusCode(503)
                .body("services.identity.status", equalTo("DOWN"));
        given().get("/v1/dossiers").then().statusCode(401);
    }

    /** Nobody listens on port 9 of the loopback. */
    public static class NoIssuer implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.auth-server-url", "http://127.0.0.1:9/realms/earchive");
        }
    }
}
