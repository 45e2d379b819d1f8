package vn.hue.earchive.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.events.SubmissionManifest;
import vn.hue.earchive.document.file.WorkingBucket;
import vn.hue.earchive.document.handover.MakeReminders;
import vn.hue.earchive.kit.objects.ObjectStore;
import vn.hue.earchive.kit.time.LegalDate;

/** Minutes of a hand-over, confirmed by both sides, and what a resubmission sends again. */
@QuarkusTest
class MinutesTest {

    @Inject @WorkingBucket ObjectStore bucket;
    @Inject PlayedArchive archive;
    @Inject MakeReminders reminders;
    @Inject ObjectMapper json;
    @Inject TestClock time;
    @Inject Clock clock;

    @BeforeEach
    void schedule() {
        Work.importSchedule();
    }

    @AfterEach
    void now() {
        time.reset();
    }

    private static String minutes(UUID submission) {
        return "/v1/submissions/" + submission + "/minutes";
    }

    private static ValidatableResponse confirm(
            TestAgency agency, UUID submission, String side, String sha256, String... roles) {
        return agency.creating(roles)
                .header("If-Match", Work.etag(agency, minutes(submission)))
                .body(Map.of("contentSha256", sha256))
                .post(minutes(submission) + "/" + side)
                .then();
    }

    /** Red when the counts are those of the batch instead of what was accepted. */
    @Test
    void theMinutesCountWhatWasAcceptedAndNameWhatCameBack() throws Exception {
        TestAgency agency = TestAgency.fresh();
        UUID taken = UUID.fromString(Work.closedDossier(agency, 2));
        UUID sentBack = UUID.fromString(Work.closedDossier(agency, 1));
        UUID submission =
                UUID.fromString(
                        Work.submit(agency, taken.toString(), sentBack.toString()).getString("id"));
        Problems.expect(
                agency.as("agency-archivist").get(minutes(submission)).then(), 404, "NOT_FOUND");

        archive.accept(agency, taken, submission, 1);
        archive.giveBack(agency, sentBack, submission, 1);
        PlayedArchive.await(
                agency, "/v1/submissions/" + submission, "minutes", minutes(submission));

        Problems.expect(
                TestAgency.fresh().as("leader").get(minutes(submission)).then(), 404, "NOT_FOUND");
        agency.as("agency-archivist")
                .get(minutes(submission))
                .then()
                .statusCode(200)
                .body("state", equalTo("WAITING"))
                .body("content.counts.dossiersDelivered", equalTo(2))
                .body("content.counts.dossiersAccepted", equalTo(1))
                .body("content.counts.documents", equalTo(2))
                .body("content.counts.pages", equalTo(4))
                .body("content.counts.files", equalTo(2))
                .body("content.accepted.dossierId", contains(taken.toString()))
                .body("content.accepted.position", contains(1))
                .body("content.returned.dossierId", contains(sentBack.toString()))
                .body("content.returned[0].reasonCodes", contains("VIRUS_FOUND"))
                .body("content.from", equalTo("2025-04-01"))
                .body("content.to", equalTo("2025-04-01"))
                .body("content.watermark", nullValue())
                .body("allowedActions", contains("confirmReceipt"))
                .body(
                        "contentSha256",
                        equalTo(
                                Digests.sha256(
                                        agency.as("auditor")
                                                .get(minutes(submission) + "/content")
                                                .asByteArray())));
    }

    private UUID accepted(TestAgency agency) throws Exception {
        UUID dossier = UUID.fromString(Work.closedDossier(agency, 1));
        UUID submission = UUID.fromString(Work.submit(agency, dossier.toString()).getString("id"));
        archive.accept(agency, dossier, submission, 1);
        PlayedArchive.await(
                agency, "/v1/submissions/" + submission, "minutes", minutes(submission));
        return submission;
    }

