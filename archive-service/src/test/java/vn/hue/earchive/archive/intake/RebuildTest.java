package vn.hue.earchive.archive.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.archive.rebuild.RebuildKill;
import vn.hue.earchive.archive.store.StoreVandal;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.local.TestTokens;

/** The archive database is lost and comes back from the archive stores alone. */
@QuarkusTest
@QuarkusTestResource(value = ArchiveComponents.class, restrictToAnnotatedClass = false)
class RebuildTest {

    private static final Duration SOON = Duration.ofMinutes(3);

    /** Every row about an agency, in all columns that the stores answer for. */
    private static final Map<String, String> ROWS =
            Map.of(
                    "agency", "to_jsonb(t)",
                    "intake", "to_jsonb(t)",
                    "intake_dossier",
                            "to_jsonb(t) - ARRAY['version', 'attempts', 'next_attempt_at', 'sweep_at']",
                    "custody_version", "to_jsonb(t)",
                    "holding", "to_jsonb(t)",
                    "holding_file", "to_jsonb(t)",
                    "kept_object", "to_jsonb(t) - ARRAY['listing']",
                    "object_copy",
                            "to_jsonb(t) - ARRAY['checked_at', 'verified_at', 'next_at', 'attempts']");

    @Inject ArchiveWorld world;
    @Inject RebuildKill kill;
    @Inject Config config;

    private final UUID agency = Ids.next();

    @BeforeEach
    void noOtherRebuild() {
        await().atMost(SOON)
                .until(() ->
                        Long.valueOf(0)
                                .equals(
                                        world.ask(
                                                "SELECT count(*) FROM archive_rebuild WHERE finished_at IS NULL")));
    }

