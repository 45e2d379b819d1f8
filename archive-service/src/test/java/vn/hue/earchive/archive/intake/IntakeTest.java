package vn.hue.earchive.archive.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hue.earchive.archive.aip.AipDescription;
import vn.hue.earchive.archive.pdfa.TestPdf;
import vn.hue.earchive.archive.store.AipStore;
import vn.hue.earchive.document.events.SubmissionSubmitted;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.local.TestTokens;

/**
 * The journey steps "receive", "preserve" and "replicate", from the event and the working bucket to
 * the bytes that come back, on real components.
 */
@QuarkusTest
@QuarkusTestResource(value = ArchiveComponents.class, restrictToAnnotatedClass = false)
class IntakeTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject ArchiveWorld world;
    @Inject KillSwitch killSwitch;
    @Inject AipStore store;

    @SuppressWarnings("NullAway.Init") // by ArchiveComponents
    Cable replica;

    private final UUID agency = Ids.next();

    /**
     * Red when the content is read from anywhere but the package, when a file's offset is off by
     * one, or when one of the events is left out.
     */
    @Test
    void aGoodSubmissionBecomesAHoldingWhoseBytesComeBackIdentical() {
        TestDossier dossier = TestDossier.lawful();

        SubmissionSubmitted submission = world.submit(agency, dossier);

        awaitTold(dossier.id, "1 dossier.accepted.v1", "2 aip.stored.v1", "3 aip.replicated.v1");
        intake(submission)
                .body("state", equalTo("DECIDED"))
                .body("dossiers[0].state", equalTo("ACCEPTED"))
                .body("dossiers[0].checks.METADATA", equalTo("PASSED"))
                .body("dossiers[0].checks.ORDINALS", equalTo("PASSED"))
                .body("dossiers[0].checks.DIGEST", equalTo("PASSED"))
                .body("dossiers[0].checks.VIRUS", equalTo("NOT_SCANNED"))
                .body("dossiers[0].checks.FORMAT", equalTo("WARNING"))
                .body("dossiers[0].checks.SIGNATURE", equalTo("PASSED"))
                .body("dossiers[0].documents", hasSize(2))
                .body("dossiers[0].documents[0].files[0].puid", equalTo("fmt/20"));
        given().auth()
                .oauth2(archivist())
                .get("/v1/holdings/" + dossier.id)
                .then()
                .statusCode(200)
                .header("ETag", "\"v3\"")
                .body("state", equalTo("REPLICATED"))
                .body("archivalFileCode", equalTo("H57.21." + dossier.fileCode))
                .body("preservation.underReplicated", equalTo(false))
                .body("preservation.copies.store", hasItems("primary", "replica"))
                .body(
                        "documents.docCode",
                        contains(
                                dossier.docCode(dossier.items.get(0)),
                                dossier.docCode(dossier.items.get(1))));
        for (TestDossier.Item item : dossier.items) {
            byte[] back =
                    given().auth()
                            .oauth2(archivist())
                            .get(content(dossier, item))
                            .then()
                            .statusCode(200)
                            .extract()
                            .asByteArray();
            assertThat(back).isEqualTo(item.told());
        }
    }

    /**
     * Red when a PDF is called PDF/A because it says so, or when what was found is not in the
     * report.
     */
    @Test
    void aPdfIsCheckedForBeingThePdfAThatItClaimsToBe() {
        TestDossier dossier =
                new TestDossier()
                        .file("chuẩn.pdf", "application/pdf", TestPdf.pdfa())
                        .file("không chuẩn.pdf", "application/pdf", TestPdf.pretender());

        SubmissionSubmitted submission = world.submit(agency, dossier);

        awaitTold(dossier.id, "1 dossier.accepted.v1", "2 aip.stored.v1", "3 aip.replicated.v1");
        intake(submission)
                .body("dossiers[0].documents[0].checks.PDFA", equalTo("PASSED"))
                .body("dossiers[0].documents[0].checks.FORMAT", equalTo("PASSED"))
                .body("dossiers[0].documents[1].checks.PDFA", equalTo("FAILED"))
                .body("dossiers[0].findings.code", hasItems("PDFA_CONFORMS", "PDFA_BROKEN"));
    }

    /**
     * Red when the photos of a submission are not checked, packed or told of: each leaves the
     * dossier incomplete without anybody noticing (shown by leaving them out of {@code
     * DossierPlan.items}).
     */
    @Test
    void photosAreKeptAndComeBackLikeDocuments() {
        TestDossier dossier =
                TestDossier.lawful()
                        .photo("hội nghị 1.jpg", TestDossier.jpeg(40_000))
                        .photo("hội nghị 2.jpg", TestDossier.jpeg(50_000))
                        .withConditionalLast();

        SubmissionSubmitted submission = world.submit(agency, dossier);

        awaitTold(dossier.id, "1 dossier.accepted.v1", "2 aip.stored.v1", "3 aip.replicated.v1");
        intake(submission)
                .body("dossiers[0].checks.ORDINALS", equalTo("PASSED"))
                .body("dossiers[0].checks.DIGEST", equalTo("PASSED"))
                .body(
                        "dossiers[0].documents.docCode",
                        hasItem(dossier.docCode(dossier.photos().get(1))));
        given().auth()
                .oauth2(archivist())
                .get("/v1/holdings/" + dossier.id)
                .then()
                .statusCode(200)
                .body("documents", hasSize(2))
                .body("mediaItems.ordinal", contains(3, 4))
                .body("mediaItems[0].kind", equalTo("PHOTO"))
                .body("mediaItems[0].eventName", containsString("Hội nghị"))
                .body("mediaItems.accessMode", contains("01", "02"))
                .body("mediaItems[0].files[0].mediaType", equalTo("image/jpeg"));
        for (TestDossier.Item photo : dossier.photos()) {
            byte[] back =
                    given().auth()
                            .oauth2(archivist())
                            .get(content(dossier, photo))
                            .then()
                            .statusCode(200)
                            .extract()
                            .asByteArray();
            assertThat(back).isEqualTo(photo.told());
        }
    }

    /** Red when the ordinals or the bytes of photos are not looked at. */
    @Test
    void returnsADossierWhosePhotoIsDamaged() {
        TestDossier dossier =
                TestDossier.lawful()
                        .photoStoredAs("hỏng.jpg", TestDossier.jpeg(9000), TestDossier.jpeg(9000))
                        .withGapBeforeLast();

        SubmissionSubmitted submission = world.submit(agency, dossier);

        awaitTold(dossier.id, "1 dossier.returned.v1");
        intake(submission)
                .body(
                        "dossiers[0].findings.code",
                        hasItems("ORDINALS_NOT_CONTINUOUS", "DIGEST_MISMATCH"));
    }

    /**
     * Red when the archive says of a signature what the registration did not find, or sends a
     * dossier back for one: a person decides about it.
     */
    @ParameterizedTest
    @CsvSource({
        "VALID,PASSED,SIGNED_AT_REGISTRATION",
        "VALID_AT_TIME,PASSED,SIGNED_AT_REGISTRATION",
        "INDETERMINATE,WARNING,SIGNATURE_INDETERMINATE_AT_REGISTRATION",
        "INVALID,FAILED,SIGNATURE_INVALID_AT_REGISTRATION"
    })
    void tellsWhatTheRegistrationFoundOfSignatures(String found, String check, String code) {
        TestDossier dossier = TestDossier.lawful().signed(found);

        SubmissionSubmitted submission = world.submit(agency, dossier);

        awaitTold(dossier.id, "1 dossier.accepted.v1", "2 aip.stored.v1", "3 aip.replicated.v1");
        intake(submission)
                .body("dossiers[0].state", equalTo("ACCEPTED"))
                .body("dossiers[0].checks.SIGNATURE", equalTo(check))
                .body("dossiers[0].findings.code", hasItem(code));
    }

    /**
     * Red when the first finding ends the checks, or when the package of a refused dossier is
     * completed.
     */
    @Test
    void returnsADossierWithEveryReasonAndKeepsNothing() {
        TestDossier dossier =
                new TestDossier()
                        .fileStoredAs("sai.pdf", TestDossier.pdf(5000), TestDossier.pdf(5000))
                        .fileStoredAs("cut.pdf", TestDossier.pdf(5000), TestDossier.pdf(4000))
                        .fileStoredAs("gone.pdf", TestDossier.pdf(5000), null)
                        .file("run.exe", "application/pdf", executable())
                        .withGapBeforeLast()
                        .titled(" ")
                        .withoutEnd();

        SubmissionSubmitted submission = world.submit(agency, dossier);

        awaitTold(dossier.id, "1 dossier.returned.v1");
        intake(submission)
                .body("dossiers[0].state", equalTo("RETURNED"))
                .body(
                        "dossiers[0].findings.code",
                        hasItems(
                                "FIELD_MISSING",
                                "ORDINALS_NOT_CONTINUOUS",
                                "DIGEST_MISMATCH",
                                "SIZE_MISMATCH",
                                "FILE_NOT_FOUND",
                                "FORMAT_NOT_ACCEPTED"))
                .body(
                        "dossiers[0].findings.find { it.code == 'DIGEST_MISMATCH' }.message",
                        containsString("sai.pdf"));
        assertThat(world.told(dossier.id).getFirst().data().get("reasons").findValuesAsText("code"))
                .contains("FIELD_MISSING", "DIGEST_MISMATCH", "FORMAT_NOT_ACCEPTED");
        assertNothingKept(submission, dossier);
    }

    /** Red when the bytes alone are not enough to refuse a dossier: its description is lawful. */
    @Test
    void returnsADossierOfWhichOneFileIsNotWhatWasSubmitted() {
        TestDossier dossier =
                TestDossier.lawful()
                        .fileStoredAs("sai.pdf", TestDossier.pdf(9000), TestDossier.pdf(9000))
                        .file("sau.pdf", "application/pdf", TestDossier.pdf(3000));

        SubmissionSubmitted submission = world.submit(agency, dossier);

        awaitTold(dossier.id, "1 dossier.returned.v1");
        intake(submission)
                .body(
                        "dossiers[0].findings.findAll { it.severity == 'ERROR' }.code",
                        contains("DIGEST_MISMATCH"))
                .body("dossiers[0].documents", hasSize(4));
        assertNothingKept(submission, dossier);
    }

    /** Red when an unknown format is only warned of. */
    @Test
    void returnsADossierWithAFormatThatIsNotAccepted() {
        TestDossier dossier = TestDossier.lawful().file("run.pdf", "application/pdf", executable());

        SubmissionSubmitted submission = world.submit(agency, dossier);

        awaitTold(dossier.id, "1 dossier.returned.v1");
        intake(submission)
                .body("dossiers[0].findings.code", hasItems("FORMAT_NOT_ACCEPTED"))
                .body("dossiers[0].checks.DIGEST", equalTo("PASSED"));
        assertNothingKept(submission, dossier);
    }

    /** Red when the mode 03 passes the description rules. */
    @Test
    void neverTakesContentMarkedAsStateSecret() {
        TestDossier dossier = TestDossier.lawful().accessMode("03");

        SubmissionSubmitted submission = world.submit(agency, dossier);

        awaitTold(dossier.id, "1 dossier.returned.v1");
        intake(submission).body("dossiers[0].findings.code", hasItems("STATE_SECRET_NOT_ALLOWED"));
        assertNothingKept(submission, dossier);
    }

    /** Red when one refused dossier holds back the others of its submission. */
    @Test
    void decidesOverEachDossierOfASubmissionByItself() {
        TestDossier good = TestDossier.lawful();
        TestDossier bad = TestDossier.lawful().withGapBeforeLast();

        SubmissionSubmitted submission = world.submit(agency, good, bad);

        awaitTold(good.id, "1 dossier.accepted.v1", "2 aip.stored.v1", "3 aip.replicated.v1");
        awaitTold(bad.id, "1 dossier.returned.v1");
        intake(submission).body("counts.ACCEPTED", equalTo(1)).body("counts.RETURNED", equalTo(1));
    }

    /** Red when the version of the returned one is not counted, or its row blocks a new one. */
    @Test
    void takesAReturnedDossierThatWasMendedAndSubmittedAgain() {
        TestDossier dossier = TestDossier.lawful().withoutEnd();
        world.submit(agency, dossier);
        awaitTold(dossier.id, "1 dossier.returned.v1");

        world.submit(agency, dossier.mended());

        awaitTold(
                dossier.id,
                "1 dossier.returned.v1",
                "2 dossier.accepted.v1",
                "3 aip.stored.v1",
                "4 aip.replicated.v1");
    }

    /** Red when a second submission of what is in custody makes a second package. */
    @Test
    void returnsADossierThatIsInCustodyAlready() {
        TestDossier dossier = TestDossier.lawful();
        world.submit(agency, dossier);
        awaitTold(dossier.id, "1 dossier.accepted.v1", "2 aip.stored.v1", "3 aip.replicated.v1");

        SubmissionSubmitted again = world.submit(agency, dossier);

        awaitTold(
                dossier.id,
                "1 dossier.accepted.v1",
                "2 aip.stored.v1",
                "3 aip.replicated.v1",
                "4 dossier.returned.v1");
        intake(again).body("dossiers[0].findings.code", hasItems("ALREADY_IN_CUSTODY"));
    }

    /**
     * Red when the inbox row is left out and the intake is not looked up either; each alone keeps
     * it green.
     */
    @Test
    void duplicateEventsDoNothingTwice() {
        TestDossier dossier = TestDossier.lawful();
        SubmissionSubmitted submission = world.prepare(agency, dossier);
        UUID eventId = Ids.next();

        world.publish(submission, eventId);
        world.publish(submission, eventId);
        world.publish(submission, Ids.next());

        awaitTold(dossier.id, "1 dossier.accepted.v1", "2 aip.stored.v1", "3 aip.replicated.v1");
        TestDossier later = TestDossier.lawful();
        world.submit(agency, later);
        awaitTold(later.id, "1 dossier.accepted.v1", "2 aip.stored.v1", "3 aip.replicated.v1");
        assertThat(world.toldBriefly(dossier.id)).hasSize(3);
        assertThat(
                        world.ask(
                                "SELECT count(*) FROM intake_dossier WHERE dossier_id = ?",
                                dossier.id))
                .isEqualTo(1L);
    }

    /**
     * Red when the lease of a dead worker does not end, when the package is made anew under another
     * id, or when the decision is not one transaction.
     */
    @ParameterizedTest
    @EnumSource(IntakeProgress.Step.class)
    void goesOnAfterADeathAtAnyStep(IntakeProgress.Step step) {
        TestDossier dossier = TestDossier.lawful();
        killSwitch.killOnce(dossier.id, step);

        SubmissionSubmitted submission = world.submit(agency, dossier);

        awaitTold(dossier.id, "1 dossier.accepted.v1", "2 aip.stored.v1", "3 aip.replicated.v1");
        assertThat(killSwitch.hasKilled(dossier.id)).isTrue();
        intake(submission)
                .body("dossiers[0].state", equalTo("ACCEPTED"))
                .body("dossiers[0].checks.DIGEST", equalTo("PASSED"));
        assertThat(store.find(objectId(submission, dossier))).isPresent();
    }

    /**
     * Red when a dossier waits for the second store, when the required copies are told too early,
     * or when nobody makes the missing copy.
     */
    @Test
    void acceptsWithOneStoreDownAndHealsTheCopyLater() {
        TestDossier dossier = TestDossier.lawful();
        replica.pull();
        try {
            world.submit(agency, dossier);

            awaitTold(dossier.id, "1 dossier.accepted.v1", "2 aip.stored.v1");
            given().auth()
                    .oauth2(archivist())
                    .get("/v1/holdings?state=STORED")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(dossier.id.toString()))
                    .body("items[0].preservation.underReplicated", equalTo(true));
            await().atMost(SOON)
                    .untilAsserted(() ->
                            given().get("/q/metrics")
                                    .then()
                                    .body(
                                            not(
                                                    containsString(
                                                            "earchive_holdings_underreplicated 0.0"))));
        } finally {
            replica.plugIn();
        }

        awaitTold(dossier.id, "1 dossier.accepted.v1", "2 aip.stored.v1", "3 aip.replicated.v1");
        given().auth()
                .oauth2(archivist())
                .get("/v1/holdings/" + dossier.id)
                .then()
                .body("preservation.copies.store", hasItems("primary", "replica"));
    }

    /**
     * Red when the manifest is used before its digest is known, or when the dossier is returned.
     */
    @Test
    void blocksWhatHasAnAlteredManifestAndGoesOnWhenItIsRestored() throws Exception {
        TestDossier dossier = TestDossier.lawful();
        SubmissionSubmitted submission = world.prepare(agency, dossier);
        byte[] manifest = world.get(submission.manifestKey());
        world.put(
                submission.manifestKey(),
                new String(manifest, StandardCharsets.UTF_8)
                        .replace("hội nghị tổng kết", "hội nghị sơ kết")
                        .getBytes(StandardCharsets.UTF_8));

        world.publish(submission, Ids.next());

        await().atMost(SOON)
                .untilAsserted(() ->
                        intake(submission)
                                .body("state", equalTo("BLOCKED"))
                                .body("dossiers[0].waiting.code", equalTo("MANIFEST_ALTERED")));
        assertThat(world.told(dossier.id)).isEmpty();
        world.put(submission.manifestKey(), manifest);
        awaitTold(dossier.id, "1 dossier.accepted.v1", "2 aip.stored.v1", "3 aip.replicated.v1");
    }

    /**
     * Red when a missing manifest is taken for a store that is down, or for an empty submission.
     */
    @Test
    void blocksWhatHasNoManifest() {
        TestDossier dossier = TestDossier.lawful();
        SubmissionSubmitted submission = world.prepare(agency, dossier);
        world.drop(submission.manifestKey());

        world.publish(submission, Ids.next());

        await().atMost(SOON)
                .untilAsserted(() ->
                        intake(submission)
                                .body("dossiers[0].waiting.code", equalTo("MANIFEST_MISSING")));
    }

    /** Red when the decision leaves no audit row, or leaves it outside its transaction. */
    @Test
    void everyStepLeavesAnAuditEntry() {
        TestDossier dossier = TestDossier.lawful();

        SubmissionSubmitted submission = world.submit(agency, dossier);

        awaitTold(dossier.id, "1 dossier.accepted.v1", "2 aip.stored.v1", "3 aip.replicated.v1");
        assertThat(
                        world.ask(
                                "SELECT string_agg(action, ' ' ORDER BY version) FROM audit_entry WHERE aggregate_id = ?",
                                dossier.id))
                .isEqualTo("dossier.accept aip.store aip.replicate");
        assertThat(
                        world.ask(
                                "SELECT action FROM audit_entry WHERE aggregate_id = ?",
                                submission.submissionId()))
                .isEqualTo("submission.receive");
    }

    private void awaitTold(UUID dossierId, String... facts) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(world.toldBriefly(dossierId)).containsExactly(facts));
    }

    private ValidatableResponse intake(SubmissionSubmitted submission) {
        return given().auth()
                .oauth2(archivist())
                .get("/v1/intakes/" + submission.submissionId())
                .then()
                .statusCode(200);
    }

    private void assertNothingKept(SubmissionSubmitted submission, TestDossier dossier) {
        given().auth().oauth2(archivist()).get("/v1/holdings/" + dossier.id).then().statusCode(404);
        assertThat(store.find(objectId(submission, dossier))).isEmpty();
    }

    private String objectId(SubmissionSubmitted submission, TestDossier dossier) {
        Object id =
                world.ask(
                        "SELECT id FROM intake_dossier WHERE submission_id = ? AND dossier_id = ?",
                        submission.submissionId(),
                        dossier.id);
        return AipDescription.objIdOf(UUID.fromString(String.valueOf(id)));
    }

    private String archivist() {
        return TestTokens.token(
                "archivist.ancuu", agency, TestDossier.AGENCY_CODE, "agency-archivist");
    }

    private static String content(TestDossier dossier, TestDossier.Item item) {
        return "/v1/holdings/%s/files/%s/content".formatted(dossier.id, item.fileId());
    }

    private static byte[] executable() {
        byte[] bytes = new byte[2000];
        bytes[0] = 'M';
        bytes[1] = 'Z';
        bytes[60] = (byte) 128;
        bytes[128] = 'P';
        bytes[129] = 'E';
        return bytes;
    }
}
