package vn.hue.earchive.archive.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.local.TestTokens;

/**
 * What attempts that died have left in the stores is looked for an hour after the decision. Which
 * objects count as left over is judged in the tests of the store.
 */
@QuarkusTest
@QuarkusTestResource(value = ArchiveComponents.class, restrictToAnnotatedClass = false)
class SweepLeftoversTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject ArchiveWorld world;
    @Inject KillSwitch killSwitch;
    @Inject SweepLeftovers leftovers;

    private final UUID agency = Ids.next();

    /** Red when every dossier is swept after: each sweep lists its object in every store. */
    @Test
    void nothingIsLookedForAfterAnIntakeThatEndedInItsFirstAttempt() {
        TestDossier dossier = TestDossier.lawful();

        world.submit(agency, dossier);

        awaitReplicated(dossier);
        assertThat(secondsFromDecisionToSweep(dossier)).isNull();
    }

    /**
     * Red when the sweep is not due after a second attempt, when it is due while an attempt may
     * still be alive, when it takes committed content, or when it never ends.
     */
    @Test
    void sweepsAnHourAfterAnAttemptThatDiedAndLeavesTheHoldingWhole() {
        TestDossier dossier = TestDossier.lawful();
        killSwitch.killOnce(dossier.id, IntakeProgress.Step.CHECKED);
        world.submit(agency, dossier);
        awaitReplicated(dossier);
        assertThat(secondsFromDecisionToSweep(dossier))
                .isEqualTo(3900L); // an hour, and five minutes for clocks

        world.ask(
                "UPDATE intake_dossier SET sweep_at = '2020-01-01' WHERE dossier_id = ? RETURNING id",
                dossier.id);
        JobScope.call("test", leftovers::sweepNext); // or the worker, if it was quicker

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(secondsFromDecisionToSweep(dossier)).isNull());
        for (TestDossier.Item item : dossier.items) {
            byte[] back =
                    given().auth()
                            .oauth2(
                                    TestTokens.token(
                                            "archivist.ancuu",
                                            agency,
                                            TestDossier.AGENCY_CODE,
                                            "agency-archivist"))
                            .get(
                                    "/v1/holdings/"
                                            + dossier.id
                                            + "/files/"
                                            + item.fileId()
                                            + "/content")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asByteArray();
            assertThat(back).isEqualTo(item.told());
        }
    }

    private void awaitReplicated(TestDossier dossier) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(world.toldBriefly(dossier.id)).contains("3 aip.replicated.v1"));
    }

    private @Nullable Object secondsFromDecisionToSweep(TestDossier dossier) {
        return world.ask(
                "SELECT extract(epoch FROM sweep_at - decided_at)::bigint FROM intake_dossier WHERE dossier_id = ?",
                dossier.id);
    }
}
