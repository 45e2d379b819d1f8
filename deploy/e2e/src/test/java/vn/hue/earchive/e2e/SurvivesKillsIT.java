package vn.hue.earchive.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hue.earchive.local.TestSuite;

/**
 * Any one process is killed (SIGKILL, no farewell) in the middle of a journey and started again
 * while its users go on as well-behaved clients do. The journey ends as if nothing had happened:
 * one register line, one dossier, one holding, one hit, the same bytes. Red when an acknowledged
 * step is lost or done twice.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class SurvivesKillsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private TestSuite suite;
    private User clerk;
    private User specialist;
    private User archivist;

    /** A process and the step that it does not live to see the end of. */
    enum Kill {
        GATEWAY("gateway", Step.REGISTER),
        DOCUMENT_SERVICE("document-service", Step.REGISTER),
        DOCUMENT_SERVICE_AFTER_SUBMISSION("document-service", Step.RECEIVE),
        ARCHIVE_SERVICE("archive-service", Step.RECEIVE),
        SEARCH_SERVICE("search-service", Step.REGISTER),
        POSTGRES("postgres", Step.FILE),
        POSTGRES_AFTER_SUBMISSION("postgres", Step.RECEIVE),
        KAFKA("kafka", Step.SUBMIT),
        S3_PRIMARY("s3-primary", Step.RECEIVE),
        S3_REPLICA("s3-replica", Step.RECEIVE),
        KEYCLOAK("keycloak", Step.OPEN),
        OPENSEARCH("opensearch", Step.REGISTER);

        final String victim;
        final Step during;

        Kill(String victim, Step during) {
            this.victim = victim;
            this.during = during;
        }
    }

    enum Step {
        REGISTER,
        OPEN,
        FILE,
        SUBMIT,
        RECEIVE
    }

    @BeforeAll
    void theSuiteRuns() {
        suite = TestSuite.start();
        clerk = User.named("clerk.vyda", suite).withPatience(PATIENCE);
        specialist = User.named("specialist.vyda", suite).withPatience(PATIENCE);
        archivist = User.named("archivist.vyda", suite).withPatience(PATIENCE);
    }

    @ParameterizedTest
    @EnumSource
    void theJourneyEndsAsIfNothingHadHappened(Kill kill) throws Exception {
        assertThat(suite.names()).contains(kill.victim);
        String mark = "K" + UUID.randomUUID().toString().substring(0, 8);
        Sample file = Sample.scanMarked(mark);
        Journey journey = new Journey(clerk, specialist, archivist);
        Blow blow = new Blow(kill);

        long before = highestNumber();
        blow.fallsIn(Step.REGISTER);
        Answer upload = journey.upload(file);
        Answer document =
                journey.register(
                        upload.text("id"), Journey.unusedNumber(), "Báo cáo thử nghiệm " + mark);
        blow.fallsIn(Step.OPEN);
        Answer dossier = journey.openAdHoc(mark, "Hồ sơ thử nghiệm " + mark);
        blow.fallsIn(Step.FILE);
        journey.file(dossier.text("id"), document.text("id"));
        journey.close(dossier.text("id"));
        blow.fallsIn(Step.SUBMIT);
        Answer submission = journey.submit(dossier.text("id"));
        blow.fallsIn(Step.RECEIVE);
        journey.accepted(submission.text("id"));
        Answer holding = journey.replicated(dossier.text("id"));
        blow.hasHealed();

        assertThat(document.json().path("arrivalNumber").asLong()).isEqualTo(before + 1);
        assertThat(highestNumber()).isEqualTo(before + 1);
        assertThat(holding.json().path("documents")).hasSize(1);
        String fileId = holding.json().at("/documents/0/files/0/fileId").asText();
        byte[] bytes =
                archivist
                        .get("/v1/holdings/" + dossier.text("id") + "/files/" + fileId + "/content")
                        .is(200)
                        .body();
        assertThat(Sample.sha256(bytes)).isEqualTo(file.sha256());
        Awaitility.await("search finds the document and the holding once each")
                .atMost(Journey.ARCHIVED_WITHIN)
                .untilAsserted(() ->
                        assertThat(found(mark))
                                .containsExactlyInAnyOrder(
                                        "document " + document.text("id"),
                                        "holding " + dossier.text("id")));
    }

    private List<String> found(String mark) {
        List<String> found = new ArrayList<>();
        for (JsonNode item :
                specialist.get("/v1/search?limit=50&q=" + mark).is(200).json().path("items")) {
            found.add(
                    item.path("kind").asText().toLowerCase(java.util.Locale.ROOT)
                            + " "
                            + item.path("id").asText());
        }
        return found;
    }

    private long highestNumber() {
        return clerk.get("/v1/incoming-documents?limit=1")
                .is(200)
                .json()
                .at("/items/0/arrivalNumber")
                .asLong();
    }

    /** Kills the victim when its step begins and starts it again while the step goes on. */
    private final class Blow {

        private final Kill kill;
        private CompletableFuture<Void> healing = CompletableFuture.completedFuture(null);

        Blow(Kill kill) {
            this.kill = kill;
        }

        void fallsIn(Step step) {
            if (step != kill.during) {
                return;
            }
            ProcessHandle victim = ProcessHandle.of(suite.pid(kill.victim)).orElseThrow();
            assertThat(victim.destroyForcibly()).isTrue();
            healing =
                    CompletableFuture.runAsync(() -> {
                        var _ = victim.onExit().join();
                        suite.heal();
                    });
        }

        void hasHealed() {
            healing.join();
        }
    }
}
