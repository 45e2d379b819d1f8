package vn.hue.earchive.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.events.SubmissionManifest;
import vn.hue.earchive.document.file.WorkingBucket;
import vn.hue.earchive.kit.objects.ObjectStore;

/** The clerical part of the journey, from the first byte to the manifest. */
@QuarkusTest
class JourneyTest {

    @Inject @WorkingBucket ObjectStore bucket;
    @Inject ObjectMapper json;

    @BeforeEach
    void schedule() {
        Work.importSchedule();
    }

    @Test
    void documentsAreRegisteredFiledClosedAndSubmitted() throws Exception {
        TestAgency agency = TestAgency.fresh();
        String list =
                Work.listInUse(
                        agency,
                        2026,
                        Work.line("01-VP", "Hồ sơ công tác văn thư, lưu trữ", "G12-1.09"));
        String item =
                agency.as("specialist")
                        .get("/v1/dossier-lists/" + list + "/items")
                        .then()
                        .body("items.retention.code", contains("05"))
                        .extract()
                        .path("items[0].id");
        String dossier =
                agency.creating("specialist")
                        .body(Map.of("dossierListItemId", item))
                        .post("/v1/dossiers")
                        .then()
                        .statusCode(201)
                        .body("fileCode", equalTo(agency.code() + ".2026.01-VP"))
                        .body("title", equalTo("Hồ sơ công tác văn thư, lưu trữ"))
                        .body("allowedActions", hasItem("fileDocument"))
                        .extract()
                        .path("id");
        byte[] pdf = Work.sample("05-CT-UBND.pdf");
        String first = Work.register(agency, Work.registration(Work.upload(agency, pdf)));
        String second = Work.register(agency);
        Work.file(agency, dossier, first);
        Work.file(agency, dossier, second);
        Work.close(agency, dossier);

        JsonPath submission = Work.submit(agency, dossier);

        assertThat(submission.getString("state")).isEqualTo("SUBMITTED");
        assertThat(submission.getString("items[0].dossierId")).isEqualTo(dossier);
        agency.as("specialist")
                .get("/v1/dossiers/" + dossier)
                .then()
                .body("state", equalTo("SUBMITTED"))
                .body("allowedActions", equalTo(List.of()));
        SubmissionManifest manifest = manifest(agency, submission.getString("manifestSha256"));
        SubmissionManifest.Document document =
                manifest.dossiers().getFirst().documents().getFirst();
        assertThat(document.docCode()).isEqualTo(agency.code() + ".2026.01-VP.0000001");
        assertThat(document.docId()).isEqualTo(agency.code() + ".2026.01-VP.1");
        assertThat(document.files())
                .extracting(f -> f.description().role())
                .containsExactly("MAIN", "PROCESS_TRACE");
        try (var stored = bucket.get(document.files().getFirst().key())) {
            assertThat(stored.readAllBytes()).isEqualTo(pdf);
        }
        try (var trace = bucket.get(document.files().getLast().key())) {
            assertThat(new String(trace.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("Đăng ký văn bản đến | clerk." + agency.code())
                    .contains("Kết thúc, đóng hồ sơ | specialist." + agency.code());
        }
    }

    private SubmissionManifest manifest(TestAgency agency, String sha256) throws Exception {
        var objects = bucket.list(agency.id() + "/");
        while (objects.hasNext()) {
            try (var in = bucket.get(objects.next().key())) {
                byte[] bytes = in.readAllBytes();
                if (sha256.equals(Digests.sha256(bytes))) {
                    return json.readValue(bytes, SubmissionManifest.class);
                }
            }
        }
        throw new AssertionError("no manifest " + sha256);
    }
}
