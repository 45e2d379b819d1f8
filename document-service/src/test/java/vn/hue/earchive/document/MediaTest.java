package vn.hue.earchive.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Photos, recordings and paper in dossiers, through the interface. */
@QuarkusTest
class MediaTest {

    @BeforeEach
    void schedule() {
        Work.importSchedule();
    }

    static byte[] jpeg() {
        byte[] random =
                UUID.randomUUID().toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] bytes = new byte[random.length + 3];
        bytes[0] = (byte) 0xff;
        bytes[1] = (byte) 0xd8;
        bytes[2] = (byte) 0xff;
        System.arraycopy(random, 0, bytes, 3, random.length);
        return bytes;
    }

    static String upload(TestAgency agency, String type, byte[] bytes) {
        return agency.creating("specialist")
                .contentType(type)
                .queryParam("securityClass", "NONE")
                .queryParam("fileName", "ảnh lễ khai mạc.jpg")
                .body(bytes)
                .post("/v1/uploads")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Map<String, Object> photo(String... uploads) {
        Map<String, Object> photo = new HashMap<>();
        photo.put("kind", "PHOTO");
        photo.put("title", "Chủ tịch Ủy ban nhân dân phường phát biểu khai mạc");
        photo.put("eventName", "Lễ công bố thành lập phường");
        photo.put("author", "Nguyễn Văn A");
        photo.put("place", "Hội trường Ủy ban nhân dân phường");
        photo.put("takenOn", "2025-07-01");
        photo.put("colour", "01");
        photo.put("uploads", List.of(uploads));
        return photo;
    }

    static String items(String dossier) {
        return "/v1/dossiers/" + dossier + "/media-items";
    }

    static ValidatableResponse add(TestAgency agency, String dossier, Map<String, Object> item) {
        return agency.creating("specialist").body(item).post(items(dossier)).then();
    }

    @Test
    void aPhotoIsKeptWithItsFieldsAndItsBytes() {
        TestAgency agency = TestAgency.fresh();
        String dossier = Work.openDossier(agency);
        byte[] bytes = jpeg();
        String upload = upload(agency, "image/jpeg", bytes);

        String item =
                add(agency, dossier, photo(upload))
                        .statusCode(201)
                        .body("ordinal", equalTo(1))
                        .body("typeCode", equalTo("02"))
                        .body("files[0].sha256", equalTo(Digests.sha256(bytes)))
                        .extract()
                        .path("id");

        agency.as("clerk")
                .get(items(dossier))
                .then()
                .statusCode(200)
                .body("items.id", contains(item))
                .body("items[0].eventName", equalTo("Lễ công bố thành lập phường"))
                .body("items[0].colour", equalTo("01"));
        agency.as("clerk")
                .get("/v1/dossiers/" + dossier)
                .then()
                .body("mediaItemCount", equalTo(1))
                .body("documentCount", equalTo(0))
                .body("startDate", equalTo("2025-07-01"));
        String content = items(dossier) + "/" + item + "/files/" + upload + "/content";
        assertThat(agency.as("clerk").get(content).asByteArray()).isEqualTo(bytes);
        assertThat(
                        agency.as("clerk")
                                .header("Range", "bytes=3-5")
                                .get(content)
                                .then()
                                .statusCode(206)
                                .header("Content-Type", "image/jpeg")
                                .extract()
                                .asByteArray())
                .isEqualTo(Arrays.copyOfRange(bytes, 3, 6));
        Problems.expect(TestAgency.fresh().as("clerk").get(content).then(), 404, "NOT_FOUND");
    }

    @Test
    void whatDoesNotFitTheKindIsRefusedAllAtOnce() {
        TestAgency agency = TestAgency.fresh();
        String dossier = Work.openDossier(agency);
        Map<String, Object> item = photo(upload(agency, "image/jpeg", jpeg()));
        item.put("kind", "VIDEO");
        item.put("playTime", "1:2:3");
        item.put("takenOn", "2099-01-01");
        Problems.expect(add(agency, dossier, item), 422, "VALIDATION_FAILED")
                .body("violations.pointer", hasItems("/colour", "/playTime", "/takenOn"));
        item.remove("colour");
        item.put("playTime", "00:02:03");
        item.put("takenOn", "2025-07-01");
        Problems.expectFinding(add(agency, dossier, item), "/uploads/0", "FILE_NOT_OF_THIS_KIND");
        Problems.expectFinding(add(agency, dossier, photo()), "/uploads", "REQUIRED");
        Map<String, Object> secret = photo(upload(agency, "image/jpeg", jpeg()));
        secret.put("securityClass", "SECRET");
        Problems.expect(add(agency, dossier, secret), 422, "STATE_SECRET_NOT_ALLOWED");
        agency.as("clerk").get(items(dossier)).then().body("items", empty());
    }

    @Test
    void theSamePictureIsNotTakenTwice() {
        TestAgency agency = TestAgency.fresh();
        String dossier = Work.openDossier(agency);
        byte[] bytes = jpeg();
        add(agency, dossier, photo(upload(agency, "image/jpeg", bytes))).statusCode(201);

        Problems.expectFinding(
                add(agency, dossier, photo(upload(agency, "image/jpeg", bytes))),
                "/uploads/0",
                "CONTENT_IN_DOSSIER_ALREADY");
    }

    @Test
    void whatIsTakenOutLeavesNoGap() {
        TestAgency agency = TestAgency.fresh();
        String dossier = Work.openDossier(agency);
        String first =
                add(agency, dossier, photo(upload(agency, "image/jpeg", jpeg())))
                        .extract()
                        .path("id");
        String second =
                add(agency, dossier, photo(upload(agency, "image/jpeg", jpeg())))
                        .extract()
                        .path("id");

        agency.as("specialist")
                .header("If-Match", Work.etag(agency, "/v1/dossiers/" + dossier))
                .delete(items(dossier) + "/" + first)
                .then()
                .statusCode(204);

        agency.as("clerk")
                .get(items(dossier))
                .then()
                .body("items.id", contains(second))
                .body("items.ordinal", contains(1));
    }

    /** Red when the dates of photos do not count at closing, or a closed dossier takes more. */
    @Test
    void theLatestPhotoEndsTheDossier() {
        TestAgency agency = TestAgency.fresh();
        String dossier = Work.openDossier(agency);
        Work.file(agency, dossier, Work.register(agency));
        add(agency, dossier, photo(upload(agency, "image/jpeg", jpeg()))).statusCode(201);
        agency.creating("specialist")
                .header("If-Match", Work.etag(agency, "/v1/dossiers/" + dossier))
                .body(Map.of("endDate", "2025-06-30"))
                .post("/v1/dossiers/" + dossier + "/closure")
                .then()
                .statusCode(422)
                .body("violations.code", contains("ENDS_BEFORE_ITEM"));
        Work.close(agency, dossier);
        agency.as("specialist")
                .get("/v1/dossiers/" + dossier)
                .then()
                .body("endDate", equalTo("2025-07-01"));

        Problems.expect(
                add(agency, dossier, photo(upload(agency, "image/jpeg", jpeg()))),
                409,
                "DOSSIER_STATE_FORBIDS");
    }

    /** Red when a package leaves behind in silence what is there as an original only. */
    @Test
    void aPhotoThatWasNotDigitisedKeepsTheDossierFromElectronicHandOver() {
        TestAgency agency = TestAgency.fresh();
        String dossier =
                agency.creating("specialist")
                        .body(
                                Map.of(
                                        "notation", "98-ANH",
                                        "title", "Ảnh lễ công bố thành lập phường",
                                        "retentionRuleCode", "G12-1.09",
                                        "medium", "PAPER",
                                        "paperStore", "Kho 1"))
                        .post("/v1/dossiers")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        agency.as("specialist")
                .header("If-Match", Work.etag(agency, "/v1/dossiers/" + dossier))
                .contentType("application/merge-patch+json")
                .body(
                        "{\"paperShelf\":\"G2\",\"paperBox\":\"H3\",\"sheetCount\":1,"
                                + "\"physicalCondition\":\"01\",\"paperFileCode\":\"LT.K1-G2-H3.16\"}")
                .patch("/v1/dossiers/" + dossier)
                .then()
                .statusCode(200);
        String item = add(agency, dossier, photo()).statusCode(201).extract().path("id");
        Work.close(agency, dossier);

        Problems.expect(
                        agency.creating("specialist")
                                .body(Map.of("dossierIds", List.of(dossier)))
                                .post("/v1/submissions")
                                .then(),
                        422,
                        "DOSSIER_NOT_ELECTRONIC")
                .body("violations.code", contains("MEDIA_NOT_DIGITISED"))
                .body("violations[0].pointer", equalTo(items(dossier) + "/" + item));
    }

    /** Red when paper is closed without code, place or sheets, or handed over as a package. */
    @Test
    void aPaperDossierSaysWhereItLiesAndIsNotHandedOverAsAPackage() {
        TestAgency agency = TestAgency.fresh();
        String dossier =
                agency.creating("specialist")
                        .body(
                                Map.of(
                                        "notation", "99-GIAY",
                                        "title", "Hồ sơ giấy",
                                        "retentionRuleCode", "G12-1.09",
                                        "medium", "PAPER",
                                        "paperStore", "Kho 1"))
                        .post("/v1/dossiers")
                        .then()
                        .statusCode(201)
                        .body("medium", equalTo("PAPER"))
                        .body("paperStore", equalTo("Kho 1"))
                        .extract()
                        .path("id");
        String path = "/v1/dossiers/" + dossier;
        Work.file(agency, dossier, Work.register(agency, Work.registration()));
        agency.as("specialist")
                .get(path + "/closing-check")
                .then()
                .body("closable", equalTo(false))
                .body(
                        "items.code",
                        hasItems(
                                "PAPER_FILE_CODE_MISSING",
                                "PAPER_LOCATION_MISSING",
                                "SHEETS_NOT_COUNTED",
                                "DOCUMENT_ON_PAPER_ONLY"))
                .body("items.code", not(hasItem("DOCUMENT_WITHOUT_FILE")))
                .body(
                        "items.find { it.code == 'SHEETS_NOT_COUNTED' }.fix.operationId",
                        equalTo("amendDossier"))
                .body(
                        "items.find { it.code == 'SHEETS_NOT_COUNTED' }.fix.ifMatch",
                        equalTo(Work.etag(agency, path)));
        agency.as("specialist")
                .header("If-Match", Work.etag(agency, path))
                .contentType("application/merge-patch+json")
                .body(
                        "{\"paperShelf\":\"G2\",\"paperBox\":\"H3\",\"sheetCount\":12,"
                                + "\"physicalCondition\":\"01\",\"paperFileCode\":\"LT.K1-G2-H3.15\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("sheetCount", equalTo(12));
        Work.close(agency, dossier);

        Problems.expect(
                        agency.creating("specialist")
                                .body(Map.of("dossierIds", List.of(dossier)))
                                .post("/v1/submissions")
                                .then(),
                        422,
                        "DOSSIER_NOT_ELECTRONIC")
                .body("violations.code", contains("PAPER_NOT_SCANNED"));
    }

    @Test
    void wrongPaperFieldsAreRefused() {
        TestAgency agency = TestAgency.fresh();
        String path = "/v1/dossiers/" + Work.openDossier(agency);
        Problems.expect(
                        agency.as("specialist")
                                .header("If-Match", Work.etag(agency, path))
                                .contentType("application/merge-patch+json")
                                .body(
                                        "{\"medium\":\"STONE\",\"sheetCount\":-1,"
                                                + "\"physicalCondition\":\"09\"}")
                                .patch(path)
                                .then(),
                        422,
                        "VALIDATION_FAILED")
                .body(
                        "violations.pointer",
                        hasItems("/medium", "/sheetCount", "/physicalCondition"));
    }
}