    /**
     * Red when a row or a column is forgotten or gets another value, when a crash leaves a gap or
     * writes something twice, or when the facts are not told again.
     */
    @Test
    void everyRowIsAsItWasAfterTheDatabaseWasLostAndTheRebuildWasKilledTwice() throws Exception {
        TestDossier one = TestDossier.lawful();
        TestDossier two = TestDossier.lawful().withConditionalLast();
        TestDossier three = TestDossier.lawful().signed("INDETERMINATE");
        TestDossier four = TestDossier.lawful().withoutEnd();
        TestDossier five = TestDossier.lawful();
        registerAgency();
        accepted(one);
        accepted(two, three);
        returnedFirst(four, five);
        Map<String, String> before = dump();
        lose();
        holding(one, 404);
        kill.after("READ", 1);
        kill.after("COMPARE", 3);

        JsonPath rebuilt = rebuilt("RESTORE");

        assertThat(kill.isDone()).isTrue();
        assertThat(dump()).isEqualTo(before);
        for (String table : List.of("holding", "holding_file", "intake_dossier", "object_copy")) {
            String found = "tables.find { it.name == '" + table + "' }.";
            assertThat(rebuilt.getLong(found + "restored")).isPositive();
            assertThat(rebuilt.getLong(found + "equal"))
                    .isEqualTo(rebuilt.getLong(found + "stores"))
                    .isEqualTo(rebuilt.getLong(found + "database"));
            assertThat(rebuilt.getString(found + "storesDigest"))
                    .isEqualTo(rebuilt.getString(found + "databaseDigest"));
        }
        holding(three, 200);
        for (TestDossier.Item item : two.items) {
            byte[] back =
                    given().auth()
                            .oauth2(archivist())
                            .get("/v1/holdings/" + two.id + "/files/" + item.fileId() + "/content")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asByteArray();
            assertThat(back).isEqualTo(item.told());
        }
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(world.toldBriefly(one.id))
                                .containsExactly(
                                        "1 dossier.accepted.v1",
                                        "2 aip.stored.v1",
                                        "3 aip.replicated.v1",
                                        "1 dossier.accepted.v1",
                                        "2 aip.stored.v1",
                                        "3 aip.replicated.v1"));
        assertThat(world.told(one.id).get(4).data()).isEqualTo(world.told(one.id).get(1).data());
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(world.toldBriefly(four.id))
                                .containsExactly(
                                        "1 dossier.returned.v1",
                                        "2 dossier.accepted.v1",
                                        "3 aip.stored.v1",
                                        "4 aip.replicated.v1",
                                        "1 dossier.returned.v1",
                                        "2 dossier.accepted.v1",
                                        "3 aip.stored.v1",
                                        "4 aip.replicated.v1"));
        assertThat(report(rebuilt)).contains("\"equal\" : true");
    }

    /**
     * Red when a comparison changes something, overlooks a changed or a lost row, or names another
     * column; or when a holding cannot be read while it runs.
     */
    @Test
    void aComparisonNamesWhatDiffersChangesNothingAndServesReadsMeanwhile() {
        TestDossier dossier = TestDossier.lawful();
        TestDossier read = TestDossier.lawful();
        accepted(dossier, read);
        UUID lost = dossier.items.getFirst().fileId();
        owner(
                "UPDATE holding SET state = 'STORED', replicated_at = NULL WHERE id = '%s'"
                        .formatted(dossier.id));
        owner("DELETE FROM holding_file WHERE file_id = '%s'".formatted(lost));
        Map<String, String> before = dump();

        String location = begin("COMPARE");
        while (!isFinished(location)) {
            holding(read, 200);
        }

        assertThat(findings(location))
                .contains(
                        "DIFFERENT holding " + dossier.id + " state",
                        "ONLY_IN_STORES holding_file " + dossier.id + " " + lost + " ");
        get(location).body("status", equalTo("partially"));
        assertThat(dump()).isEqualTo(before);
        assertThat(get(location).extract().jsonPath().getLong("tables.restored.sum()")).isZero();

        rebuilt("RESTORE");

        holding(dossier, 200);
        assertThat(world.ask("SELECT count(*) FROM holding_file WHERE holding_id = ?", dossier.id))
                .isEqualTo(2L);
    }

    /**
     * Red when facts that were sent stay unsent where Kafka has lost them, are sent under other
     * ids, so that consumers take them twice, or rows are written twice.
     */
    @Test
    void sendsTheSameFactsAgainWhereKafkaWasLost() {
        TestDossier dossier = TestDossier.lawful();
        accepted(dossier);
        Map<String, String> before = dump();

        String location =
                given().auth()
                        .oauth2(operator())
                        .header("Idempotency-Key", UUID.randomUUID())
                        .contentType("application/json")
                        .body("{\"mode\":\"RESTORE\",\"republish\":true}")
                        .post("/v1/rebuilds")
                        .then()
                        .statusCode(202)
                        .extract()
                        .header("Location");

        await().atMost(SOON).until(() -> isFinished(location));
        await().atMost(SOON).until(() -> world.told(dossier.id).size() == 6);
        for (int at = 0; at < 3; at++) {
            assertThat(world.told(dossier.id).get(at + 3))
                    .isEqualTo(world.told(dossier.id).get(at));
        }
        assertThat(dump()).isEqualTo(before);
    }

    /**
     * Red when rot is believed, when it is not named, or when one bad copy keeps the other one from
     * being used.
     */
    @Test
    void rotInTheStoresIsNamedAndNotTrusted() throws Exception {
        TestDossier half = TestDossier.lawful();
        TestDossier whole = TestDossier.lawful();
        accepted(half, whole);
        String halfRoot = StoreVandal.root(aip(half));
        String wholeRoot = StoreVandal.root(aip(whole));
        flip("primary", halfRoot, "aip.offsets.json");
        flip("primary", wholeRoot, "aip.offsets.json");
        flip("replica", wholeRoot, "aip.offsets.json");
        lose();

        String location = begin("RESTORE");
        await().atMost(SOON).until(() -> isFinished(location));

        assertThat(findings(location))
                .anyMatch(found -> found.startsWith("DAMAGED_COPY " + place(halfRoot)))
                .anyMatch(found -> found.startsWith("UNREADABLE " + place(wholeRoot)));
        get(location).body("status", equalTo("partially"));
        holding(half, 200);
        holding(whole, 404);
    }

    /** Red when two rebuilds share the shadow, or when a cancelled one goes on. */
    @Test
    void thereIsOneAtATimeAndItCanBeCancelled() {
        String location = begin("COMPARE");

        start("RESTORE").statusCode(409).body("code", equalTo("REBUILD_RUNNING"));
        given().auth()
                .oauth2(operator())
                .post(location + "/cancellation")
                .then()
                .statusCode(200)
                .body("status", equalTo("cancelled"));

        rebuilt("COMPARE");
        get(location).body("status", equalTo("cancelled"));
    }

    /** Red when a mode that does not exist is taken for one, or events are sent by a comparison. */
    @Test
    void refusesWhatItDoesNotUnderstand() {
        start("REPAIR").statusCode(400).body("code", equalTo("INVALID_PARAMETER"));
        given().auth()
                .oauth2(operator())
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("{\"mode\":\"COMPARE\",\"republish\":true}")
                .post("/v1/rebuilds")
                .then()
                .statusCode(400);
    }

    private void registerAgency() {
        owner(
                """
                INSERT INTO agency (agency_id, version, code, name, provisional, valid_from)
                VALUES ('%s', 4, 'H57.21', 'Ủy ban nhân dân phường An Cựu', true, '2025-07-01')\
                """
                        .formatted(agency));
    }

    private void accepted(TestDossier... dossiers) {
        world.submit(agency, dossiers);
        for (TestDossier each : dossiers) {
            await().atMost(SOON)
                    .until(() -> world.toldBriefly(each.id).contains("3 aip.replicated.v1"));
        }
    }

    /** The first goes back and comes again; the second is in custody when it comes again. */
    private void returnedFirst(TestDossier mended, TestDossier twice) {
        world.submit(agency, mended);
        told(mended, "1 dossier.returned.v1");
        world.submit(agency, mended.mended());
        told(mended, "4 aip.replicated.v1");
        accepted(twice);
        world.submit(agency, twice);
        told(twice, "4 dossier.returned.v1");
    }

    private void told(TestDossier dossier, String fact) {
        await().atMost(SOON).until(() -> world.toldBriefly(dossier.id).contains(fact));
    }

    /** Everything that a lost database has lost; its schema was made again by the migrations. */
    private void lose() {
        owner(
                "TRUNCATE agency, intake, intake_dossier, custody_version, holding, holding_file,"
                        + " kept_object, object_copy, outbox, inbox, inbox_stream CASCADE");
    }

    private void owner(String statement) {
        try (var connection =
                        DriverManager.getConnection(
                                config.getValue("quarkus.datasource.jdbc.url", String.class),
                                config.getValue("quarkus.flyway.username", String.class),
                                config.getValue("quarkus.flyway.password", String.class));
                var sql = connection.createStatement()) {
            // The owner is bound by the row policy as well, so it names the agency.
            sql.execute("SELECT set_config('earchive.agency_id', '" + agency + "', false)");
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> dump() {
        Map<String, String> rows = new java.util.TreeMap<>();
        ROWS.forEach((table, row) ->
                rows.put(
                        table,
                        String.valueOf(
                                world.ask(
                                        "SELECT string_agg(r, chr(10) ORDER BY r) FROM (SELECT CAST(%s AS text) r FROM %s t WHERE agency_id = ?) x"
                                                .formatted(row, table),
                                        agency))));
        return rows;
    }

    private io.restassured.response.ValidatableResponse start(String mode) {
        return given().auth()
                .oauth2(operator())
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("{\"mode\":\"" + mode + "\"}")
                .post("/v1/rebuilds")
                .then();
    }

    private String begin(String mode) {
        return start(mode).statusCode(202).extract().header("Location");
    }

    private JsonPath rebuilt(String mode) {
        String location = begin(mode);
        await().atMost(SOON).until(() -> isFinished(location));
        return get(location).body("stage", equalTo("DONE")).extract().jsonPath();
    }

    private boolean isFinished(String location) {
        return get(location).extract().jsonPath().get("finishedAt") != null;
    }

    private io.restassured.response.ValidatableResponse get(String location) {
        return given().auth().oauth2(operator()).get(location).then().statusCode(200);
    }

    private List<String> findings(String location) {
        List<String> found = new ArrayList<>();
        String next = "";
        do {
            JsonPath page = get(location + "/findings?limit=200" + next).extract().jsonPath();
            for (int at = 0; at < page.getList("items").size(); at++) {
                String item = "items[" + at + "].";
                found.add(
                        page.getString(item + "kind")
                                + " "
                                + page.getString(item + "place")
                                + " "
                                + page.getString(item + "detail"));
            }
            String cursor = page.getString("next");
            next = cursor == null ? "" : "&cursor=" + cursor;
        } while (!next.isEmpty());
        return found;
    }

    private String report(JsonPath rebuilt) throws Exception {
        StoreVandal replica = StoreVandal.at("replica", config);
        String key =
                replica.keys(StoreVandal.root(rebuilt.getString("reportObject"))).stream()
                        .filter(each -> each.endsWith("/report.json"))
                        .findFirst()
                        .orElseThrow();
        byte[] bytes = replica.bytes(key);
        assertThat(TestDossier.sha256(bytes)).isEqualTo(rebuilt.getString("reportSha256"));
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }

    private String aip(TestDossier dossier) {
        return String.valueOf(world.ask("SELECT aip_id FROM holding WHERE id = ?", dossier.id));
    }

    private void flip(String store, String root, String file) {
        StoreVandal vandal = StoreVandal.at(store, config);
        vandal.keys(root).stream().filter(key -> key.endsWith("/" + file)).forEach(vandal::flip);
    }

    private static String place(String root) {
        return root.substring(0, root.length() - 1);
    }

    private void holding(TestDossier dossier, int status) {
        given().auth()
                .oauth2(archivist())
                .get("/v1/holdings/" + dossier.id)
                .then()
                .statusCode(status);
    }

    private String archivist() {
        return TestTokens.draft(
                        "archivist.test", agency, TestDossier.AGENCY_CODE, "agency-archivist")
                .sign();
    }

    private static String operator() {
        return TestTokens.draft("operator.test", Ids.next(), "H57", "operator").sign();
    }
}
