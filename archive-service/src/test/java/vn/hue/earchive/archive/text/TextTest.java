package vn.hue.earchive.archive.text;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.archive.intake.ArchiveComponents;
import vn.hue.earchive.archive.intake.ArchiveWorld;
import vn.hue.earchive.archive.intake.TestDossier;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.local.TestTokens;

/**
 * The text of holdings, read from real files and asked for through HTTP. The worker is off in the
 * tests of this module; here it is played step by step.
 */
@QuarkusTest
@QuarkusTestResource(value = ArchiveComponents.class, restrictToAnnotatedClass = false)
class TextTest {

    private static final Map<String, String> USUAL = Map.of();
    private static final Map<String, String> WITHOUT_OCR =
            Map.of("ocr.program", "/nowhere/tesseract");

    @Inject ArchiveWorld world;
    @Inject TextInstance instance;

    private final UUID agency = Ids.next();
    private final TestDossier dossier = new TestDossier();

    private void takeIn() {
        world.submit(agency, dossier);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> world.toldBriefly(dossier.id).contains("3 aip.replicated.v1"));
    }

    /**
     * Red when the text is not asked for page by page, or the event tells what it says instead of
     * where it lies.
     */
    @Test
    void aDocumentSaysWhatItsTextLayerSays() {
        dossier.file("05.pdf", "application/pdf", Samples.document(Samples.BORN_DIGITAL));
        takeIn();
        text(1, "agency-archivist").body("state", equalTo("WAITING")).body("items", empty());

        instance.read(dossier.id, WITHOUT_OCR);

        text(1, "agency-archivist")
                .body("state", equalTo("TEXT"))
                .body("pages", equalTo(1))
                .body("items[0].page", equalTo(1))
                .body("items[0].source", equalTo("LAYER"))
                .body("items[0].text", containsString("hồ sơ đã kết thúc"))
                .body("problem", nullValue())
                .body("next", nullValue());
        holding("agency-archivist")
                .body("documents[0].files[0].textState.state", equalTo("TEXT"))
                .body("documents[0].files[0].textState.characters", greaterThan(1000));
        UUID textId = textId();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(world.toldBriefly(textId))
                                .containsExactly("1 holding.text-extracted.v1"));
    }

    /** Red when a page without text is not drawn and recognised. */
    @Test
    @NeedsTesseract
    void aScanSaysWhatItsPictureShows() {
        dossier.file("scan.pdf", "application/pdf", Samples.document(Samples.SCAN));
        takeIn();

        instance.read(dossier.id, USUAL);

        text(1, "agency-archivist")
                .body("state", equalTo("TEXT"))
                .body("items[0].source", equalTo("OCR"))
                .body("items[0].text", containsString("hồ sơ đã kết thúc"));
        holding("agency-archivist").body("documents[0].files[0].textState.recognised", equalTo(1));
    }

    /** Red when a scan counts as read where pictures are not recognised, or is forgotten. */
    @Test
    @NeedsTesseract
    void aScanWaitsUntilPicturesAreRecognised() {
        dossier.file("scan.pdf", "application/pdf", Samples.document(Samples.SCAN))
                .file("05.pdf", "application/pdf", Samples.document(Samples.BORN_DIGITAL));
        takeIn();

        instance.read(dossier.id, WITHOUT_OCR);
        text(1, "agency-archivist").body("state", equalTo("NO_OCR")).body("items", empty());
        text(2, "agency-archivist").body("state", equalTo("TEXT"));
        assertThat(state()).isEqualTo("NO_OCR");
        @Nullable Object readBefore = extractedAt(2);

        instance.read(dossier.id, USUAL);

        text(1, "agency-archivist").body("state", equalTo("TEXT"));
        assertThat(state()).isEqualTo("DONE");
        assertThat(extractedAt(2)).as("is not read again").isEqualTo(readBefore);
        UUID textId = textId();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(world.toldBriefly(textId))
                                .containsExactly(
                                        "1 holding.text-extracted.v1",
                                        "2 holding.text-extracted.v1"));
    }

    /** Red when the text is given to whoever may not read the file, or a read is not noted. */
    @Test
    void whoMayNotReadTheFileMayNotReadItsText() {
        dossier.file("05.pdf", "application/pdf", Samples.document(Samples.BORN_DIGITAL))
                .file("12.pdf", "application/pdf", Samples.document(Samples.BORN_DIGITAL))
                .withConditionalLast();
        takeIn();
        instance.read(dossier.id, WITHOUT_OCR);

        text(1, "reader").body("state", equalTo("TEXT"));
        given().auth()
                .oauth2(token(agency, "reader"))
                .get(path(2))
                .then()
                .statusCode(403)
                .body("code", equalTo("CONDITIONAL_ACCESS"));
        given().auth()
                .oauth2(token(Ids.next(), "agency-archivist"))
                .get(path(1))
                .then()
                .statusCode(404);
        holding("reader").body("documents[1].files[0].text", nullValue());
        assertThat(reads()).isEqualTo(1L);
    }

    /** Red when a file can take the reader with it, or the file behind it is not read. */
    @Test
    void aHostileFileIsNotedAndKeepsNobodyWaiting() {
        dossier.file("bomb.pdf", "application/pdf", Samples.bomb())
                .file(
                        "noise.pdf",
                        "application/pdf",
                        "%PDF-1.7 noise".repeat(99).getBytes(StandardCharsets.US_ASCII))
                .file("05.pdf", "application/pdf", Samples.document(Samples.BORN_DIGITAL))
                .file("empty.txt", "text/plain", " \n ".getBytes(StandardCharsets.US_ASCII))
                .photo("conference.jpg", TestDossier.jpeg(5000));
        takeIn();

        instance.read(
                dossier.id,
                Map.of("ocr.program", "/nowhere", "heap-mb", "96", "page-limit", "PT20S"));

        text(1, "agency-archivist")
                .body("state", equalTo("FAILED"))
                .body("problem", oneOf("OUT_OF_MEMORY", "UNREADABLE", "TIMED_OUT"));
        text(2, "agency-archivist")
                .body("state", equalTo("FAILED"))
                .body("problem", equalTo("UNREADABLE"));
        text(3, "agency-archivist").body("state", equalTo("TEXT"));
        text(4, "agency-archivist").body("state", equalTo("EMPTY"));
        text(5, "agency-archivist").body("state", equalTo("UNSUPPORTED"));
        assertThat(state()).isEqualTo("DONE");
    }

    /** Red when a limit is not kept, or what it left out is not said. */
    @Test
    void aLongTextIsKeptUpToItsLimits() {
        dossier.file("05.pdf", "application/pdf", Samples.document(Samples.BORN_DIGITAL))
                .file(
                        "long.txt",
                        "text/plain",
                        "năm hai nghìn hai sáu ".repeat(9999).getBytes(StandardCharsets.UTF_8));
        takeIn();

        instance.read(
                dossier.id,
                Map.of("ocr.enabled", "false", "max-characters", "100", "max-bytes", "90000"));

        text(1, "agency-archivist")
                .body("state", equalTo("TEXT"))
                .body("problem", equalTo("TOO_MUCH_TEXT"));
        text(2, "agency-archivist").body("state", equalTo("TOO_LARGE"));
        holding("agency-archivist")
                .body("documents[0].files[0].textState.characters", equalTo(100));
    }

    /**
     * Red when a file that was noted is read again after a crash, the rest is not read, or the text
     * is told twice.
     */
    @Test
    void aWorkerThatDiesHalfWayIsFollowedByAnother() {
        dossier.file("05.pdf", "application/pdf", Samples.document(Samples.BORN_DIGITAL))
                .file("12.pdf", "application/pdf", Samples.document("12-KH-UBND.pdf"))
                .file("87.pdf", "application/pdf", Samples.document("87-BC-UBND.pdf"));
        takeIn();
        instance.dieAt(dossier.fileId(2));
        assertThatThrownBy(() -> instance.read(dossier.id, WITHOUT_OCR))
                .isInstanceOf(TextInstance.Killed.class);
        @Nullable Object first = extractedAt(1);
        text(3, "agency-archivist").body("state", equalTo("WAITING"));
        assertThat(state()).isEqualTo("WAITING");

        instance.read(dossier.id, WITHOUT_OCR);

        assertThat(extractedAt(1)).isEqualTo(first);
        for (int ordinal = 1; ordinal <= 3; ordinal++) {
            text(ordinal, "agency-archivist").body("state", equalTo("TEXT"));
        }
        UUID textId = textId();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(world.toldBriefly(textId))
                                .containsExactly("1 holding.text-extracted.v1"));
    }

    /** Red when a worker that was taken over still writes: its late event would be one too many. */
    @Test
    void whoHasLostItsClaimWritesNothingMore() {
        dossier.file("05.pdf", "application/pdf", Samples.document(Samples.BORN_DIGITAL))
                .file("12.pdf", "application/pdf", Samples.document("12-KH-UBND.pdf"));
        takeIn();
        instance.takeOverAt(dossier.fileId(1));

        instance.read(dossier.id, WITHOUT_OCR);

        text(2, "agency-archivist").body("state", equalTo("WAITING"));
        assertThat(state()).isEqualTo("WAITING");
        assertThat(world.ask("SELECT count(*) FROM outbox WHERE aggregate_id = ?", textId()))
                .isEqualTo(0L);
    }

    /** Red when the second reading makes other objects than the first. */
    @Test
    void readingTwiceGivesTheSameObjects() {
        dossier.file("05.pdf", "application/pdf", Samples.document(Samples.BORN_DIGITAL));
        takeIn();
        instance.read(dossier.id, WITHOUT_OCR);
        @Nullable Object first =
                world.ask("SELECT object_key FROM file_text WHERE holding_id = ?", dossier.id);
        @Nullable Object readAt = extractedAt(1);

        // An older generation than the configured one is made anew.
        instance.update("UPDATE file_text SET generation = 0 WHERE holding_id = ?", dossier.id);
        instance.update("UPDATE holding_text SET generation = 0 WHERE holding_id = ?", dossier.id);
        instance.read(dossier.id, WITHOUT_OCR);

        assertThat(extractedAt(1)).isNotEqualTo(readAt);
        assertThat(world.ask("SELECT object_key FROM file_text WHERE holding_id = ?", dossier.id))
                .isEqualTo(first);
        UUID textId = textId();
        await().atMost(Duration.ofSeconds(20)).until(() -> world.toldBriefly(textId).size() == 2);
        assertThat(
                        world.ask(
                                "SELECT count(DISTINCT envelope::jsonb -> 'data' ->> 'objectSha256') FROM outbox WHERE aggregate_id = ?",
                                textId))
                .isEqualTo(1L);
    }

    /** Red when pages are repeated or left out between two answers. */
    @Test
    void pagesFollowEachOther() {
        dossier.file("plan.pdf", "application/pdf", Samples.pages(3));
        takeIn();
        instance.read(dossier.id, WITHOUT_OCR);

        int seen = 0;
        @Nullable String cursor = null;
        do {
            var request =
                    given().auth().oauth2(token(agency, "agency-archivist")).queryParam("limit", 1);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            var answer = request.get(path(1)).then().statusCode(200);
            seen++;
            answer.body("items.page", contains(seen))
                    .body("items[0].text", containsString("page " + seen + " of"));
            cursor = answer.extract().path("next");
        } while (cursor != null);

        assertThat(seen).isEqualTo(3);
        given().auth()
                .oauth2(token(agency, "agency-archivist"))
                .queryParam("cursor", "nonsense")
                .get(path(1))
                .then()
                .statusCode(400);
    }

    private ValidatableResponse text(int ordinal, String role) {
        return given().auth().oauth2(token(agency, role)).get(path(ordinal)).then().statusCode(200);
    }

    private ValidatableResponse holding(String role) {
        return given().auth()
                .oauth2(token(agency, role))
                .get("/v1/holdings/" + dossier.id)
                .then()
                .statusCode(200);
    }

    private String path(int ordinal) {
        return "/v1/holdings/%s/files/%s/text".formatted(dossier.id, dossier.fileId(ordinal));
    }

    private @Nullable Object state() {
        return world.ask("SELECT state FROM holding_text WHERE holding_id = ?", dossier.id);
    }

    private UUID textId() {
        return (UUID)
                Objects.requireNonNull(
                        world.ask(
                                "SELECT text_id FROM holding_text WHERE holding_id = ?",
                                dossier.id));
    }

    private @Nullable Object extractedAt(int ordinal) {
        return world.ask(
                "SELECT extracted_at FROM file_text WHERE file_id = ?", dossier.fileId(ordinal));
    }

    private @Nullable Object reads() {
        return world.ask(
                "SELECT count(*) FROM audit_entry WHERE action = 'readHoldingFile' AND aggregate_id = ?",
                dossier.id);
    }

    private static String token(UUID agency, String role) {
        return TestTokens.draft("someone", agency, TestDossier.AGENCY_CODE, role).sign();
    }
}
