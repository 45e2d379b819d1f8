package vn.hue.earchive.kit.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hue.earchive.kit.identity.AccessMatrix;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.identity.Role;
import vn.hue.earchive.local.TestTokens;
import vn.hue.earchive.local.TokenDraft;

/** Who may do what, and what a transaction may see. */
@QuarkusTest
class IdentityTest {

    @Inject DataSource database;
    @Inject AccessMatrix matrix;

    static Stream<Arguments> badTokens() {
        return Stream.of(
                Arguments.of("expired", draft().expired().sign()),
                Arguments.of("another issuer", draft().issuedBy("http://evil.test/realm").sign()),
                Arguments.of("another audience", draft().forAudience("account").sign()),
                Arguments.of("an ID token", draft().asIdToken().sign()),
                Arguments.of("a foreign key", draft().signedByStranger().sign()),
                Arguments.of("no signature", draft().unsigned()),
                Arguments.of("no subject", draft().without("sub").sign()),
                Arguments.of("no type", draft().without("typ").sign()),
                Arguments.of("not a token", "abc"));
    }

    /** Red when a check of the token, or the body of the refusal, is taken away. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void refusesATokenThatIsNotForUs(String what, String token) {
        Someone.with(token)
                .get("/v1/probes")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void refusesARequestWithoutAToken() {
        Someone.nobody()
                .get("/v1/probes")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void refusesATokenThatNamesNoAgency() {
        Someone.with(draft().without("agency_id").sign())
                .get("/v1/probes")
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }

    @Test
    void letsEverybodyIntoAPublicOperation() {
        Someone.nobody().get("/v1/probes/open").then().statusCode(200);
    }

    /** Red when the filter lets a role pass that the policy does not name. */
    @Test
    void everyOperationIsRefusedToEveryRoleThatThePolicyDoesNotName() {
        Map<String, String> bodies = Map.of("POST", "{}", "PUT", "{}");
        for (AccessMatrix.Operation operation : matrix.operations()) {
            for (Role role : Role.values()) {
                String path =
                        operation
                                .path()
                                .replace("{id}", UUID.randomUUID().toString())
                                .replace("{service}", "kit")
                                .replace("{kind}", "CONFLICT");
                String token = TestTokens.token("someone", Someone.AN_CUU, "H57.01", role.token());
                int status =
                        Someone.with(token)
                                .contentType("application/json")
                                .body(bodies.getOrDefault(operation.method(), ""))
                                .request(operation.method(), path)
                                .statusCode();
                boolean permitted = operation.isPublic() || operation.roles().contains(role);
                assertThat(status == 403)
                        .as("%s as %s answered %d", operation.id(), role, status)
                        .isEqualTo(!permitted);
            }
        }
    }

    /** Red when the policies drop FORCE or the scope sets no agency: Vỹ Dạ would see An Cựu's. */
    @Test
    void aQueryThatForgetsTheAgencySeesOnlyTheCallersOwn() {
        String id =
                Someone.clerkOfAnCuu()
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType("application/json")
                        .body(Map.of("title", "of An Cựu"))
                        .post("/v1/probes")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        Someone.clerkOfAnCuu().get("/v1/probes/" + id).then().statusCode(200);
        Someone.clerkOfVyDa().get("/v1/probes/" + id).then().statusCode(404);
        List<String> seen =
                Someone.clerkOfVyDa().get("/v1/probes?limit=200").then().extract().path("items.id");
        assertThat(seen).doesNotContain(id);
    }

    /** Red when a transaction without a scope is let through. */
    @Test
    void aTransactionWithoutACallerOrAJobIsRefused() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().call(() -> count("probe")))
                .hasStackTraceContaining("A transaction needs a caller or a JobScope");
    }

    /** Red when the login role is granted anything. */
    @Test
    void theLoginRoleItselfMayReadNothing() {
        assertThatThrownBy(() -> count("probe")).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> count("outbox")).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> count("audit_entry")).hasStackTraceContaining("permission denied");
    }

    /** Red when the scope is set for the session instead of the transaction. */
    @Test
    void theScopeEndsWithItsTransaction() {
        for (int i = 0; i < 20; i++) {
            JobScope.run("test", () -> QuarkusTransaction.requiringNew().run(() -> count("probe")));
            assertThatThrownBy(() -> count("probe")).hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void aScopeInsideAScopeIsNoMisuse() {
        JobScope.run(
                "outer",
                () ->
                        QuarkusTransaction.requiringNew()
                                .run(() -> JobScope.run("inner", () -> count("probe"))));
    }

    /** Red when the trigger or a grant lets a job rewrite the trail. */
    @Test
    void theAuditTrailCannotBeChanged() {
        for (String change :
                Set.of(
                        "UPDATE audit_entry SET action = 'x'",
                        "DELETE FROM audit_entry",
                        "TRUNCATE audit_entry")) {
            assertThatThrownBy(() ->
                            JobScope.run(
                                    "test",
                                    () ->
                                            QuarkusTransaction.requiringNew()
                                                    .run(() -> execute(change))))
                    .hasStackTraceContaining("permission denied");
        }
    }

    private long count(String table) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TokenDraft draft() {
        return TestTokens.draft("clerk.ancuu", Someone.AN_CUU, "H57.01", "clerk");
    }
}
