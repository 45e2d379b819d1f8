package vn.hue.earchive.search.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hue.earchive.kit.identity.AccessMatrix;
import vn.hue.earchive.kit.identity.Role;
import vn.hue.earchive.local.TestTokens;
import vn.hue.earchive.local.TokenDraft;
import vn.hue.earchive.search.testing.Agency;
import vn.hue.earchive.search.testing.SearchComponents;
import vn.hue.earchive.search.testing.Told;
import vn.hue.earchive.search.testing.Topics;

/**
 * Every operation × every role × own agency, foreign agency, no token, bad tokens. Red when the
 * agency is not a filter of the query, when a role is added without a row, or when a total counts
 * what the items do not show.
 */
@QuarkusTest
@QuarkusTestResource(SearchComponents.class)
class AccessTest {

    private static final Set<Role> OPERATOR = Set.of(Role.OPERATOR);
    private static final Set<Role> REFUSED = OPERATOR;

    /** The policy once more, by hand: an operation that is missing here fails the build. */
    private static final Map<String, Set<Role>> EXPECTED =
            Map.of(
                    "searchDescriptions",
                    EnumSet.complementOf(EnumSet.of(Role.OPERATOR)),
                    "listParkedEvents",
                    OPERATOR,
                    "replayParkedEvent",
                    OPERATOR,
                    "discardParkedEvent",
                    OPERATOR);

    @Inject AccessMatrix matrix;

    private final Agency own = Agency.any();
    private final Agency foreign = Agency.any();
    private final Topics topics = new Topics();

    @BeforeEach
    void tell() {
        Told told = new Told(own);
        topics.tell(
                told.document("Danh mục hồ sơ công khai"),
                told.conditional("Danh mục hồ sơ có điều kiện"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(own.total()).isEqualTo(2));
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void coversEveryOperation() {
        assertThat(matrix.operations())
                .extracting(AccessMatrix.Operation::id)
                .containsExactlyInAnyOrderElementsOf(EXPECTED.keySet());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void permitsEachRoleWhatThePolicySaysAndNothingElse(Role role) {
        for (AccessMatrix.Operation operation : matrix.operations()) {
            boolean permitted = EXPECTED.getOrDefault(operation.id(), Set.of()).contains(role);

            int status = call(operation, own.token(role.token()));

            assertThat(status == 403)
                    .as("%s %s is %s", role, operation.id(), status)
                    .isEqualTo(!permitted);
            assertThat(status).isNotEqualTo(401).isLessThan(500);
        }
    }

    @Test
    void refusesEveryOperationWithoutAToken() {
        for (AccessMatrix.Operation operation : matrix.operations()) {
            assertThat(call(operation, "")).as(operation.id()).isEqualTo(401);
        }
    }

    private static int call(AccessMatrix.Operation operation, String token) {
        RequestSpecification request = given().contentType(ContentType.JSON);
        if (!token.isEmpty()) {
            request.auth().oauth2(token);
        }
        if (operation.method().equals("POST")) {
            request.body("{\"reason\":\"thử\"}");
        }
        String path =
                operation
                        .path()
                        .replace("{service}", "search")
                        .replace("{id}", UUID.randomUUID().toString());
        return request.request(operation.method(), path).statusCode();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsEachRoleSeeItsOwnAgency(Role role) {
        if (REFUSED.contains(role)) {
            given().auth()
                    .oauth2(own.token(role.token()))
                    .get("/v1/search")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("FORBIDDEN"))
                    .body("items", nullValue());
        } else {
            int visible = role == Role.READER ? 1 : 2;
            given().auth()
                    .oauth2(own.token(role.token()))
                    .queryParam("q", "danh mục hồ sơ")
                    .get("/v1/search")
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(visible))
                    .body("items", hasSize(visible));
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void showsNoRoleAnythingOfAForeignAgency(Role role) {
        if (REFUSED.contains(role)) {
            return;
        }
        for (Map<String, String> query :
                List.of(
                        Map.<String, String>of(),
                        Map.of("q", "danh mục hồ sơ"),
                        Map.of("q", "7/CV-VP"),
                        Map.of("kind", "document"),
                        Map.of("from", "2000-01-01", "sort", "date"))) {
            given().auth()
                    .oauth2(foreign.token(role.token()))
                    .queryParams(query)
                    .get("/v1/search")
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(0))
                    .body("totalExact", equalTo(true))
                    .body("items", hasSize(0))
                    .body("next", nullValue());
        }
    }

    @Test
    void letsAReaderWithAFunctionSeeWhatTheFunctionSees() {
        given().auth()
                .oauth2(own.token("reader", "specialist"))
                .get("/v1/search")
                .then()
                .body("total", equalTo(2));
    }

    @Test
    void tellsAReaderNothingOfWhatIsConditional() {
        given().auth()
                .oauth2(own.token("reader"))
                .queryParam("q", "có điều kiện")
                .get("/v1/search")
                .then()
                .statusCode(200)
                .body("total", equalTo(0))
                .body(not(containsString("điều kiện")));
    }

    @Test
    void refusesEveryTokenThatIsNotAGoodAccessToken() {
        List<String> bad =
                List.of(
                        draft().expired().sign(),
                        draft().issuedBy("https://elsewhere.invalid/realms/earchive").sign(),
                        draft().forAudience("another").sign(),
                        draft().asIdToken().sign(),
                        draft().signedByStranger().sign(),
                        draft().unsigned(),
                        "not-a-token");
        for (String token : bad) {
            given().auth()
                    .oauth2(token)
                    .get("/v1/search")
                    .then()
                    .statusCode(401)
                    .body("items", nullValue());
        }
        given().get("/v1/search").then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void refusesATokenWithoutAnAgency() {
        given().auth()
                .oauth2(draft().without("agency_id").sign())
                .get("/v1/search")
                .then()
                .statusCode(403);
    }

    private TokenDraft draft() {
        return TestTokens.draft("someone", own.id(), own.code(), "clerk");
    }
}
