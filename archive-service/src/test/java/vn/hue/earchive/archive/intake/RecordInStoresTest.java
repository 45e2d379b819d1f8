package vn.hue.earchive.archive.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.archive.store.StoreVandal;
import vn.hue.earchive.document.events.SubmissionSubmitted;
import vn.hue.earchive.kit.ids.Ids;

/** What the archive acknowledges lies in the stores before, in both. */
@QuarkusTest
@QuarkusTestResource(value = ArchiveComponents.class, restrictToAnnotatedClass = false)
class RecordInStoresTest {

    @Inject ArchiveWorld world;
    @Inject KillSwitch killSwitch;
    @Inject Config config;
    @Inject ObjectMapper json;

    private final UUID agency = Ids.next();

    /**
     * Red when the record is left out of a store, or when an attempt that found the package
     * complete says another moment of acceptance than the stores do.
     */
    @Test
    void bothStoresTellTheAcceptanceAsTheDatabaseDoesAlsoAfterADeathInBetween() throws Exception {
        TestDossier dossier = TestDossier.lawful();
        killSwitch.killOnce(dossier.id, IntakeProgress.Step.PRESERVED);

        SubmissionSubmitted submission = world.submit(agency, dossier);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> world.toldBriefly(dossier.id).contains("3 aip.replicated.v1"));
        assertThat(killSwitch.hasKilled(dossier.id)).isTrue();
        for (String store : List.of("primary", "replica")) {
            JsonNode record = record(store, dossier.id);
            assertThat(Instant.parse(record.path("acceptedAt").asText()))
                    .isEqualTo(instant("SELECT accepted_at FROM holding WHERE id = ?", dossier.id))
                    .isEqualTo(
                            instant(
                                    "SELECT decided_at FROM intake_dossier WHERE dossier_id = ?",
                                    dossier.id));
            assertThat(record.path("toldBefore").asLong()).isZero();
            assertThat(record.path("intake").path("manifest_sha256").asText())
                    .isEqualTo(submission.manifestSha256());
            assertThat(record.path("intakeDossier").path("state").asText()).isEqualTo("ACCEPTED");
        }
    }

    private JsonNode record(String store, UUID dossierId) throws Exception {
        StoreVandal vandal = StoreVandal.at(store, config);
        String objId = (String) world.ask("SELECT aip_id FROM holding WHERE id = ?", dossierId);
        String index =
                vandal.keys(StoreVandal.root(String.valueOf(objId))).stream()
                        .filter(key -> key.endsWith("/aip.offsets.json"))
                        .findFirst()
                        .orElseThrow();
        return json.readTree(vandal.bytes(index)).path("custody");
    }

    private Instant instant(String question, UUID id) {
        return (Instant) java.util.Objects.requireNonNull(world.ask(question, id));
    }
}
