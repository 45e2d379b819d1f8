package vn.hue.earchive.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.events.SubmissionManifest;
import vn.hue.earchive.document.file.WorkingBucket;
import vn.hue.earchive.kit.objects.ObjectStore;

/** Archive copies and redacted variants beside the original of a document. */
@QuarkusTest
class VariantTest {

    @Inject @WorkingBucket ObjectStore bucket;
    @Inject ObjectMapper json;

    /** A registered document with one file. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Registered(TestAgency agency, byte[] bytes, String id, String file) {

        static Registered fresh() {
            TestAgency agency = TestAgency.fresh();
            byte[] bytes = Work.pdf();
            String upload = Work.upload(agency, bytes);
            return new Registered(
                    agency, bytes, Work.register(agency, Work.registration(upload)), upload);
        }

        ValidatableResponse variant(String role, Map<String, Object> request) {
            return agency.creating(role)
                    .body(request)
                    .post("/v1/documents/" + id + "/files/" + file + "/variants")
                    .then();
        }

        String redacted(String maker, byte[] without, String... readers) {
            return variant(
                            maker,
                            Map.of(
                                    "kind",
                                    "REDACTED",
                                    "uploadId",
                                    Work.upload(agency, without),
                                    "reason",
                                    "Che số định danh cá nhân",
                                    "originalReaders",
                                    List.of(readers)))
                    .statusCode(201)
                    .extract()
                    .path("id");
        }

        Response read(String role, String which) {
            return agency.as(role).get("/v1/documents/" + id + "/files/" + which + "/content");
        }
    }

    /** Red when the original is shown to somebody else, or to nobody any more. */
    @Test
    void onlyTheNamedRolesReadTheOriginalOfARedactedVariant() {
        Registered document = Registered.fresh();
        byte[] without = Work.pdf();
        String redacted = document.redacted("clerk", without, "leader", "clerk");

        for (String role : List.of("leader", "clerk")) {
            assertThat(document.read(role, document.file()).asByteArray())
                    .as("the original, its bytes as they were")
                    .isEqualTo(document.bytes());
        }
        for (String role : List.of("specialist", "unit-head", "agency-archivist")) {
            Problems.expect(document.read(role, document.file()).then(), 403, "ORIGINAL_NOT_SHOWN");
            assertThat(document.read(role, redacted).asByteArray()).isEqualTo(without);
        }
        document.agency()
                .as("specialist")
                .get("/v1/incoming-documents/" + document.id())
                .then()
                .body("files.id", contains(document.file(), redacted))
                .body("files[0].variant", nullValue())
                .body("files[1].variant.originalId", equalTo(document.file()))
                .body("files[1].variant.reason", equalTo("Che số định danh cá nhân"))
                .body("files[1].variant.madeBy", equalTo("clerk." + document.agency().code()));
    }

    /** Red when whoever is to read the variant lets himself in by another one. */
    @Test
    void whoMayNotReadTheOriginalMakesNoVariantThatShowsIt() {
        Registered document = Registered.fresh();
        document.redacted("clerk", Work.pdf(), "leader", "clerk");
        Problems.expect(
                document.variant(
                        "specialist",
                        Map.of(
                                "kind",
                                "REDACTED",
                                "uploadId",
                                Work.upload(document.agency(), Work.pdf()),
                                "reason",
                                "x",
                                "originalReaders",
                                List.of("specialist"))),
                403,
                "ORIGINAL_NOT_SHOWN");

        document.redacted("clerk", Work.pdf(), "specialist", "clerk");

        assertThat(document.read("specialist", document.file()).statusCode()).isEqualTo(200);
        assertThat(document.read("leader", document.file()).statusCode()).isEqualTo(403);
    }

    @Test
    void anArchiveCopyHidesNothing() {
        Registered document = Registered.fresh();
        document.variant(
                        "specialist",
                        Map.of(
                                "kind", "ARCHIVE_COPY",
                                "uploadId", Work.upload(document.agency(), Work.pdf()),
                                "reason", "PDF/A-2b"))
                .statusCode(201)
                .body("variant.kind", equalTo("ARCHIVE_COPY"))
                .body("role", equalTo("ATTACHMENT"));

        assertThat(document.read("specialist", document.file()).asByteArray())
                .isEqualTo(document.bytes());
    }

    @Test
    void aVariantThatSaysTooLittleOrIsNoneIsRefused() {
        Registered document = Registered.fresh();
        String other = Work.upload(document.agency(), Work.pdf());
        Problems.expectFinding(
                document.variant(
                        "clerk", Map.of("kind", "REDACTED", "uploadId", other, "reason", "x")),
                "/originalReaders",
                "REQUIRED");
        Problems.expectFinding(
                document.variant(
                        "clerk",
                        Map.of(
                                "kind",
                                "ARCHIVE_COPY",
                                "uploadId",
                                other,
                                "reason",
                                "x",
                                "originalReaders",
                                List.of("leader"))),
                "/originalReaders",
                "ONLY_WHEN_REDACTED");
        Problems.expectFinding(
                document.variant(
                        "clerk",
                        Map.of(
                                "kind",
                                "REDACTED",
                                "uploadId",
                                other,
                                "reason",
                                "x",
                                "originalReaders",
                                List.of("auditor"))),
                "/originalReaders",
                "UNKNOWN_CODE");
        Problems.expectFinding(
                document.variant(
                        "clerk",
                        Map.of(
                                "kind",
                                "ARCHIVE_COPY",
                                "uploadId",
                                Work.upload(document.agency(), document.bytes()),
                                "reason",
                                "x")),
                "/uploadId",
                "SAME_BYTES");
        Problems.expectFinding(
                document.variant("clerk", Map.of("kind", "ZIP", "uploadId", other, "reason", " ")),
                "/kind",
                "UNKNOWN_CODE");
    }

    /** Red when the manifest forgets what is a variant of what. */
    @Test
    void theManifestCarriesOriginalAndVariant() throws Exception {
        Work.importSchedule();
        Registered document = Registered.fresh();
        String dossier = Work.openDossier(document.agency());
        Work.file(document.agency(), dossier, document.id());
        String redacted = document.redacted("clerk", Work.pdf(), "leader", "clerk");
        Work.close(document.agency(), dossier);
        Problems.expect(
                document.variant(
                        "clerk",
                        Map.of(
                                "kind", "ARCHIVE_COPY",
                                "uploadId", Work.upload(document.agency(), Work.pdf()),
                                "reason", "x")),
                409,
                "EDXML_DOCUMENT_FROZEN");

        Work.submit(document.agency(), dossier);

        List<SubmissionManifest.File> files =
                manifest(document.agency()).dossiers().getFirst().documents().getFirst().files();
        assertThat(files.getFirst().variant()).isNull();
        SubmissionManifest.Variant variant = Objects.requireNonNull(files.get(1).variant());
        assertThat(files.get(1).description().fileId()).hasToString(redacted);
        assertThat(variant.ofFileId()).hasToString(document.file());
        assertThat(variant.kind()).isEqualTo("REDACTED");
        assertThat(variant.originalReaders()).containsExactly("leader", "clerk");
    }

    private SubmissionManifest manifest(TestAgency agency) throws Exception {
        for (var all = bucket.list(agency.id() + "/"); all.hasNext(); ) {
            String key = all.next().key();
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
