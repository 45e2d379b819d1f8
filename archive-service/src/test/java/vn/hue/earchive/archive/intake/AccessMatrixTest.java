package vn.hue.earchive.archive.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.events.SubmissionSubmitted;
import vn.hue.earchive.kit.identity.AccessMatrix;
import vn.hue.earchive.kit.identity.Role;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.local.TestTokens;
import vn.hue.earchive.local.TokenDraft;

/**
 * Every operation × every role × every relation of agencies, through HTTP. The table below says who
 * may; it is written apart from the policy, so that a change of either turns this red.
 */
@QuarkusTest
@QuarkusTestResource(value = ArchiveComponents.class, restrictToAnnotatedClass = false)
class AccessMatrixTest {

    private static final Set<Role> INTAKE =
            EnumSet.complementOf(EnumSet.of(Role.COUNCIL_MEMBER, Role.READER, Role.OPERATOR));
    private static final Set<Role> DESCRIPTIONS = EnumSet.complementOf(EnumSet.of(Role.OPERATOR));
    private static final Set<Role> CONTENT =
            EnumSet.complementOf(EnumSet.of(Role.OPERATOR, Role.AUDITOR));
    private static final Set<Role> EXPORT =
            EnumSet.of(
                    Role.LEADER,
                    Role.AGENCY_ARCHIVIST,
                    Role.HISTORICAL_ARCHIVIST,
                    Role.ARCHIVE_DIRECTOR);

    /** Operation → who may call it. An operation without a row here fails the build. */
    private static final Map<String, Set<Role>> TABLE =
            Map.of(
                    "listIntakes", INTAKE,
                    "getIntake", INTAKE,
                    "listHoldings", DESCRIPTIONS,
                    "getHolding", DESCRIPTIONS,
                    "readHoldingFile", CONTENT,
                    "exportHoldingPackage", EXPORT);

    @Inject AccessMatrix matrix;
    @Inject ArchiveWorld world;

    private final UUID agency = Ids.next();
    private final UUID sibling = Ids.next();
    private final TestDossier dossier = TestDossier.lawful();

    /**
     * Red when a role is added to or taken from an operation, when an operation has no row, when a
     * foreign object is anything but 404, or when a list shows one.
     */
    @Test
    void everyCellOfTheMatrixAnswersAsTheTableSays() {
        SubmissionSubmitted submission = world.submit(agency, dossier);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> world.toldBriefly(dossier.id).contains("3 aip.replicated.v1"));
        assertThat(matrix.operations())
                .extracting(AccessMatrix.Operation::id)
                .containsExactlyInAnyOrderElementsOf(TABLE.keySet());

        List<String> wrong = new ArrayList<>();
        for (AccessMatrix.Operation operation : matrix.operations()) {
            String path = fill(operation.path(), submission);
            expect(wrong, operation, "no token", status(path, null), 401);
            for (Role role : Role.values()) {
                boolean may = TABLE.getOrDefault(operation.id(), Set.of()).contains(role);
                boolean list = operation.path().indexOf('{') < 0;
                expect(
                        wrong,
                        operation,
                        role + " own",
                        status(path, draft(role, agency).sign()),
                        may ? 200 : 403);
                expect(
                        wrong,
                        operation,
                        role + " sibling",
                        status(path, draft(role, sibling).sign()),
                        may ? (list ? 200 : 404) : 403);
                expect(
                        wrong,
                        operation,
                        role + " expired",
                        status(path, draft(role, agency).expired().sign()),
                        401);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Red when a list or a filter tells that another agency has something. */
    @Test
    void listsShowTheOwnAgencyOnly() {
        SubmissionSubmitted submission = world.submit(agency, dossier);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> world.toldBriefly(dossier.id).contains("3 aip.replicated.v1"));

        String own = draft(Role.AGENCY_ARCHIVIST, agency).sign();
        String foreign = draft(Role.AGENCY_ARCHIVIST, sibling).sign();
        given().auth()
                .oauth2(own)
                .get("/v1/holdings?fileCode=" + dossier.fileCode)
                .then()
                .body("items", hasSize(1));
        given().auth()
                .oauth2(foreign)
                .get("/v1/holdings?fileCode=" + dossier.fileCode)
                .then()
                .body("items", empty());
        given().auth()
                .oauth2(own)
                .get("/v1/intakes")
                .then()
                .body("items[0].submissionId", equalTo(submission.submissionId().toString()));
        given().auth().oauth2(foreign).get("/v1/intakes").then().body("items", empty());
    }

    /** Red when the database shows a sibling's rows to a query that forgets the agency. */
    @Test
    void theDatabaseHidesOtherAgenciesFromAQueryThatForgetsThem() {
        assertThat(
                        world.ask(
                                "SELECT string_agg(c.relname, ' ' ORDER BY c.relname) FROM pg_class c"
                                        + " WHERE c.relname IN ('intake', 'intake_dossier', 'agency',"
                                        + " 'custody_version', 'holding', 'holding_copy', 'holding_file')"
                                        + " AND c.relrowsecurity AND c.relforcerowsecurity"))
                .isEqualTo(
                        "agency custody_version holding holding_copy holding_file intake intake_dossier");
    }

    /** Red when a page repeats or skips a row, or when a cursor of nonsense is an error of ours. */
    @Test
    void pagesFollowEachOtherWithoutRepeatOrGap() {
        TestDossier second = TestDossier.lawful();
        TestDossier third = TestDossier.lawful();
        world.submit(agency, dossier);
        world.submit(agency, second);
        world.submit(agency, third);
        for (TestDossier each : List.of(dossier, second, third)) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> world.toldBriefly(each.id).contains("3 aip.replicated.v1"));
        }
        String token = draft(Role.AGENCY_ARCHIVIST, agency).sign();

        for (String list : List.of("/v1/holdings", "/v1/intakes")) {
            List<String> ids = new ArrayList<>();
            String next = "";
            do {
                var page =
                        given().auth()
                                .oauth2(token)
                                .get(list + "?limit=1" + next)
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath();
                ids.add(page.getString("items[0].id") + page.getString("items[0].submissionId"));
                String cursor = page.getString("next");
                next = cursor == null ? "" : "&cursor=" + cursor;
            } while (!next.isEmpty());
            assertThat(ids).hasSize(3).doesNotHaveDuplicates();
            given().auth()
                    .oauth2(token)
                    .get(list + "?cursor=nonsense")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("INVALID_CURSOR"));
            given().auth()
                    .oauth2(token)
                    .get(list + "?offset=3")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("UNKNOWN_PARAMETER"));
        }
    }

    private static void expect(
            List<String> wrong,
            AccessMatrix.Operation operation,
            String cell,
            int found,
            int wanted) {
        if (found != wanted) {
            wrong.add(operation.id() + " × " + cell + ": " + found + " instead of " + wanted);
        }
    }

    private static int status(String path, @Nullable String token) {
        var request = given();
        if (token != null) {
            request = request.auth().oauth2(token);
        }
        return request.get(path).statusCode();
    }

    private String fill(String template, SubmissionSubmitted submission) {
        return template.replace("{submissionId}", submission.submissionId().toString())
                .replace("{id}", dossier.id.toString())
                .replace("{fileId}", dossier.items.getFirst().fileId().toString());
    }

    private static TokenDraft draft(Role role, UUID agencyId) {
        return TestTokens.draft(
                role.token() + ".test", agencyId, TestDossier.AGENCY_CODE, role.token());
    }
}