    /** Red when one person can stand for both sides, or confirms what was never seen. */
    @Test
    void twoPeopleConfirmWhatTheyHaveSeen() throws Exception {
        TestAgency agency = TestAgency.fresh();
        UUID submission = accepted(agency);
        String seen = agency.as("leader").get(minutes(submission)).path("contentSha256");

        Problems.expect(
                confirm(agency, submission, "receipt", "0".repeat(64), "agency-archivist"),
                409,
                "OTHER_MINUTES");
        confirm(agency, submission, "delivery", seen, "unit-head", "agency-archivist")
                .statusCode(200)
                .body("state", equalTo("WAITING"))
                .body("delivery.roles", equalTo("agency-archivist unit-head"));
        Problems.expect(
                confirm(agency, submission, "receipt", seen, "unit-head", "agency-archivist"),
                403,
                "DUTIES_NOT_SEPARATED");
        Problems.expect(
                confirm(agency, submission, "delivery", seen, "specialist"), 409, "SIDE_CONFIRMED");
        confirm(agency, submission, "receipt", seen, "agency-archivist")
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"))
                .body("receipt.by", equalTo("agency-archivist." + agency.code()))
                .body("allowedActions", empty());
        agency.as("specialist")
                .get("/v1/submissions/" + submission)
                .then()
                .body("confirmedAt", not(nullValue()));
    }

    /** Red when only the confirmations are compared and not who submitted. */
    @Test
    void whoSubmittedCannotConfirmTheReceipt() throws Exception {
        TestAgency agency = TestAgency.fresh();
        UUID dossier = UUID.fromString(Work.closedDossier(agency, 1));
        UUID submission =
                UUID.fromString(
                        agency.creating("specialist", "agency-archivist")
                                .body(Map.of("dossierIds", List.of(dossier)))
                                .post("/v1/submissions")
                                .then()
                                .statusCode(201)
                                .extract()
                                .path("id"));
        archive.accept(agency, dossier, submission, 1);
        PlayedArchive.await(
                agency, "/v1/submissions/" + submission, "minutes", minutes(submission));
        String seen = agency.as("leader").get(minutes(submission)).path("contentSha256");

        Problems.expect(
                confirm(agency, submission, "receipt", seen, "specialist", "agency-archivist"),
                403,
                "DUTIES_NOT_SEPARATED");
        confirm(agency, submission, "receipt", seen, "agency-archivist").statusCode(200);
    }

    /** Red when the sixty days of the archive are not watched, or a confirmed one is. */
    @Test
    void theArchiveIsRemindedOfItsSixtyDays() throws Exception {
        TestAgency agency = TestAgency.fresh();
        UUID submission = accepted(agency);
        agency.as("specialist")
                .get("/v1/submissions/" + submission)
                .then()
                .body("confirmDueOn", equalTo(LegalDate.today(clock).plusDays(60).toString()));

        time.moveBy(Duration.ofDays(46));
        reminders.run();
        agency.as("agency-archivist")
                .get("/v1/reminders")
                .then()
                .body("items.kind", contains("CONFIRMATION"))
                .body("items.subject", contains("/v1/submissions/" + submission))
                .body("items.daysLeft", contains(14));
        String seen = agency.as("leader").get(minutes(submission)).path("contentSha256");
        confirm(agency, submission, "delivery", seen, "specialist").statusCode(200);
        confirm(agency, submission, "receipt", seen, "agency-archivist").statusCode(200);
        time.moveBy(Duration.ofDays(70));
        reminders.run();

        agency.as("agency-archivist").get("/v1/reminders").then().body("items", empty());
    }

    @Test
    void aBatchThatCameBackWholeHasNothingToConfirm() throws Exception {
        TestAgency agency = TestAgency.fresh();
        UUID dossier = UUID.fromString(Work.closedDossier(agency, 1));
        UUID submission = UUID.fromString(Work.submit(agency, dossier.toString()).getString("id"));

        archive.giveBack(agency, dossier, submission, 1);
        PlayedArchive.await(agency, "/v1/submissions/" + submission, "state", "RETURNED");

        agency.as("specialist")
                .get("/v1/submissions/" + submission)
                .then()
                .body("minutes", nullValue())
                .body("confirmDueOn", nullValue());
    }

    private List<String> keys(TestAgency agency) {
        List<String> keys = new ArrayList<>();
        bucket.list(agency.id() + "/").forEachRemaining(o -> keys.add(o.key()));
        return keys;
    }

