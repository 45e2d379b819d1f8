package vn.hue.earchive.archive.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.archive.intake.ArchiveComponents;
import vn.hue.earchive.archive.intake.ArchiveWorld;
import vn.hue.earchive.archive.intake.TestDossier;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.local.TestTokens;

/** What the evidence log says of a holding, and that someone who trusts nobody can check it. */
@QuarkusTest
@QuarkusTestResource(value = ArchiveComponents.class, restrictToAnnotatedClass = false)
class EvidenceTest {

    private static final Duration WITHIN = Duration.ofSeconds(60);

    @Inject ArchiveWorld archive;
    @Inject LogWorld world;
    @Inject LogMonitor monitor;

    private final UUID agency = Ids.next();
    private final TestDossier dossier = TestDossier.lawful();

    /**
     * Red when an act leaves no leaf, when a leaf comes later than a minute, when the body is not
     * what was committed to, or when the bucket says something else than the interface.
     */
    @Test
    void everyActOnAHoldingIsALeafThatTheBucketConfirms() {
        takenIn();
        List<JsonPath> entries = logged();

        assertThat(entries)
                .extracting(entry -> entry.getString("action"))
                .contains("dossier.accept", "aip.store", "aip.replicate");
        LogMonitor.Seen seen = monitor.watch(vkey());
        for (JsonPath listed : entries) {
            assertThat(
                            Duration.between(
                                    Instant.parse(listed.getString("recordedAt")),
                                    Instant.parse(listed.getString("loggedAt"))))
                    .isLessThan(WITHIN);
            JsonPath entry = entry(listed.getString("id"));
            byte[] salt = Base64.getDecoder().decode(entry.getString("salt"));
            byte[] body = entry.getString("body").getBytes(StandardCharsets.UTF_8);
            byte[] prefix = "earchive-evidence-entry/v1\0".getBytes(StandardCharsets.US_ASCII);
            byte[] hashed =
                    Arrays.copyOfRange(prefix, 1, prefix.length + salt.length + body.length);
            System.arraycopy(salt, 0, hashed, prefix.length - 1, salt.length);
            System.arraycopy(body, 0, hashed, prefix.length - 1 + salt.length, body.length);
            byte[] commitment = LogMonitor.sha256(prefix[0], hashed);
            assertThat(seen.entries().get((int) entry.getLong("index"))).isEqualTo(commitment);
            assertThat(entry.getString("commitment"))
                    .isEqualTo(Base64.getEncoder().encodeToString(commitment));
            JsonPath told = JsonPath.from(entry.getString("body"));
            assertThat(told.getString("id")).isEqualTo(listed.getString("id"));
            assertThat(told.getString("action")).isEqualTo(listed.getString("action"));
            assertThat(told.getString("aggregateId")).isEqualTo(dossier.id.toString());
            assertThat(told.getString("agencyId")).isEqualTo(agency.toString());
            assertThat(entry.getString("proof"))
                    .startsWith("c2sp.org/tlog-proof@v1\nindex " + entry.getLong("index") + "\n");
        }
    }

    /**
     * Red when parts of one read fill the log, or when a read leaves no leaf at all. Windows have a
     * fixed beginning, so a test at the end of one sees two.
     */
    @Test
    void readingOneFileInPartsIsOneLeafInFiveMinutes() {
        takenIn();
        for (int part = 0; part < 4; part++) {
            archivist()
                    .header("Range", "bytes=%d-%d".formatted(part * 100, part * 100 + 99))
                    .get(content(0))
                    .then()
                    .statusCode(206);
        }
        archivist().get(content(1)).then().statusCode(200);

        String perWindow =
                "SELECT DISTINCT details->>'fileId' || floor(extract(epoch FROM recorded_at) / 300)"
                        + " FROM audit_entry WHERE aggregate_id = ? AND action = 'readHoldingFile'";
        assertThat(
                        world.ask(
                                "SELECT audit_id::text FROM evidence_entry WHERE aggregate_id = ?"
                                        + " AND action = 'readHoldingFile'",
                                dossier.id))
                .hasSameSizeAs(world.ask(perWindow, dossier.id))
                .hasSizeBetween(2, 4);
    }

