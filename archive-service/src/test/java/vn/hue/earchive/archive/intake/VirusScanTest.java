package vn.hue.earchive.archive.intake;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.events.SubmissionSubmitted;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.local.TestTokens;

/** The virus check with a real clamd; skipped, and said so, where it is not installed. */
@QuarkusTest
@NeedsClamd
@QuarkusTestResource(value = ArchiveComponents.class, restrictToAnnotatedClass = false)
@QuarkusTestResource(value = Clamd.class, restrictToAnnotatedClass = true)
class VirusScanTest {

    @Inject ArchiveWorld world;

    private final UUID agency = Ids.next();

    /** Red when the verdict is not waited for, or the bytes reach the scanner in part. */
    @Test
    void returnsADossierWithAnInfectedFileAndAcceptsACleanOne() {
        byte[] infected = (Clamd.eicar() + " ".repeat(20)).getBytes(StandardCharsets.US_ASCII);
        TestDossier bad = TestDossier.lawful().file("van-ban.txt", "text/plain", infected);
        TestDossier good = TestDossier.lawful();

        SubmissionSubmitted submission = world.submit(agency, bad, good);

        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        world.toldBriefly(bad.id).contains("1 dossier.returned.v1")
                                && world.toldBriefly(good.id).contains("3 aip.replicated.v1"));
        given().auth()
                .oauth2(
                        TestTokens.token(
                                "archivist.ancuu",
                                agency,
                                TestDossier.AGENCY_CODE,
                                "agency-archivist"))
                .get("/v1/intakes/" + submission.submissionId())
                .then()
                .body(
                        "dossiers.find { it.dossierId == '" + bad.id + "' }.findings.code",
                        hasItem("VIRUS_FOUND"))
                .body(
                        "dossiers.find { it.dossierId == '" + bad.id + "' }.checks.VIRUS",
                        equalTo("FAILED"))
                .body(
                        "dossiers.find { it.dossierId == '" + good.id + "' }.checks.VIRUS",
                        equalTo("PASSED"));
    }

    /** Red when a scanner that is down counts as "not configured". */
    @Test
    void waitsForAScannerThatIsDown() {
        TestDossier dossier = TestDossier.lawful();
        Clamd.stopNow();
        SubmissionSubmitted submission = world.submit(agency, dossier);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        given().auth()
                                .oauth2(
                                        TestTokens.token(
                                                "archivist.ancuu",
                                                agency,
                                                TestDossier.AGENCY_CODE,
                                                "agency-archivist"))
                                .get("/v1/intakes/" + submission.submissionId())
                                .then()
                                .body("dossiers[0].waiting.code", equalTo("SCANNER_UNAVAILABLE")));

        Clamd.startAgain();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> world.toldBriefly(dossier.id).contains("3 aip.replicated.v1"));
    }
}
