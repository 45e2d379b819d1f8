package vn.hue.earchive.archive.evidence;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.archive.intake.ArchiveComponents;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.local.TestTokens;

/**
 * Another body keeps checkpoints, so that nobody here can take the log back. Each was seen red:
 * with a contradiction that is not looked at, with one made of whatever a witness holds, and with
 * checkpoints that are not kept under their size.
 */
@QuarkusTest
@QuarkusTestResource(value = ArchiveComponents.class, restrictToAnnotatedClass = false)
class WitnessTest {

    @Inject LogWorld world;
    @Inject LogMonitor monitor;
    @Inject LogBucket log;
    @Inject SigningKey key;
    @Inject EvidenceConfig config;

    /** Red when the witness gets nothing, something unsigned, or something that is not the log. */
    @Test
    void theWitnessHoldsSignedBeginningsOfTheLog() {
        world.done(3);
        world.settle();
        long size = world.head().size();
        await().atMost(LogWorld.SOON).until(() -> witnessed() >= size);

        String kept = new String(witness().read("checkpoint").orElseThrow(), UTF_8);
        String first =
                new String(
                        witness().read("checkpoints/%020d".formatted(sizeOf(kept))).orElseThrow(),
                        UTF_8);
        assertThat(first).isEqualTo(kept);
        LogMonitor.Seen seen = monitor.watch(key.verifier().vkey());
        assertThat(monitor.isBeginningOf(seen, kept, key.verifier().vkey())).isTrue();
        told().body("witnesses.name", hasItem("demo")).body("witnesses[0].problem", equalTo(null));
    }

    /**
     * Red when only the own bucket is asked: database and bucket went back to an older day
     * together, and agree.
     */
    @Test
    void aLogThatWasTakenBackWithItsBucketIsNotSigned() {
        world.done(2);
        world.settle();
        String honest = world.note();
        await().atMost(LogWorld.SOON).until(() -> witnessed() >= sizeOf(honest));
        String later = key.sign(new Checkpoint(config.origin(), sizeOf(honest) + 50, new byte[32]));
        await().atMost(LogWorld.SOON)
                .until(() -> {
                    // It may have been given one between our look and our forgery.
                    witness().replace("checkpoint", later.getBytes(UTF_8));
                    return "WITNESS_CONTRADICTS".equals(world.head().refusal());
                });
        var waiting = world.done(1);
        told().body("refusal", equalTo("WITNESS_CONTRADICTS"))
                .body("witnesses[0].problem", equalTo("WITNESS_CONTRADICTS"));
        assertThat(world.places(waiting)).isEmpty();
        assertThat(new String(witness().read("checkpoint").orElseThrow(), UTF_8)).isEqualTo(later);

        witness().replace("checkpoint", honest.getBytes(UTF_8));
        await().atMost(LogWorld.SOON).until(() -> world.places(waiting).size() == 1);
        world.settle();
        assertThat(world.head().refusal()).isNull();
    }

    /** Red when a witness that is broken, or lies, stops the log. */
    @Test
    void aWitnessWithoutOurSignatureStopsNothing() {
        world.done(1);
        world.settle();
        String honest = world.note();
        await().atMost(LogWorld.SOON)
                .untilAsserted(() -> {
                    witness().replace("checkpoint", "nonsense\n".getBytes(UTF_8));
                    told().body("witnesses[0].problem", equalTo("WITNESS_FOREIGN"));
                });
        var act = world.done(1);
        await().atMost(LogWorld.SOON).until(() -> world.places(act).size() == 1);
        world.settle();
        assertThat(world.head().refusal()).isNull();

        witness().replace("checkpoint", honest.getBytes(UTF_8));
        await().atMost(LogWorld.SOON)
                .untilAsserted(() -> told().body("witnesses[0].problem", equalTo(null)));
    }

    private LogBucket witness() {
        return log.other("witness-demo");
    }

    private long witnessed() {
        return witness().read("checkpoint").map(note -> sizeOf(new String(note, UTF_8))).orElse(0L);
    }

    private static long sizeOf(String note) {
        return Long.parseLong(note.split("\n", -1)[1]);
    }

    private static ValidatableResponse told() {
        return given().auth()
                .oauth2(TestTokens.token("operator.test", Ids.next(), "H57", "operator"))
                .get("/v1/evidence")
                .then()
                .statusCode(200);
    }
}
