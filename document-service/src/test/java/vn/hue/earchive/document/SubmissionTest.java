package vn.hue.earchive.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.events.Retention;
import vn.hue.earchive.document.events.SubmissionManifest;
import vn.hue.earchive.document.file.WorkingBucket;
import vn.hue.earchive.document.submission.ReleaseWorkingBytes;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.objects.ObjectStore;

/** Hand-over, with the archive played by its events on the real broker. */
@QuarkusTest
class SubmissionTest {

    @Inject @WorkingBucket ObjectStore bucket;
    @Inject ReleaseWorkingBytes release;
    @Inject PlayedArchive archive;
    @Inject ObjectMapper json;
    @Inject EntityManager entities;

    @BeforeEach
    void schedule() {
        Work.importSchedule();
    }

    private static UUID submit(TestAgency agency, String dossier) {
        return UUID.fromString(Work.submit(agency, dossier).getString("id"));
    }

    /**
     * Red when the archive keeps a document by the period of its dossier against what was decided.
     */
    @Test
    void aDocumentsOwnPeriodGoesWithTheManifest() throws Exception {
        TestAgency agency = TestAgency.fresh();
        String own = Work.register(agency);
        String other = Work.register(agency);
        String dossier = Work.openDossier(agency);
        Work.file(agency, dossier, own);
        Work.file(agency, dossier, other);
        agency.creating("specialist")
                .header("If-Match", Work.etag(agency, "/v1/dossiers/" + dossier))
                .body(Map.of("ruleCode", "G1.02", "reason", "Văn bản quy định chung của ngành"))
                .post("/v1/dossiers/" + dossier + "/documents/" + own + "/retention-override")
                .then()
                .statusCode(200);
        Work.close(agency, dossier);

        submit(agency, dossier);

        var documents = manifest(agency).dossiers().getFirst().documents();
        Retention chosen = Objects.requireNonNull(documents.getFirst().retention());
        assertThat(chosen.ruleCode()).isEqualTo("G1.02");
        assertThat(chosen.kind()).isEqualTo("PERMANENT");
        assertThat(documents.getLast().retention()).isNull();
    }

    private SubmissionManifest manifest(TestAgency agency) throws Exception {
        for (var keys = bucket.list(agency.id() + "/"); keys.hasNext(); ) {
            try (var in = bucket.get(keys.next().key())) {
                byte[] bytes = in.readAllBytes();
                if (bytes[0] == '{') {
                    return json.readValue(bytes, SubmissionManifest.class);
                }
            }
        }
        throw new AssertionError("no manifest");
    }