    /** Red when the log is rewritten between two looks, or when the interface proves it wrongly. */
    @Test
    void anOlderLogIsTheBeginningOfEveryNewerOne() {
        world.done(3);
        world.settle();
        LogMonitor.Seen before = monitor.watch(vkey());
        world.done(300);
        world.settle();
        LogMonitor.Seen after = monitor.watch(vkey());

        assertThat(after.size()).isGreaterThanOrEqualTo(before.size() + 300);
        for (int at = 0; at < before.size(); at++) {
            assertThat(after.entries().get(at)).isEqualTo(before.entries().get(at));
        }
        archivist()
                .queryParam("from", before.size())
                .queryParam("to", after.size())
                .get("/v1/evidence/consistency")
                .then()
                .statusCode(200)
                .body("fromRoot", equalTo(before.root()))
                .body("toRoot", equalTo(after.root()))
                .body("hashes.size()", org.hamcrest.Matchers.greaterThan(0));
        for (String nonsense : List.of("from=-1", "from=5&to=4", "to=5", "from=1&to=99999999")) {
            archivist()
                    .get("/v1/evidence/consistency?" + nonsense)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("INVALID_PARAMETER"));
        }
    }

    /** Red when the interface serves anything but what lies in the bucket. */
    @Test
    void tilesAndCheckpointComeAsTheyLieInTheBucket() {
        world.done(260);
        world.settle();
        archivist()
                .get("/v1/evidence/tile/0/000")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, max-age=31536000, immutable")
                .header("Content-Length", "8192");
        String note = archivist().get("/v1/evidence/checkpoint").then().extract().asString();
        assertThat(note.lines().toList().get(0)).isEqualTo("earchive.hue.vn/evidence");
        archivist().get("/v1/evidence/tile/0/x999/000").then().statusCode(404);
        archivist().get("/v1/evidence/tile/0/1").then().statusCode(404);
    }

    /** Red when a row that was rewritten, with its own hash, still gets a proof. */
    @Test
    void anEntryThatAnAdministratorRewroteHasNoProof() {
        takenIn();
        String id = logged().getFirst().getString("id");
        entry(id);
        String body =
                world.ask("SELECT body FROM evidence_entry WHERE audit_id = ?::uuid", id)
                        .getFirst();

        world.asAdministrator(
                """
                UPDATE evidence_entry SET body = replace(body, 'dossier.accept', 'dossier.refuse')
                WHERE audit_id = '%s'\
                """
                        .formatted(id),
                """
                UPDATE evidence_entry SET commitment = sha256(
                    convert_to('earchive-evidence-entry/v1', 'UTF8') || '\\x00'::bytea || salt
                    || convert_to(body, 'UTF8')) WHERE audit_id = '%s'\
                """
                        .formatted(id));

        assertThat(world.ask("SELECT body FROM evidence_entry WHERE audit_id = ?::uuid", id))
                .doesNotContain(body);
        archivist()
                .header("Accept-Language", "en")
                .get("/v1/holdings/%s/evidence/%s".formatted(dossier.id, id))
                .then()
                .statusCode(503)
                .body("code", equalTo("EVIDENCE_INCONSISTENT"));
        world.asAdministrator(
                "UPDATE evidence_entry SET body = '%s' WHERE audit_id = '%s'".formatted(body, id),
                """
                UPDATE evidence_entry SET commitment = sha256(
                    convert_to('earchive-evidence-entry/v1', 'UTF8') || '\\x00'::bytea || salt
                    || convert_to(body, 'UTF8')) WHERE audit_id = '%s'\
                """
                        .formatted(id));
        entry(id);
    }

    /** Red when the service's own role can take an entry back, or change one. */
    @Test
    void theServiceItselfCannotTakeAnEntryBack() {
        UUID thing = world.done(1);
        await().atMost(WITHIN).until(() -> world.places(thing).size() == 1);
        for (String statement :
                List.of(
                        "DELETE FROM evidence_entry",
                        "UPDATE evidence_entry SET body = 'x'",
                        "UPDATE evidence_entry SET log_index = log_index + 1",
                        "DELETE FROM evidence_tile",
                        "UPDATE evidence_tile SET hashes = sha256(hashes)")) {
            assertThat(
                            org.assertj.core.api.Assertions.catchThrowable(
                                    () -> world.ask(statement + " RETURNING 'done'")))
                    .as(statement)
                    .isNotNull();
        }
    }

    private void takenIn() {
        archive.submit(agency, dossier);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> archive.toldBriefly(dossier.id).contains("3 aip.replicated.v1"));
    }

    /** The entries of the holding, page by page, once all are in the published log. */
    private List<JsonPath> logged() {
        await().atMost(WITHIN).until(() -> listed().stream().allMatch(e -> e.get("index") != null));
        world.settle();
        return listed();
    }

    private List<JsonPath> listed() {
        List<JsonPath> entries = new ArrayList<>();
        String next = "";
        do {
            JsonPath page =
                    archivist()
                            .get("/v1/holdings/%s/evidence?limit=1%s".formatted(dossier.id, next))
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            if (!page.getList("items").isEmpty()) {
                page.setRootPath("items[0]");
                entries.add(page);
            }
            String cursor = page.setRootPath("").getString("next");
            page.setRootPath("items[0]");
            next = cursor == null ? "" : "&cursor=" + cursor;
        } while (!next.isEmpty());
        return entries;
    }

    private JsonPath entry(String id) {
        return archivist()
                .get("/v1/holdings/%s/evidence/%s".formatted(dossier.id, id))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String vkey() {
        return archivist().get("/v1/evidence/key").then().statusCode(200).extract().asString();
    }

    private String content(int document) {
        return archivist()
                .get("/v1/holdings/" + dossier.id)
                .then()
                .extract()
                .path("documents[%d].files[0].content".formatted(document));
    }

    private RequestSpecification archivist() {
        return given().auth()
                .oauth2(
                        TestTokens.token(
                                "archivist.ancuu",
                                agency,
                                TestDossier.AGENCY_CODE,
                                "agency-archivist"));
    }
}
