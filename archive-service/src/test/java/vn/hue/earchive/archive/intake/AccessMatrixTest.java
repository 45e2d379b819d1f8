package vn.hue.earchive.archive.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
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
import java.util.Objects;
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
    private static final Set<Role> SUBMITTERS = EnumSet.of(Role.AGENCY_ARCHIVIST, Role.INTEGRATION);
    private static final Set<Role> DESCRIPTIONS = EnumSet.complementOf(EnumSet.of(Role.OPERATOR));
    private static final Set<Role> CONTENT =
            EnumSet.complementOf(EnumSet.of(Role.OPERATOR, Role.AUDITOR));
    private static final Set<Role> EXPORT =
            EnumSet.of(
                    Role.LEADER,
                    Role.AGENCY_ARCHIVIST,
                    Role.HISTORICAL_ARCHIVIST,
                    Role.ARCHIVE_DIRECTOR);

    private static final Set<Role> PRESERVATION =
            EnumSet.of(
                    Role.LEADER,
                    Role.AGENCY_ARCHIVIST,
                    Role.HISTORICAL_ARCHIVIST,
                    Role.ARCHIVE_DIRECTOR,
                    Role.AUDITOR,
                    Role.OPERATOR);
    private static final Set<Role> REGISTERS =
            EnumSet.of(
                    Role.UNIT_HEAD,
                    Role.LEADER,
                    Role.AGENCY_ARCHIVIST,
                    Role.HISTORICAL_ARCHIVIST,
                    Role.ARCHIVE_DIRECTOR,
                    Role.AUDITOR);
    private static final Set<Role> ARCHIVISTS =
            EnumSet.of(Role.AGENCY_ARCHIVIST, Role.HISTORICAL_ARCHIVIST, Role.ARCHIVE_DIRECTOR);
    private static final Set<Role> OPERATION = EnumSet.of(Role.OPERATOR);
    private static final Set<Role> EVIDENCE =
            EnumSet.of(
                    Role.LEADER,
                    Role.AGENCY_ARCHIVIST,
                    Role.HISTORICAL_ARCHIVIST,
                    Role.ARCHIVE_DIRECTOR,
                    Role.AUDITOR);
    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);

    /**
     * Who may call an operation, and what those are answered for the own agency's and for a
     * sibling's object.
     */
    private record Row(Set<Role> may, int own, int sibling) {}

    /** An operation without a row here fails the build. */
    private static final Map<String, Row> TABLE =
            Map.ofEntries(
                    entry("listIntakes", new Row(INTAKE, 200, 200)),
                    entry("getIntake", new Row(INTAKE, 200, 404)),
                    entry("getIntakeReceipt", new Row(INTAKE, 200, 404)),
                    entry("listPackages", new Row(INTAKE, 200, 200)),
                    entry("getPackage", new Row(INTAKE, 200, 404)),
                    entry("getPackageReceipt", new Row(INTAKE, 409, 404)),
                    entry("beginPackage", new Row(SUBMITTERS, 201, 201)),
                    entry("putPackagePart", new Row(SUBMITTERS, 422, 404)),
                    entry("completePackage", new Row(SUBMITTERS, 422, 404)),
                    entry("listSubmissionAgreements", new Row(INTAKE, 200, 200)),
                    entry("getSubmissionAgreement", new Row(INTAKE, 200, 200)),
                    entry("changeSubmissionAgreement", new Row(ARCHIVISTS, 412, 412)),
                    entry("listHoldings", new Row(DESCRIPTIONS, 200, 200)),
                    entry("getHolding", new Row(DESCRIPTIONS, 200, 404)),
                    entry("readHoldingFile", new Row(CONTENT, 200, 404)),
                    entry("readHoldingFileText", new Row(CONTENT, 200, 404)),
                    entry("readHoldingFilePreview", new Row(CONTENT, 422, 404)),
                    entry("exportHoldingPackage", new Row(EXPORT, 200, 404)),
                    entry("listAccessions", new Row(REGISTERS, 200, 200)),
                    entry("checkAccessions", new Row(REGISTERS, 200, 200)),
                    entry("getHoldingsStatistics", new Row(REGISTERS, 200, 200)),
                    entry("listFonds", new Row(DESCRIPTIONS, 200, 200)),
                    entry("getFonds", new Row(DESCRIPTIONS, 404, 404)),
                    entry("describeFonds", new Row(ARCHIVISTS, 404, 404)),
                    entry("getFixityProgress", new Row(PRESERVATION, 200, 200)),
                    entry("listFixityFindings", new Row(PRESERVATION, 200, 200)),
                    entry("getFixityFinding", new Row(PRESERVATION, 404, 404)),
                    entry("getFixityCertificate", new Row(PRESERVATION, 200, 200)),
                    entry("startFixityRound", new Row(OPERATION, 202, 202)),
                    entry("getFixityRound", new Row(OPERATION, 404, 404)),
                    entry("listArchiveStores", new Row(OPERATION, 200, 200)),
                    entry("compareArchiveStore", new Row(OPERATION, 202, 202)),
                    entry("getStoreComparison", new Row(OPERATION, 404, 404)),
                    entry("listStoreDifferences", new Row(OPERATION, 404, 404)),
                    entry("getEvidenceLog", new Row(PRESERVATION, 200, 200)),
                    entry("adoptEvidenceLog", new Row(OPERATION, 409, 409)),
                    entry("getEvidenceKey", new Row(EVERYBODY, 200, 200)),
                    entry("getEvidenceKeySet", new Row(EVERYBODY, 200, 200)),
                    entry("getEvidenceCheckpoint", new Row(EVERYBODY, 200, 200)),
                    entry("getEvidenceTile", new Row(EVERYBODY, 404, 404)),
                    entry("getEvidenceConsistency", new Row(EVERYBODY, 200, 200)),
                    entry("listHoldingEvidence", new Row(EVIDENCE, 200, 404)),
                    entry("getHoldingEvidence", new Row(EVIDENCE, 404, 404)),
                    entry("exportHoldingProof", new Row(EXPORT, 200, 404)),
                    entry("startRebuild", new Row(OPERATION, 202, 409)),
                    entry("listRebuilds", new Row(OPERATION, 200, 200)),
                    entry("getRebuild", new Row(OPERATION, 404, 404)),
                    entry("listRebuildFindings", new Row(OPERATION, 404, 404)),
                    entry("cancelRebuild", new Row(OPERATION, 404, 404)),
                    entry("listParkedEvents", new Row(OPERATION, 200, 200)),
                    entry("replayParkedEvent", new Row(OPERATION, 404, 404)),
                    entry("discardParkedEvent", new Row(OPERATION, 404, 404)));

    @Inject AccessMatrix matrix;
    @Inject ArchiveWorld world;

    private @Nullable String packageId;
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
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        world.ask(
                                        "SELECT 1 FROM evidence_log, evidence_entry WHERE aggregate_id = ?"
                                                + " AND action = 'aip.store' AND log_index < published_size",
                                        dossier.id)
                                != null);
        assertThat(matrix.operations())
                .extracting(AccessMatrix.Operation::id)
                .containsExactlyInAnyOrderElementsOf(TABLE.keySet());

        List<String> wrong = new ArrayList<>();
        for (AccessMatrix.Operation operation : matrix.operations()) {
            String path = fill(operation.path(), submission);
            Row row = Objects.requireNonNull(TABLE.get(operation.id()));
            expect(wrong, operation, "no token", status(operation, path, null), 401);
            for (Role role : Role.values()) {
                boolean may = row.may().contains(role);
                String own = draft(role, agency).sign();
                String foreign = draft(role, sibling).sign();
                String expired = draft(role, agency).expired().sign();
                expect(
                        wrong,
                        operation,
                        role + " own",
                        status(operation, path, own),
                        may ? row.own() : 403);
                expect(
                        wrong,
                        operation,
                        role + " sibling",
                        status(operation, path, foreign),
                        may ? row.sibling() : 403);
                expect(wrong, operation, role + " expired", status(operation, path, expired), 401);
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
                                        + " 'custody_version', 'holding', 'holding_file', 'kept_object',"
                                        + " 'object_copy', 'fixity_finding', 'fixity_event', 'fixity_tally',"
                                        + " 'fixity_round', 'evidence_entry', 'evidence_record', 'fonds',"
                                        + " 'holding_text', 'file_text',"
                                        + " 'sip_package', 'sip_package_part', 'submission_agreement')"
                                        + " AND c.relrowsecurity AND c.relforcerowsecurity"))
                .isEqualTo(
                        "agency custody_version evidence_entry evidence_record file_text fixity_event fixity_finding fixity_round fixity_tally fonds holding"
                                + " holding_file holding_text intake intake_dossier kept_object object_copy"
                                + " sip_package sip_package_part submission_agreement");
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

    private static int status(
            AccessMatrix.Operation operation, String path, @Nullable String token) {
        var request = given();
        if (token != null) {
            request = request.auth().oauth2(token);
        }
        if (operation.id().equals("describeFonds")) {
            request =
                    request.header("If-Match", "\"v1\"")
                            .contentType("application/json")
                            .body("{\"title\":\"x\",\"languages\":[\"01\"],\"backupRegime\":true}");
        }
        if (operation.id().equals("adoptEvidenceLog")) {
            request =
                    request.header("Idempotency-Key", UUID.randomUUID())
                            .contentType("application/json")
                            .body("{\"reason\":\"matrix\"}");
        }
        if (operation.id().equals("changeSubmissionAgreement")) {
            request =
                    request.header("If-Match", "\"v9\"")
                            .contentType("application/json")
                            .body("{\"packageForms\":[\"SIP_HOSO\"],\"pdfaDemanded\":false}");
        }
        if (operation.id().equals("discardParkedEvent")) {
            request = request.contentType("application/json").body("{\"reason\":\"matrix\"}");
        }
        if (operation.id().equals("startFixityRound")) {
            request =
                    request.header("Idempotency-Key", UUID.randomUUID())
                            .contentType("application/json")
                            .body("{}");
        }
        if (operation.id().equals("startRebuild")) {
            request =
                    request.header("Idempotency-Key", UUID.randomUUID())
                            .contentType("application/json")
                            .body("{\"mode\":\"COMPARE\"}");
        }
        if (operation.id().equals("beginPackage")) {
            request = request.contentType("application/json").body(announcement());
        }
        if (operation.id().equals("putPackagePart")) {
            request =
                    request.contentType("application/octet-stream")
                            .header(
                                    "Content-Digest",
                                    "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:")
                            .body(new byte[0]);
        }
        if (operation.id().equals("compareArchiveStore")) {
            request = request.contentType("application/json").body("{\"store\":\"primary\"}");
        }
        if (operation.id().equals("getEvidenceConsistency")) {
            request = request.queryParam("from", 0);
        }
        return request.request(operation.method(), path).statusCode();
    }

    /** Of a package that nobody has announced before. */
    private static String announcement() {
        return "{\"sha256\":\"%s\",\"size\":3}"
                .formatted(TestDossier.sha256(Ids.next().toString().getBytes(UTF_8)));
    }

    private String packageId() {
        if (packageId == null) {
            packageId =
                    given().auth()
                            .oauth2(draft(Role.AGENCY_ARCHIVIST, agency).sign())
                            .contentType("application/json")
                            .body(announcement())
                            .post("/v1/packages")
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id");
        }
        return packageId;
    }

    private String fill(String template, SubmissionSubmitted submission) {
        return template.replace("{service}", "archive")
                .replace("{submissionId}", submission.submissionId().toString())
                .replace("{packageId}", packageId())
                .replace("{number}", "1")
                .replace("{findingId}", Ids.next().toString())
                .replace("{roundId}", Ids.next().toString())
                .replace("{rebuildId}", Ids.next().toString())
                .replace("{comparisonId}", Ids.next().toString())
                .replace("{entryId}", Ids.next().toString())
                .replace("{tile: .+}", "0/x999/000")
                .replace("{year}", "2026")
                .replace("{form}", "0808")
                .replace("{id}", dossier.id.toString())
                .replace("{fileId}", dossier.items.getFirst().fileId().toString());
    }

    private static TokenDraft draft(Role role, UUID agencyId) {
        return TestTokens.draft(
                role.token() + ".test", agencyId, TestDossier.AGENCY_CODE, role.token());
    }
}