    /** Red when bytes go on acceptance already, or stay behind after the replication. */
    @Test
    void acceptedDossiersAreHandedOverAndTheirBytesLeaveOnlyWhenTheCopiesExist() throws Exception {
        TestAgency agency = TestAgency.fresh();
        byte[] pdf = Work.pdf();
        String upload = Work.upload(agency, pdf);
        String document = Work.register(agency, Work.registration(upload));
        String dossier = Work.openDossier(agency);
        Work.file(agency, dossier, document);
        Work.close(agency, dossier);
        UUID submission = submit(agency, dossier);
        String content = "/v1/documents/" + document + "/files/" + upload + "/content";

        archive.accept(agency, UUID.fromString(dossier), submission, 1);
        PlayedArchive.await(agency, "/v1/dossiers/" + dossier, "state", "IN_AGENCY_ARCHIVE");
        release.run();
        agency.as("specialist").get(content).then().statusCode(200);
        agency.as("specialist")
                .get("/v1/submissions/" + submission)
                .then()
                .body("state", equalTo("ACCEPTED"))
                .body("items.state", contains("ACCEPTED"));

        archive.replicated(agency, UUID.fromString(dossier), submission, 2);
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> {
                    release.run();
                    Problems.expect(
                                    agency.as("specialist").get(content).then(),
                                    410,
                                    "CONTENT_IN_ARCHIVE")
                            .body(
                                    "nextStep",
                                    containsString("/v1/holdings/" + dossier + "/files/" + upload));
                });
        var left = bucket.list(agency.id() + "/");
        String manifest = left.next().key();
        assertThat(left.hasNext()).as("only the manifest stays").isFalse();
        try (var in = bucket.get(manifest)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(submission.toString());
        }
    }

    /**
     * Red when photos stay behind at the hand-over, take the place of documents, or their bytes
     * stay in the working bucket for ever (shown by marking what was taken out instead).
     */
    @Test
    void photosGoWithTheirDossierAndTheirBytesLeaveWhenTheCopiesExist() throws Exception {
        TestAgency agency = TestAgency.fresh();
        String dossier = Work.openDossier(agency);
        Work.file(agency, dossier, Work.register(agency));
        String first = MediaTest.upload(agency, "image/jpeg", MediaTest.jpeg());
        String back = MediaTest.upload(agency, "image/jpeg", MediaTest.jpeg());
        String item =
                MediaTest.add(agency, dossier, MediaTest.photo(first, back))
                        .statusCode(201)
                        .extract()
                        .path("id");
        Work.close(agency, dossier);

        UUID submission = submit(agency, dossier);

        SubmissionManifest.Dossier handedOver = manifest(agency).dossiers().getFirst();
        assertThat(handedOver.media()).hasSize(1);
        SubmissionManifest.MediaItem photo = handedOver.media().getFirst();
        assertThat(photo.ordinal()).isEqualTo(2);
        assertThat(photo.docCode()).isEqualTo(handedOver.description().fileCode() + ".0000002");
        assertThat(photo.description().kind()).isEqualTo("PHOTO");
        assertThat(photo.description().eventName()).isEqualTo("Lễ công bố thành lập phường");
        assertThat(photo.files())
                .extracting(file -> file.description().fileId() + " " + file.description().role())
                .containsExactly(first + " MAIN", back + " ATTACHMENT");

        String content = MediaTest.items(dossier) + "/" + item + "/files/" + first + "/content";
        archive.accept(agency, UUID.fromString(dossier), submission, 1);
        PlayedArchive.await(agency, "/v1/dossiers/" + dossier, "state", "IN_AGENCY_ARCHIVE");
        release.run();
        agency.as("specialist").get(content).then().statusCode(200);
        archive.replicated(agency, UUID.fromString(dossier), submission, 2);
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> {
                    release.run();
                    Problems.expect(
                                    agency.as("specialist").get(content).then(),
                                    410,
                                    "CONTENT_IN_ARCHIVE")
                            .body(
                                    "nextStep",
                                    containsString("/v1/holdings/" + dossier + "/files/" + first));
                });
        agency.as("specialist")
                .get(MediaTest.items(dossier))
                .then()
                .body("items[0].files.inWorkingBucket", contains(false, false));
    }

    /**
     * Red when a dossier that came to the archive as a package of another system, and was never
     * here, parks an event.
     */
    @Test
    void whatTheArchiveTookFromOtherSystemsConcernsNobodyHere() throws Exception {
        TestAgency agency = TestAgency.fresh();
        UUID stranger = UUID.randomUUID();
        UUID itsPackage = UUID.randomUUID();

        archive.accept(agency, stranger, itsPackage, 1);
        archive.replicated(agency, stranger, itsPackage, 2);

        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(handledUpTo(stranger)).isEqualTo(2));
    }

    private long handledUpTo(UUID aggregate) {
        return JobScope.transaction(
                "test",
                () ->
                        ((Number)
                                        entities.createNativeQuery(
                                                        "SELECT coalesce(max(version), 0) FROM inbox_stream"
                                                                + " WHERE aggregate_id = :id")
                                                .setParameter("id", aggregate)
                                                .getSingleResult())
                                .longValue());
    }

    /** Red when the bytes of a document go while another dossier that holds it still lives. */
    @Test
    void bytesStayWhileAnotherLivingDossierNeedsThem() throws Exception {
        TestAgency agency = TestAgency.fresh();
        String upload = Work.upload(agency, Work.pdf());
        String document = Work.register(agency, Work.registration(upload));
        String living = Work.openDossier(agency);
        Work.file(agency, living, document);
        String dossier = Work.openDossier(agency);
        Work.file(agency, dossier, document);
        Work.close(agency, dossier);
        UUID submission = submit(agency, dossier);
        UUID id = UUID.fromString(dossier);
        archive.accept(agency, id, submission, 1);
        archive.replicated(agency, id, submission, 2);
        PlayedArchive.await(agency, "/v1/dossiers/" + dossier, "state", "IN_AGENCY_ARCHIVE");

        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> {
                    release.run();
                    var keys = bucket.list(agency.id() + "/");
                    int n = 0;
                    for (; keys.hasNext(); keys.next()) {
                        n++;
                    }
                    assertThat(n).as("file and manifest; the trace has left").isEqualTo(2);
                });

        agency.as("specialist")
                .get("/v1/documents/" + document + "/files/" + upload + "/content")
                .then()
                .statusCode(200);
        Work.close(agency, living);
    }

    @Test
    void returnedDossiersGoBackWithTheReasonsAndCanBeSubmittedAgain() throws Exception {
        TestAgency agency = TestAgency.fresh();
        String dossier = Work.closedDossier(agency, 1);
        UUID id = UUID.fromString(dossier);
        UUID first = submit(agency, dossier);

        archive.giveBack(agency, id, first, 1);

        PlayedArchive.await(agency, "/v1/dossiers/" + dossier, "state", "RETURNED");
        agency.as("specialist")
                .get("/v1/submissions/" + first)
                .then()
                .body("state", equalTo("RETURNED"))
                .body("items[0].reasons.code", contains("VIRUS_FOUND"));
        Work.close(agency, dossier);
        UUID second = submit(agency, dossier);
        archive.accept(agency, id, second, 2);
        PlayedArchive.await(agency, "/v1/dossiers/" + dossier, "state", "IN_AGENCY_ARCHIVE");
    }

    /** Red when the batch is moved dossier by dossier: the first would stay submitted. */
    @Test
    void aBatchGoesWholeOrNotAtAll() {
        TestAgency agency = TestAgency.fresh();
        String closed = Work.closedDossier(agency, 1);
        String open = Work.openDossier(agency);

        Problems.expect(
                agency.creating("specialist")
                        .body(Map.of("dossierIds", List.of(closed, open)))
                        .post("/v1/submissions")
                        .then(),
                409,
                "DOSSIER_STATE_FORBIDS");
        Problems.expectFinding(
                agency.creating("specialist")
                        .body(Map.of("dossierIds", List.of(closed, UUID.randomUUID())))
                        .post("/v1/submissions")
                        .then(),
                "/dossierIds/1",
                "UNKNOWN_DOSSIER");

        agency.as("specialist")
                .get("/v1/dossiers/" + closed)
                .then()
                .body("state", equalTo("CLOSED"));
    }

    @Test
    void aRepeatedSubmissionAnswersAsTheFirstDid() {
        TestAgency agency = TestAgency.fresh();
        String dossier = Work.closedDossier(agency, 1);
        String key = UUID.randomUUID().toString();
        String[] ids = new String[2];
        for (int i = 0; i < 2; i++) {
            ids[i] =
                    agency.as("specialist")
                            .header("Idempotency-Key", key)
                            .contentType("application/json")
                            .body(Map.of("dossierIds", List.of(dossier)))
                            .post("/v1/submissions")
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id");
        }
        assertThat(ids[1]).isEqualTo(ids[0]);
    }
}
