package vn.hue.earchive.archive.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.archive.evidence.EvidenceProgress.Step;
import vn.hue.earchive.archive.intake.ArchiveComponents;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.local.TestTokens;

/**
 * The database comes back from a backup, without the acts since, and the log goes on. Seen red:
 * without the proof that an entry is included, without the proof that the database is the beginning
 * of the signed tree, and with waiting acts not known by their commitment.
 */
@QuarkusTest
@QuarkusTestResource(value = ArchiveComponents.class, restrictToAnnotatedClass = false)
class EvidenceLossTest {

    @Inject LogWorld world;
    @Inject LogMonitor monitor;
    @Inject LogCrash crash;
    @Inject LogBucket bucket;
    @Inject SigningKey key;

    @BeforeEach
    void aBackupIsMade() {
        world.done(3);
        world.settle();
        world.asAdministrator(
                "CREATE TABLE backup_tile AS SELECT * FROM evidence_tile",
                "CREATE TABLE backup_log AS SELECT size, published_size, note FROM evidence_log");
    }

    @AfterEach
    void theBackupIsThrownAway() {
        world.asAdministrator("DROP TABLE backup_tile, backup_log");
    }

    /**
     * Red when the log forks or stops for ever; when an act whose leaf is published gets another
     * place; when a place is given twice or left free; when a killed instance begins anew.
     */
    @Test
    void theLogGoesOnFromWhatIsPublished() {
        UUID lost = world.done(300);
        UUID waitedAtTheBackup = world.done(1);
        UUID alsoLost = world.done(300);
        world.settle();
        List<Long> place = world.places(waitedAtTheBackup);
        LogMonitor.Seen before = monitor.watch(key.verifier().vkey());

        restore(waitedAtTheBackup);
        refused("DATABASE_BEHIND");
        UUID since = world.done(2);
        crash.killOnce(Step.SEQUENCED);
        adopt().statusCode(202).body("of", equalTo((int) before.size()));

        await().atMost(LogWorld.SOON).until(() -> world.places(since).size() == 2);
        world.settle();
        assertThat(crash.hasKilled()).isTrue();
        LogMonitor.Seen after = monitor.watch(key.verifier().vkey());
        for (int at = 0; at < before.size(); at++) {
            assertThat(after.entries().get(at)).isEqualTo(before.entries().get(at));
        }
        assertThat(world.places(waitedAtTheBackup)).isEqualTo(place);
        assertThat(world.places(since)).allMatch(at -> at >= before.size());
        assertThat(world.places(lost)).isEmpty();
        assertThat(world.places(alsoLost)).isEmpty();
        assertThat(lostLeaves()).isGreaterThanOrEqualTo(600);
        world.everyPlaceIsTakenOnce();
        assertThat(world.ask("SELECT action FROM evidence_entry WHERE action = 'evidence.adopt'"))
                .isNotEmpty();
        adopt().statusCode(409).body("code", equalTo("EVIDENCE_NOT_BEHIND"));
    }

    /** Red when what lies in the bucket is believed: nothing of it may get a place. */
    @Test
    void aBundleThatIsNotWhatWasSignedIsNotTakenOver() {
        world.done(20);
        world.settle();
        long size = world.head().size();
        long index = (size - 1) / Tile.WIDTH;
        Tile bundle = new Tile(Tile.ENTRIES, index, (int) (size - index * Tile.WIDTH));
        byte[] honest = bucket.read(bundle.path()).orElseThrow();
        byte[] forged = honest.clone();
        forged[forged.length - 1] ^= 1;
        restore(UUID.randomUUID());
        refused("DATABASE_BEHIND");
        long had = world.head().size();

        world.put(bundle.path(), forged);
        adopt().statusCode(202);
        refused("TILES_DAMAGED");
        assertThat(world.head().size()).isEqualTo(had);

        world.put(bundle.path(), honest);
        await().atMost(LogWorld.SOON).until(() -> world.head().refusal() == null);
        world.settle();
        monitor.watch(key.verifier().vkey());
        world.everyPlaceIsTakenOnce();
    }

    /** Red when a database with another past is led on to the end of the signed log. */
    @Test
    void aDatabaseWithAnotherPastIsNotLedOn() {
        world.done(20);
        world.settle();
        restore(UUID.randomUUID());
        refused("DATABASE_BEHIND");
        String last = "SELECT max(log_index)::int % 256 FROM evidence_entry";
        String turn =
                """
                UPDATE evidence_tile SET hashes = set_byte(hashes, 32 * (%s), \
                255 - get_byte(hashes, 32 * (%s)))
                WHERE level = 0 AND index = (SELECT max(index) FROM evidence_tile WHERE level = 0)\
                """
                        .formatted(last, last);
        long had = world.head().size();
        world.asAdministrator(turn);

        adopt().statusCode(202);
        refused("DATABASE_FORKED");
        assertThat(world.head().size()).isEqualTo(had);

        world.asAdministrator(turn);
        await().atMost(LogWorld.SOON).until(() -> world.head().refusal() == null);
        world.settle();
        monitor.watch(key.verifier().vkey());
    }

    /** Red when it may be asked for without a word, or while nothing is lost. */
    @Test
    void nothingIsTakenOverWithoutALossAndAReason() {
        adopt().statusCode(409)
                .body("code", equalTo("EVIDENCE_NOT_BEHIND"))
                .body("nextStep", not(equalTo("")));
        ask("{}").statusCode(400).body("code", equalTo("INVALID_PARAMETER"));
        assertThat(world.head().adoptionOf()).isNull();
    }

    /** The database as it was at the backup, in which one act still waited. */
    private void restore(UUID waiting) {
        world.asAdministrator(
                """
                UPDATE evidence_entry SET log_index = NULL, logged_at = NULL
                WHERE aggregate_id = '%s'\
                """
                        .formatted(waiting),
                """
                DELETE FROM evidence_entry
                WHERE log_index >= (SELECT size FROM backup_log)\
                """,
                "DELETE FROM evidence_tile",
                "INSERT INTO evidence_tile SELECT * FROM backup_tile",
                """
                UPDATE evidence_log l SET size = b.size, published_size = b.published_size,
                    note = b.note FROM backup_log b\
                """);
    }

    private void refused(String code) {
        await().atMost(LogWorld.SOON).until(() -> code.equals(world.head().refusal()));
    }

    private long lostLeaves() {
        return Long.parseLong(
                world.ask("SELECT count(*)::text FROM evidence_entry WHERE body IS NULL")
                        .getFirst());
    }

    private static ValidatableResponse adopt() {
        return ask("{\"reason\":\"Đĩa hỏng, bản sao lưu cuối lúc 02:00\"}");
    }

    private static ValidatableResponse ask(String body) {
        return given().auth()
                .oauth2(TestTokens.token("operator.test", Ids.next(), "H57", "operator"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(body)
                .post("/v1/evidence/adoption")
                .then();
    }
}
