package vn.hue.earchive.archive.fixity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.archive.custody.CopyQueue.Taken;
import vn.hue.earchive.archive.intake.ArchiveComponents;
import vn.hue.earchive.archive.store.StoreVandal;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.time.LegalDate;
import vn.hue.earchive.local.TestTokens;

/** Copies are damaged in every way; what is found, what is repaired, and what is told of it. */
@QuarkusTest
@QuarkusTestResource(value = ArchiveComponents.class, restrictToAnnotatedClass = false)
class FixityTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject Papers papers;
    @Inject CheckSteps steps;
    @Inject Config config;

    private final UUID agency = Ids.next();

    @SuppressWarnings("NullAway.Init") // before each test
    private StoreVandal primary;

    @SuppressWarnings("NullAway.Init") // before each test
    private StoreVandal replica;

    @BeforeEach
    void stores() {
        primary = StoreVandal.at("primary", config);
        replica = StoreVandal.at("replica", config);
    }

    /**
     * Red when a file of an object is not read, when a repair takes the wrong bytes or none, when a
     * good copy is called bad, when something that was added stays in the object, or when a step
     * leaves no audit entry.
     */
    @Test
    void findsEveryDamageInOneRoundAndRepairsIt() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            ids.add(papers.written(agency));
        }
        Map<String, String> whole = replica.files(ids.getFirst());
        List<Map<String, String>> before = ids.stream().map(primary::files).toList();
        List<String> expected = new ArrayList<>();

        int at = 0;
        for (String path : whole.keySet()) {
            String damaged = ids.get(at);
            String own = path(replica, damaged, path.replaceFirst("content/.*", "content/"));
            StoreVandal store = at % 2 == 0 ? primary : replica;
            String key = StoreVandal.root(damaged) + own;
            switch (at % 3) {
                case 0 -> store.flip(key);
                case 1 -> store.truncate(key);
                default -> store.delete(key);
            }
            expected.add(found(at % 3 == 2 ? "MISSING" : "CHANGED", at % 2 == 0, damaged, own));
            at++;
        }
        assertThat(at).isEqualTo(10);
        // Two files of two objects that have changed places.
        primary.swap(
                StoreVandal.root(ids.get(10)) + path(primary, ids.get(10), "v2/content/"),
                StoreVandal.root(ids.get(11)) + path(primary, ids.get(11), "v2/content/"));
        expected.add(
                found("CHANGED", true, ids.get(10), path(primary, ids.get(10), "v2/content/")));
        expected.add(
                found("CHANGED", true, ids.get(11), path(primary, ids.get(11), "v2/content/")));
        primary.files(ids.get(12))
                .keySet()
                .forEach(each -> primary.delete(StoreVandal.root(ids.get(12)) + each));
        expected.add(found("MISSING", true, ids.get(12), ""));

        round();

        await().atMost(SOON).untilAsserted(() -> assertThat(copies("GOOD")).hasSize(26));
        JsonPath findings = findings("");
        assertThat(briefly(findings))
                .as("found, each with its kind, and nothing else")
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(findings.getList("items.state", String.class)).containsOnly("REPAIRED");
        for (int i = 0; i < ids.size(); i++) {
            assertThat(primary.files(ids.get(i))).isEqualTo(before.get(i));
            assertThat(replica.files(ids.get(i))).isEqualTo(before.get(i));
        }
        assertThat(papers.ask("SELECT count(*)::text FROM audit_entry WHERE agency_id = ?", agency))
                .containsExactly(String.valueOf(2 * expected.size()));
        given().auth()
                .oauth2(archivist(agency))
                .get("/v1/fixity-findings/" + findings.getString("items[0].id"))
                .then()
                .statusCode(200)
                .body("history.state", equalTo(List.of("OPEN", "REPAIRED")));
    }

    /**
     * What lies in an object for longer than a writer needs (an hour, in tests ten seconds) and
     * belongs to nobody. Red when it is lost, or stays.
     */
    @Test
    void setsAsideWhatWasAddedAndKeepsIt() {
        String id = papers.written(agency);
        byte[] stranger = "a stranger".getBytes(StandardCharsets.UTF_8);
        String root = StoreVandal.root(id);
        replica.put(root + "v2/content/stranger.txt", stranger);
        round();
        assertThat(briefly(findings(""))).as("it may be a writer's at work").isEmpty();

        await().atMost(SOON)
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> {
                    call(id);
                    assertThat(findings("").getList("items.state", String.class))
                            .containsExactly("SET_ASIDE");
                });

        assertThat(replica.keys(root)).hasSize(10); // as before
        assertThat(replica.files(id)).isEqualTo(primary.files(id));
        assertThat(replica.bytes("set-aside/" + root + "v2/content/stranger.txt"))
                .isEqualTo(stranger);
    }

    /**
     * Red when anything is overwritten that cannot be proved, when it is not told, or when a copy
     * that a person restored is not taken up.
     */
    @Test
    void leavesBothCopiesAloneWhenBothAreBadUntilAPersonRestoresOne() {
        String id = papers.written(agency);
        String path = path(primary, id, "v2/content/");
        String key = StoreVandal.root(id) + path;
        byte[] right = primary.bytes(key);
        primary.flip(key);
        replica.truncate(key);
        Map<String, String> before = primary.files(id);
        Map<String, String> beforeReplica = replica.files(id);

        round();

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(findings("").getList("items.state", String.class))
                                .containsExactly("UNREPAIRABLE", "UNREPAIRABLE"));
        assertThat(primary.files(id)).isEqualTo(before);
        assertThat(replica.files(id)).isEqualTo(beforeReplica);
        given().auth()
                .oauth2(archivist(agency))
                .get("/v1/fixity")
                .then()
                .body("unsettled.unrepairable", equalTo(2))
                .body("stores.bad", equalTo(List.of(1, 1)));

        replica.put(key, right);

        await().atMost(SOON).untilAsserted(() -> assertThat(copies("GOOD")).hasSize(2));
        assertThat(primary.bytes(key)).isEqualTo(right);
        assertThat(findings("").getList("items.state", String.class))
                .containsExactlyInAnyOrder("REPAIRED", "GONE");
    }

    /** Red when a copy that a worker took and never noted is not checked by another one. */
    @Test
    void checksWhatAWorkerThatDiedHadTaken() {
        String id = papers.written(agency);
        String key = StoreVandal.root(id) + path(primary, id, "v1/content/");
        primary.flip(key);
        assertThat(
                        papers.change(
                                "UPDATE object_copy SET next_at = now() + interval '2 seconds',"
                                        + " attempts = 1 WHERE object_id = ?",
                                id))
                .isEqualTo(2);

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(findings("").getList("items.state", String.class))
                                .containsExactly("REPAIRED"));
    }

    /** Red when two workers get the same copy. */
    @Test
    void givesACopyToOneWorkerAtATime() {
        String id = papers.written(agency);
        papers.change(
                "UPDATE object_copy SET state = 'BAD', next_at = now() - interval '1 day'"
                        + " WHERE object_id = ?",
                id);
        List<Taken> taken = new ArrayList<>();
        JobScope.run(
                "test",
                () -> {
                    for (int i = 0; i < 3; i++) {
                        steps.takeBad().ifPresent(patient -> taken.add(patient.copy()));
                    }
                });

        assertThat(taken.stream().map(copy -> copy.objectId() + copy.store()))
                .doesNotHaveDuplicates();
        await().atMost(SOON).untilAsserted(() -> assertThat(copies("GOOD")).hasSize(2));
    }

    /** Red when a version that is being made is reported, or rolled back by a repair. */
    @Test
    void takesAVersionInTheMakingForWhatItIs() {
        String id = papers.written(agency);
        var third = papers.write(id, 3, "third");
        call(id);
        await().atMost(SOON)
                .until(() ->
                        papers.ask(
                                                "SELECT store FROM object_copy WHERE object_id = ?"
                                                        + " AND attempts > 0 AND next_at > now()",
                                                id)
                                        .size()
                                == 2);

        assertThat(briefly(findings(""))).isEmpty();
        papers.note(agency, third);
        call(id);

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(
                                        papers.ask(
                                                "SELECT store FROM object_copy WHERE object_id = ?"
                                                        + " AND checked_at IS NOT NULL",
                                                id))
                                .hasSize(2));
        assertThat(briefly(findings(""))).isEmpty();
        assertThat(primary.files(id)).hasSize(13);
    }

    /** Red when what was written before digests were noted is never checked against any. */
    @Test
    void notesTheDigestsOfWhatWasWrittenBeforeTheyWereNoted() {
        String id = papers.written(agency);
        List<String> noted = inventories(id);
        papers.change("UPDATE kept_object SET inventories = '{}' WHERE object_id = ?", id);
        call(id);

        await().atMost(SOON).untilAsserted(() -> assertThat(inventories(id)).isEqualTo(noted));
        assertThat(briefly(findings(""))).isEmpty();
    }

    /** Red when a finding, a number or a certificate of another agency is told. */
    @Test
    void tellsAnAgencyItsOwnAndAnOperatorAll() {
        String id = papers.written(agency);
        replica.delete(StoreVandal.root(id) + "inventory.json");
        call(id);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(findings("?state=REPAIRED").getList("items")).hasSize(1));
        String finding = findings("").getString("items[0].id");
        UUID sibling = Ids.next();

        given().auth()
                .oauth2(archivist(sibling))
                .get("/v1/fixity-findings")
                .then()
                .body("items", empty());
        given().auth()
                .oauth2(archivist(sibling))
                .get("/v1/fixity-findings/" + finding)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(archivist(sibling))
                .get("/v1/fixity")
                .then()
                .body("stores", empty())
                .body("scope", equalTo("AGENCY"));
        given().auth()
                .oauth2(operator())
                .get("/v1/fixity-findings/" + finding)
                .then()
                .statusCode(200)
                .body("path", equalTo("inventory.json"));
        int year = LocalDate.now(LegalDate.ZONE).getYear();
        String certificate = "/v1/fixity-certificates/" + year;
        given().auth()
                .oauth2(archivist(agency))
                .get(certificate)
                .then()
                .statusCode(200)
                .body("objects", equalTo(1))
                .body("copies", equalTo(2))
                .body("copiesChecked", equalTo(2))
                .body("complete", equalTo(false))
                .body("total.found", equalTo(1))
                .body("total.repaired", equalTo(1))
                .body("total.checks", greaterThanOrEqualTo(3));
        given().auth()
                .oauth2(archivist(sibling))
                .get(certificate + "?agencyId=" + agency)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(operator())
                .get(certificate + "?agencyId=" + agency)
                .then()
                .body("total.repaired", equalTo(1));
        given().auth()
                .oauth2(archivist(agency))
                .get("/v1/fixity-certificates/" + (year + 1))
                .then()
                .statusCode(404);
    }

    /** The whole path of the file that begins like this. */
    private static String path(StoreVandal store, String id, String beginning) {
        return store.files(id).keySet().stream()
                .filter(path ->
                        beginning.endsWith("/")
                                ? path.startsWith(beginning)
                                : path.equals(beginning))
                .findFirst()
                .orElseThrow();
    }

    private static String found(String kind, boolean primary, String id, String path) {
        return kind + " " + (primary ? "primary" : "replica") + " " + id + " " + path;
    }

    private static List<String> briefly(JsonPath findings) {
        List<String> briefly = new ArrayList<>();
        for (int at = 0; at < findings.getList("items").size(); at++) {
            String item = "items[" + at + "].";
            briefly.add(
                    findings.getString(item + "kind")
                            + " "
                            + findings.getString(item + "store")
                            + " "
                            + findings.getString(item + "objectId")
                            + " "
                            + findings.getString(item + "path"));
        }
        return briefly;
    }

    private JsonPath findings(String query) {
        return given().auth()
                .oauth2(archivist(agency))
                .get("/v1/fixity-findings" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<String> copies(String state) {
        return papers.ask(
                "SELECT object_id FROM object_copy WHERE agency_id = ? AND state = ?",
                agency,
                state);
    }

    private List<String> inventories(String id) {
        return papers.ask("SELECT unnest(inventories) FROM kept_object WHERE object_id = ?", id);
    }

    /** Calls the copies of one object. */
    private void call(String id) {
        papers.change("UPDATE object_copy SET next_at = now() WHERE object_id = ?", id);
    }

    /** A round over everything, to its end. */
    private void round() {
        String location =
                given().auth()
                        .oauth2(operator())
                        .header("Idempotency-Key", UUID.randomUUID())
                        .contentType("application/json")
                        .body("{}")
                        .post("/v1/fixity-rounds")
                        .then()
                        .statusCode(202)
                        .extract()
                        .header("Location");
        await().atMost(SOON)
                .untilAsserted(() ->
                        given().auth()
                                .oauth2(operator())
                                .get(location)
                                .then()
                                .body("state", equalTo("DONE")));
    }

    private static String archivist(UUID agencyId) {
        return TestTokens.draft("archivist.test", agencyId, "H57.21", "agency-archivist").sign();
    }

    private static String operator() {
        return TestTokens.draft("operator.test", Ids.next(), "H57", "operator").sign();
    }
}
