package vn.hue.earchive.archive.text;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.archive.intake.ArchiveComponents;
import vn.hue.earchive.archive.intake.ArchiveWorld;
import vn.hue.earchive.archive.intake.TestDossier;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.objects.ObjectStore;
import vn.hue.earchive.kit.objects.ObjectStores;
import vn.hue.earchive.local.TestTokens;

/** Pages as pictures, drawn in a process apart and kept beside the texts. */
@QuarkusTest
@QuarkusTestResource(value = ArchiveComponents.class, restrictToAnnotatedClass = false)
class PreviewTest {

    private static final int MOST = 1_600_000;

    @Inject ArchiveWorld world;
    @Inject ObjectStores stores;

    private final UUID agency = Ids.next();
    private final TestDossier dossier =
            new TestDossier()
                    .file("scan.pdf", "application/pdf", Samples.document(Samples.SCAN))
                    .file("plan.pdf", "application/pdf", Samples.pages(3))
                    .file("bomb.pdf", "application/pdf", Samples.bomb())
                    .file(
                            "note.txt",
                            "text/plain",
                            "Ghi chú".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .photo("conference.jpg", photo());

    private void takeIn() {
        world.submit(agency, dossier);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> world.toldBriefly(dossier.id).contains("3 aip.replicated.v1"));
    }

    /**
     * Red when a picture is larger than its limit, is drawn again each time, is not noted as read,
     * or when a file that cannot be drawn takes the process with it.
     */
    @Test
    void pagesAreDrawnOnceAndWithinTheLimit() throws IOException {
        takeIn();

        BufferedImage scan = picture(1, 1);
        BufferedImage plan = picture(2, 3);

        assertThat(scan.getWidth() * scan.getHeight()).isBetween(MOST / 2, MOST * 101 / 100);
        assertThat(plan.getWidth()).isLessThan(plan.getHeight());
        as("agency-archivist")
                .get(path(3, 1))
                .then()
                .statusCode(422)
                .body("code", equalTo("NO_PREVIEW"));
        as("agency-archivist")
                .get(path(4, 1))
                .then()
                .statusCode(422)
                .body("code", equalTo("NO_PREVIEW"));
        as("agency-archivist").get(path(2, 4)).then().statusCode(400);
        as("agency-archivist").get(path(2, 0)).then().statusCode(400);
        assertThat(picture(5, 1).getWidth()).isEqualTo(800);
        assertThat(reads()).isEqualTo(3L);

        String key = "%s/%s/%s/1.%d.jpg".formatted(agency, dossier.id, dossier.fileId(1), MOST);
        ObjectStore bucket = stores.store("texts");
        assertThat(bucket.exists(key)).isTrue();
        bucket.put(key, new byte[] {1, 2, 3}, "image/jpeg");
        assertThat(as("agency-archivist").get(path(1, 1)).asByteArray()).hasSize(3);
    }

    /** Red when a page is shown to whoever may not read the file. */
    @Test
    void whoMayNotReadTheFileMayNotSeeItsPages() {
        dossier.withConditionalLast();
        takeIn();

        as("reader")
                .get(path(5, 1))
                .then()
                .statusCode(403)
                .body("code", equalTo("CONDITIONAL_ACCESS"));
        as("auditor").get(path(1, 1)).then().statusCode(403);
        given().auth()
                .oauth2(token(Ids.next(), "agency-archivist"))
                .get(path(1, 1))
                .then()
                .statusCode(404);
        String tag =
                as("reader")
                        .get(path(1, 1))
                        .then()
                        .statusCode(200)
                        .contentType("image/jpeg")
                        .header("X-Content-Type-Options", "nosniff")
                        .header(
                                "Content-Security-Policy",
                                "sandbox; default-src 'none'; frame-ancestors 'none'")
                        .extract()
                        .header("ETag");
        as("reader").header("If-None-Match", tag).get(path(1, 1)).then().statusCode(304);
    }

    private BufferedImage picture(int ordinal, int page) throws IOException {
        byte[] bytes =
                as("agency-archivist")
                        .get(path(ordinal, page))
                        .then()
                        .statusCode(200)
                        .contentType("image/jpeg")
                        .extract()
                        .asByteArray();
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private RequestSpecification as(String role) {
        return given().auth().oauth2(token(agency, role));
    }

    private String path(int ordinal, int page) {
        return "/v1/holdings/%s/files/%s/preview?page=%d"
                .formatted(dossier.id, dossier.fileId(ordinal), page);
    }

    private Object reads() {
        return java.util.Objects.requireNonNull(
                world.ask(
                        "SELECT count(*) FROM audit_entry WHERE action = 'readHoldingFile' AND aggregate_id = ?",
                        dossier.id));
    }

    private static String token(UUID agency, String role) {
        return TestTokens.draft("someone", agency, TestDossier.AGENCY_CODE, role).sign();
    }

    private static byte[] photo() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
