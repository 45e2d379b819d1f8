package vn.hue.earchive.archive.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hue.earchive.archive.evidence.EvidenceProgress.Step;
import vn.hue.earchive.archive.intake.ArchiveComponents;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.local.TestTokens;

/**
 * The sequencer is killed, sleeps, or finds a database that is older than the log. Each was seen
 * red: without the fence of the epoch, with the checkpoint before the tiles, and with {@code
 * DATABASE_BEHIND} and {@code DATABASE_FORKED} not refused.
 */
@QuarkusTest
@QuarkusTestResource(value = ArchiveComponents.class, restrictToAnnotatedClass = false)
class EvidenceCrashTest {

    @Inject LogWorld world;
    @Inject LogMonitor monitor;
    @Inject LogCrash crash;
    @Inject SigningKey key;
    @Inject EvidenceTable table;
    @Inject EvidenceJob job;
    @Inject CompareCheckpoint compare;
    @Inject PublishTiles tiles;
    @Inject AdoptLog adopt;
    @Inject LogBucket bucket;
    @Inject EvidenceConfig config;
    @Inject Event<EvidenceProgress> progress;
    @Inject Clock clock;
    @Inject MeterRegistry meters;

    /**
     * Red when a crash loses an entry, places one twice, leaves a gap, or leaves a checkpoint
     * without its tiles: for example when the checkpoint is written before the tiles, or the places
     * are committed after it.
     */
    @ParameterizedTest
    @EnumSource(Step.class)
    void aCrashAtAnyStepLosesAndRepeatsNothing(Step step) {
        world.done(1);
        world.settle();
        crash.killOnce(step);

        UUID first = world.done(3);
        await().atMost(LogWorld.SOON).until(crash::hasKilled);
        // What was published before the crash must be complete, also when nothing more is done.
        monitor.watch(key.verifier().vkey());
        await().atMost(LogWorld.SOON).until(() -> world.places(first).size() == 3);
        world.settle();
        monitor.watch(key.verifier().vkey());
        UUID second = world.done(2);

        await().atMost(LogWorld.SOON).until(() -> world.places(second).size() == 2);
        world.settle();
        assertThat(world.places(first)).hasSize(3).isSorted();
        world.everyPlaceIsTakenOnce();
        monitor.watch(key.verifier().vkey());
    }

    /**
     * Red when an instance that slept past its lease still puts entries into order (it slept before
     * that), or publishes (it slept after).
     */
    @ParameterizedTest
    @EnumSource(names = {"CHECKED", "SEQUENCED"})
    void anInstanceThatSleptPastItsLeaseIsFencedOff(Step asleepAt) throws InterruptedException {
        world.settle();
        crash.sleepOnce(asleepAt);
        Sequencer other = instance();
        AtomicReference<@Nullable Throwable> end = new AtomicReference<>();
        Thread sleeper =
                Thread.ofPlatform()
                        .name(LogCrash.SLEEPER)
                        .start(() -> {
                            for (int attempt = 0; attempt < 500 && end.get() == null; attempt++) {
                                // The living instance gives its lease back, and wants it again.
                                world.done(1);
                                world.ask("UPDATE evidence_log SET holder = NULL RETURNING 'free'");
                                try {
                                    other.round();
                                } catch (Throwable e) {
                                    end.set(e);
                                }
                            }
                        });
        crash.awaitSleep();

        UUID meanwhile = world.done(2);
        await().atMost(LogWorld.SOON).until(() -> world.places(meanwhile).size() == 2);
        world.settle();
        crash.wake();
        sleeper.join(30_000);

        assertThat(end.get()).isInstanceOf(EvidenceTable.FencedOff.class);
        world.everyPlaceIsTakenOnce();
        monitor.watch(key.verifier().vkey());
    }

    /**
     * Red when a database that was restored from a backup, and so is behind what was published,
     * goes on and signs another log under the same name.
     */
    @Test
    void aDatabaseBehindThePublishedCheckpointSignsNothing() {
        refusesAndGoesOn(
                "DATABASE_BEHIND",
                size -> key.sign(new Checkpoint(config.origin(), size + 1000, new byte[32])));
    }

    /** Red when only the sizes are compared: the restored database has grown past the old log. */
    @Test
    void aDatabaseWithOtherEntriesThanThePublishedOnesSignsNothing() {
        refusesAndGoesOn(
                "DATABASE_FORKED",
                size -> key.sign(new Checkpoint(config.origin(), size, new byte[32])));
    }

    /** Red when anything that lies there is taken for the log's own checkpoint. */
    @Test
    void aCheckpointThatNobodyOfUsSignedStopsTheLog() {
        refusesAndGoesOn(
                "CHECKPOINT_FOREIGN",
                size ->
                        new Checkpoint(config.origin(), size, new byte[32]).text()
                                + "\n— "
                                + config.origin()
                                + " AAAAAAAA\n");
    }

    /** Red when what a lost transaction has left in the bucket stops the log, or stays there. */
    @Test
    void aTileThatNoCheckpointCoversIsReplaced() {
        world.settle();
        long size = world.head().size();
        for (int more = 1; more <= 3; more++) {
            for (Tile tile : PublishTiles.needed(size, size + more)) {
                bucket.create(tile.path(), new byte[tile.width() * 32]);
            }
        }

        UUID thing = world.done(3);

        await().atMost(LogWorld.SOON).until(() -> world.places(thing).size() == 3);
        world.settle();
        monitor.watch(key.verifier().vkey());
    }

    private interface Forger {
        String note(long size);
    }

    private void refusesAndGoesOn(String code, Forger forger) {
        world.done(1);
        world.settle();
        AtomicReference<String> honest = new AtomicReference<>(world.note());
        AtomicReference<String> forged = new AtomicReference<>("");
        UUID waiting;
        try {
            await().atMost(LogWorld.SOON)
                    .until(() -> {
                        // The sequencer may have published between our look and our forgery.
                        if (!world.note().equals(forged.get())) {
                            honest.set(world.note());
                            forged.set(forger.note(world.head().size()));
                            world.putNote(forged.get());
                        }
                        return code.equals(world.head().refusal());
                    });
            waiting = world.done(2);
            isToldToOperators(code);
            await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
            assertThat(world.places(waiting)).isEmpty();
        } finally {
            world.putNote(honest.get());
        }
        UUID placed = waiting;
        await().atMost(LogWorld.SOON).until(() -> world.places(placed).size() == 2);
        world.settle();
        assertThat(world.head().refusal()).isNull();
        monitor.watch(key.verifier().vkey());
    }

    private static void isToldToOperators(String code) {
        given().auth()
                .oauth2(TestTokens.token("operator.test", Ids.next(), "H57", "operator"))
                .get("/v1/evidence")
                .then()
                .statusCode(200)
                .body("refusal", equalTo(code));
        given().get("/q/health/well")
                .then()
                .body("checks.find { it.name == 'evidence log' }.status", equalTo("DOWN"))
                .body("checks.find { it.name == 'evidence log' }.data.refusal", equalTo(code));
    }

    private Sequencer instance() {
        return new Sequencer(
                table, job, compare, tiles, adopt, bucket, key, config, progress, clock, meters);
    }
}