    /** Red when an unchanged file is stored anew, or the manifest does not say what is new. */
    @Test
    void aResubmissionSendsOnlyWhatChanged() throws Exception {
        TestAgency agency = TestAgency.fresh();
        String dossier = Work.openDossier(agency);
        String keptFile = Work.upload(agency, Work.pdf());
        String badFile = Work.upload(agency, Work.pdf());
        String bad = Work.register(agency, Work.registration(badFile));
        Work.file(agency, dossier, Work.register(agency, Work.registration(keptFile)));
        Work.file(agency, dossier, bad);
        Work.close(agency, dossier);
        UUID first = UUID.fromString(Work.submit(agency, dossier).getString("id"));
        archive.giveBack(agency, UUID.fromString(dossier), first, 1);
        PlayedArchive.await(agency, "/v1/dossiers/" + dossier, "state", "RETURNED");
        reopenAndReplace(agency, dossier, bad);
        List<String> before = keys(agency);

        agency.creating("specialist")
                .body(Map.of("dossierIds", List.of(dossier)))
                .post("/v1/submissions")
                .then()
                .statusCode(201)
                .body("items[0].resubmission.of", equalTo(first.toString()))
                .body("items[0].resubmission.unchangedFiles", equalTo(1))
                .body("items[0].resubmission.newFiles", equalTo(1));

        List<String> added = new ArrayList<>(keys(agency));
        added.removeAll(before);
        assertThat(added).as("two traces and the manifest, no file").hasSize(3);
        SubmissionManifest.Dossier sent = manifest(added).dossiers().getFirst();
        assertThat(sent.openedUnderCode()).isNull();
        SubmissionManifest.Resubmission told =
                java.util.Objects.requireNonNull(sent.resubmission());
        assertThat(told.previousSubmissionId()).isEqualTo(first);
        assertThat(told.unchangedFileIds()).containsExactly(UUID.fromString(keptFile));
        assertThat(told.newFileIds()).hasSize(1);
        assertThat(told.removedFileIds()).containsExactly(UUID.fromString(badFile));
    }

    /** Red when the archive would return the dossier for a code that is no longer the agency's. */
    @Test
    void anAgencyMayBeRenamedBeforeItSubmits() throws Exception {
        TestAgency agency = TestAgency.fresh();
        String dossier = Work.closedDossier(agency, 1);
        TestAgency.city()
                .as("operator")
                .contentType("application/json")
                .header("If-Match", "\"v1\"")
                .body(
                        Map.of(
                                "code",
                                agency.code() + ".1",
                                "name",
                                "UBND phường Mới",
                                "provisional",
                                true,
                                "validFrom",
                                "2025-07-01"))
                .put("/v1/agencies/" + agency.id())
                .then()
                .statusCode(200);
        List<String> before = keys(agency);

        Work.submit(agency, dossier);

        List<String> added = new ArrayList<>(keys(agency));
        added.removeAll(before);
        SubmissionManifest manifest = manifest(added);
        assertThat(manifest.agencyCode()).isEqualTo(agency.code() + ".1");
        assertThat(manifest.dossiers().getFirst().openedUnderCode()).isEqualTo(agency.code());
    }

    private static void reopenAndReplace(TestAgency agency, String dossier, String bad) {
        agency.creating("specialist")
                .header("If-Match", Work.etag(agency, "/v1/dossiers/" + dossier))
                .body(Map.of("reason", "Thay tệp nhiễm mã độc"))
                .post("/v1/dossiers/" + dossier + "/reopening")
                .then()
                .statusCode(200);
        agency.as("specialist")
                .header("If-Match", Work.etag(agency, "/v1/dossiers/" + dossier))
                .delete("/v1/dossiers/" + dossier + "/documents/" + bad)
                .then()
                .statusCode(200);
        Work.file(agency, dossier, Work.register(agency));
        Work.close(agency, dossier);
    }

    private SubmissionManifest manifest(List<String> keys) throws Exception {
        for (String key : keys) {
            try (var in = bucket.get(key)) {
                byte[] bytes = in.readAllBytes();
                if (bytes[0] == '{') {
                    return json.readValue(bytes, SubmissionManifest.class);
                }
            }
        }
        throw new AssertionError("no manifest");
    }
}
