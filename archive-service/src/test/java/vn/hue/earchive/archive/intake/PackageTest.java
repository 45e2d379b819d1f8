package vn.hue.earchive.archive.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.archive.sip.TestSip;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.objects.ObjectStores;
import vn.hue.earchive.local.TestTokens;

/** Packages of other systems, from the announcement to the holding, on real components. */
@QuarkusTest
@QuarkusTestResource(value = ArchiveComponents.class, restrictToAnnotatedClass = false)
class PackageTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject ArchiveWorld world;
    @Inject ObjectStores stores;

    private final UUID agency = Ids.next();
    private final TestSip sip = new TestSip(TestDossier.AGENCY_CODE, "");

    /** Red when a package takes another way than a submission, or loses a byte on it. */
    @Test
    void aPackageBecomesAHoldingWhoseBytesComeBackIdentical() {
        String id = send(sip.zip(), false);

        decided(id)
                .body("state", equalTo("RECEIVED"))
                .body("dossiers.state", contains("TAKEN"))
                .body("dossiers[0].fileCode", equalTo(sip.fileCode));
        UUID dossierId = dossierId(id);
        await().atMost(SOON)
                .until(() -> world.toldBriefly(dossierId).contains("3 aip.replicated.v1"));
        get("/v1/intakes/" + id)
                .body("state", equalTo("DECIDED"))
                .body("dossiers[0].state", equalTo("ACCEPTED"))
                .body("dossiers[0].checks.METADATA", equalTo("PASSED"))
                .body("dossiers[0].checks.DIGEST", equalTo("PASSED"))
                .body("dossiers[0].documents[0].files[0].puid", equalTo("fmt/20"));
        String fileId =
                get("/v1/holdings/" + dossierId)
                        .body("fileCode", equalTo(sip.fileCode))
                        .extract()
                        .path("documents[1].files[0].fileId");
        byte[] back =
                given().auth()
                        .oauth2(archivist())
                        .get("/v1/holdings/" + dossierId + "/files/" + fileId + "/content")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();
        assertThat(back).isEqualTo(sip.contents.get(1));
    }

    /** Red when the unpacked files stay in the working store, or the package itself does not. */
    @Test
    void thePackageIsKeptAndWhatWasUnpackedIsNot() {
        String id = send(sip.zip(), false);
        decided(id).body("state", equalTo("RECEIVED"));

        await().atMost(SOON).untilAsserted(() -> assertThat(keys(id, "files/")).isZero());
        assertThat(keys(id, "parts/")).isEqualTo(1);
    }

    /** Red when a dry run leaves a holding, an intake or a file, or checks less. */
    @Test
    void aDryRunTellsEverythingAndKeepsNothing() {
        sip.documents.getFirst().put("typeName", "99");
        String id = send(sip.zip(), true);

        decided(id)
                .body("state", equalTo("CHECKED"))
                .body("submissionId", nullValue())
                .body("dossiers[0].state", equalTo("REFUSED"))
                .body("dossiers[0].checks.DIGEST", equalTo("PASSED"))
                .body("dossiers[0].checks.METADATA", equalTo("FAILED"))
                .body("dossiers[0].checkFindings.code", hasItem("CODE_UNKNOWN"));
        given().auth().oauth2(archivist()).get("/v1/intakes/" + id).then().statusCode(404);
        get("/v1/holdings?fileCode=" + sip.fileCode).body("items", empty());
        await().atMost(SOON).untilAsserted(() -> assertThat(keys(id, "files/")).isZero());
    }

    /** Red when one broken dossier takes the others with it, or slips in with them. */
    @Test
    void aBrokenDossierIsLeftOutAndTheOthersGoOn() {
        TestSip good = new TestSip(TestDossier.AGENCY_CODE, "tot/");
        TestSip bad = new TestSip(TestDossier.AGENCY_CODE, "hong/");
        Map<String, byte[]> both = new LinkedHashMap<>(good.inFolder(good.files()));
        Map<String, byte[]> files = bad.files();
        byte[] other = bad.contents.getFirst().clone();
        other[15_000] ^= 1;
        files.put("representations/rep1/data/" + bad.fileName(0), other);
        both.putAll(bad.inFolder(files));

        String id = send(TestSip.zipOf(both), false);

        decided(id)
                .body("state", equalTo("RECEIVED"))
                .body("dossiers.find { it.root == 'tot/' }.state", equalTo("TAKEN"))
                .body("dossiers.find { it.root == 'hong/' }.state", equalTo("REFUSED"))
                .body(
                        "dossiers.find { it.root == 'hong/' }.findings.code",
                        contains("FILE_DIGEST_MISMATCH"))
                .body(
                        "dossiers.find { it.root == 'hong/' }.findings[0].message",
                        containsString("mã băm"));
        get("/v1/intakes/" + id).body("dossiers.fileCode", contains(good.fileCode));
    }

    /** Red when the same bytes make a second submission. */
    @Test
    void theSameBytesSentAgainGetTheSameAnswer() {
        byte[] zip = sip.zip();
        String id = send(zip, false);
        decided(id).body("state", equalTo("RECEIVED"));

        announce(zip, false)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("state", equalTo("RECEIVED"));
    }

    /** Red when another package of a dossier in custody is taken as a second one. */
    @Test
    void anotherPackageOfADossierInCustodyIsReturned() {
        String first = send(sip.zip(), false);
        decided(first);
        UUID dossierId = dossierId(first);
        await().atMost(SOON)
                .until(() -> world.toldBriefly(dossierId).contains("3 aip.replicated.v1"));
        sip.dossier.put("title", "Hồ sơ có tiêu đề khác");

        String second = send(sip.zip(), false);

        decided(second);
        await().atMost(SOON)
                .untilAsserted(() ->
                        get("/v1/intakes/" + second)
                                .body("dossiers[0].state", equalTo("RETURNED"))
                                .body("dossiers[0].findings.code", hasItem("ALREADY_IN_CUSTODY")));
    }

    /** Red when loose documents are refused, or the lot is kept shorter than one of them. */
    @Test
    void looseDocumentsAreTakenWithTheTermOfTheOneThatIsKeptLongest() {
        sip.loose();
        sip.documents.getFirst().put("maintenance", "06");

        String id = send(sip.zip(), false);

        decided(id).body("state", equalTo("RECEIVED"));
        await().atMost(SOON)
                .until(() -> world.toldBriefly(dossierId(id)).contains("3 aip.replicated.v1"));
        get("/v1/holdings/" + dossierId(id)).body("retentionCode", equalTo("01"));
    }

    /** Red when photos are left out, or described as something else. */
    @Test
    void photosOfAPackageAreKeptLikeThoseOfASubmission() {
        sip.photo();

        String id = send(sip.zip(), false);

        decided(id).body("state", equalTo("RECEIVED"));
        await().atMost(SOON)
                .until(() -> world.toldBriefly(dossierId(id)).contains("3 aip.replicated.v1"));
        get("/v1/intakes/" + id)
                .body("dossiers[0].state", equalTo("ACCEPTED"))
                .body("dossiers[0].documents[2].files[0].puid", equalTo("fmt/43"));
        var holding = get("/v1/holdings/" + dossierId(id)).extract().jsonPath();
        assertThat(holding.getString("mediaItems[0].title")).isEqualTo("Đại biểu dự hội nghị");
        assertThat(holding.getString("mediaItems[0].kind")).isEqualTo("PHOTO");
        byte[] back =
                given().auth()
                        .oauth2(archivist())
                        .get(holding.getString("mediaItems[0].files[0].content"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();
        assertThat(back).isEqualTo(sip.contents.get(2));
    }

    /**
     * Red when a word of the repealed form is handed on, or its parts make another code than
     * 05/2025 would give the dossier: sent in both forms it must be the same one.
     */
    @Test
    void thePackageOfTheRepealedCircularIsTheSameDossier() {
        String now = send(sip.zip(), true);
        decided(now).body("state", equalTo("CHECKED"));
        UUID dossierId = dossierId(now);
        sip.repealedForm();

        String id = send(sip.zip(), false);

        decided(id)
                .body("state", equalTo("RECEIVED"))
                .body("dossiers[0].repealedForm", equalTo(true))
                .body("dossiers[0].dossierId", equalTo(dossierId.toString()));
        await().atMost(SOON)
                .until(() -> world.toldBriefly(dossierId).contains("3 aip.replicated.v1"));
        get("/v1/holdings/" + dossierId)
                .body("fileCode", equalTo(sip.fileCode))
                .body("retentionCode", equalTo("01"))
                .body("accessMode", equalTo("01"))
                .body("documents.typeCode", contains("03", "03"))
                .body("documents[1].docCode", equalTo(sip.fileCode + ".0000002"));
    }

    /** Red when a word that no code means is taken for the likeliest one. */
    @Test
    void aWordOfTheRepealedFormThatNoCodeMeansIsReturned() {
        sip.repealedForm();
        sip.dossier.put("maintenance", "Lâu dài");

        String id = send(sip.zip(), true);

        decided(id)
                .body("dossiers[0].state", equalTo("REFUSED"))
                .body("dossiers[0].checkFindings.code", hasItem("CODE_UNKNOWN"));
    }

    /** Red when parts have to come in order, or one that was damaged is kept. */
    @Test
    void anInterruptedUploadGoesOnWithThePartsThatAreMissing() {
        byte[] zip = sip.zip();
        String id = announce(zip, false).then().statusCode(201).extract().path("id");
        byte[] half = Arrays.copyOf(zip, zip.length / 2);

        part(id, 1, half, zip).then().statusCode(422).body("code", equalTo("PART_SIZE_MISMATCH"));
        byte[] damaged = zip.clone();
        damaged[100] ^= 1;
        part(id, 1, damaged, zip)
                .then()
                .statusCode(422)
                .body("code", equalTo("PART_DIGEST_MISMATCH"));
        part(id, 2, zip, zip).then().statusCode(422).body("code", equalTo("PART_UNKNOWN"));
        complete(id).then().statusCode(422).body("code", equalTo("PACKAGE_INCOMPLETE"));
        get("/v1/packages/" + id).body("arrived", empty()).body("parts", equalTo(1));

        part(id, 1, zip, zip).then().statusCode(200).body("sha256", equalTo(TestSip.sha256(zip)));
        complete(id).then().statusCode(202);
        decided(id).body("state", equalTo("RECEIVED"));
        part(id, 1, zip, zip).then().statusCode(409).body("code", equalTo("PACKAGE_NOT_OPEN"));
    }

    /** Red when something that is no package at all gets further than its report. */
    @Test
    void whatIsNoPackageIsRefusedWithTheReason() {
        String id = send("đây không phải ZIP, chỉ là một đoạn văn".getBytes(UTF_8), false);

        decided(id)
                .body("state", equalTo("REFUSED"))
                .body("findings.code", contains("ZIP_TRUNCATED"))
                .body("dossiers", empty());
        assertThat(
                        world.ask(
                                "SELECT count(*) FROM intake WHERE submission_id = ?1",
                                UUID.fromString(id)))
                .isEqualTo(0L);
    }

    /** Red when one agency can fill the queue for all. */
    @Test
    void anAgencyWithTooManyPackagesUnderWayHasToWait() {
        for (int at = 0; at < 32; at++) {
            announce(Ids.next().toString().getBytes(UTF_8), false).then().statusCode(201);
        }

        announce(Ids.next().toString().getBytes(UTF_8), false)
                .then()
                .statusCode(429)
                .header("Retry-After", "1")
                .body("code", equalTo("TOO_MANY_PACKAGES"));
    }

    private String send(byte[] zip, boolean dryRun) {
        String id = announce(zip, dryRun).then().statusCode(201).extract().path("id");
        part(id, 1, zip, zip).then().statusCode(200);
        complete(id).then().statusCode(202);
        return id;
    }

    private Response announce(byte[] zip, boolean dryRun) {
        return given().auth()
                .oauth2(archivist())
                .contentType("application/json")
                .body(
                        "{\"sha256\":\"%s\",\"size\":%d,\"fileName\":\"gói.zip\",\"dryRun\":%s}"
                                .formatted(TestSip.sha256(zip), zip.length, dryRun))
                .post("/v1/packages");
    }

    private Response part(String id, int number, byte[] bytes, byte[] told) {
        String digest =
                Base64.getEncoder().encodeToString(HexFormat.of().parseHex(TestSip.sha256(told)));
        return given().auth()
                .oauth2(archivist())
                .contentType("application/octet-stream")
                .header("Content-Digest", "sha-256=:" + digest + ":")
                .body(bytes)
                .put("/v1/packages/" + id + "/parts/" + number);
    }

    private Response complete(String id) {
        return given().auth().oauth2(archivist()).post("/v1/packages/" + id + "/complete");
    }

    private ValidatableResponse decided(String id) {
        await().atMost(SOON)
                .until(() -> !get("/v1/packages/" + id).extract().path("state").equals("QUEUED"));
        return get("/v1/packages/" + id);
    }

    private UUID dossierId(String id) {
        return UUID.fromString(get("/v1/packages/" + id).extract().path("dossiers[0].dossierId"));
    }

    private long keys(String id, String under) {
        long count = 0;
        for (var found = stores.store("working").list("packages/" + id + "/" + under);
                found.hasNext();
                found.next()) {
            count++;
        }
        return count;
    }

    private ValidatableResponse get(String path) {
        return given().auth().oauth2(archivist()).get(path).then().statusCode(200);
    }

    private String archivist() {
        return TestTokens.draft(
                        "archivist.test", agency, TestDossier.AGENCY_CODE, "agency-archivist")
                .sign();
    }
}
