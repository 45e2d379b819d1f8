package vn.hue.earchive.archive.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.archive.sip.TestSip;
import vn.hue.earchive.document.events.SubmissionSubmitted;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.local.TestTokens;

/**
 * The signed acknowledgement, checked with the JDK and the published key alone, as whoever
 * submitted does it.
 */
@QuarkusTest
@QuarkusTestResource(value = ArchiveComponents.class, restrictToAnnotatedClass = false)
class ReceiptTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** What stands before the 32 bytes of an Ed25519 key in X.509 (RFC 8410). */
    private static final String X509 = "302a300506032b6570032100";

    @Inject ArchiveWorld world;
    @Inject ObjectMapper json;

    private final UUID agency = Ids.next();

    /**
     * Red when a digest or a verdict of the receipt is not covered by the signature, or the key
     * that is published is not the one that signs.
     */
    @Test
    void whoeverSubmittedCanProveWhatTheArchiveReceived() throws Exception {
        TestDossier good = TestDossier.lawful();
        TestDossier bad =
                new TestDossier()
                        .fileStoredAs("a.pdf", TestDossier.pdf(9_000), TestDossier.pdf(9_000));
        SubmissionSubmitted submission = world.submit(agency, good, bad);
        await().atMost(SOON).until(() -> intakeState(submission.submissionId()).equals("DECIDED"));

        String receipt = receipt("/v1/intakes/" + submission.submissionId());

        JsonNode told = opened(receipt);
        assertThat(told.path("form").asText()).isEqualTo("earchive-receipt/1");
        assertThat(told.path("agencyId").asText()).isEqualTo(agency.toString());
        assertThat(told.path("manifest").path("sha256").asText())
                .isEqualTo(submission.manifestSha256());
        JsonNode taken = dossier(told, good.fileCode);
        assertThat(taken.path("verdict").asText()).isEqualTo("ACCEPTED");
        assertThat(taken.path("files").findValuesAsText("sha256"))
                .containsExactlyElementsOf(
                        good.items.stream().map(item -> TestDossier.sha256(item.told())).toList());
        JsonNode returned = dossier(told, bad.fileCode);
        assertThat(returned.path("verdict").asText()).isEqualTo("RETURNED");
        JsonNode reason = reason(returned, "DIGEST_MISMATCH");
        assertThat(reason.path("vi").asText()).contains("SHA-256");
        assertThat(reason.path("en").asText()).contains("The SHA-256");
        assertThat(returned.path("files").get(0).path("digest").asText()).isEqualTo("FAILED");

        String digest = TestDossier.sha256(good.items.getFirst().told());
        assertThat(verifies(forged(receipt, digest, "0".repeat(64)))).isFalse();
        assertThat(verifies(forged(receipt, "RETURNED", "ACCEPTED"))).isFalse();
    }

    /** Red when a receipt is another one each time it is fetched. */
    @Test
    void theReceiptIsAlwaysTheSame() {
        SubmissionSubmitted submission = world.submit(agency, TestDossier.lawful());
        await().atMost(SOON).until(() -> intakeState(submission.submissionId()).equals("DECIDED"));

        String path = "/v1/intakes/" + submission.submissionId();
        assertThat(receipt(path)).isEqualTo(receipt(path));
    }

    /** Red when what was refused before its checks is left out. */
    @Test
    void aPackageIsAcknowledgedWithWhatOfItWasRefused() throws Exception {
        TestSip good = new TestSip(TestDossier.AGENCY_CODE, "tot/");
        TestSip bad = new TestSip(TestDossier.AGENCY_CODE, "hong/");
        Map<String, byte[]> both = new LinkedHashMap<>(good.inFolder(good.files()));
        Map<String, byte[]> files = bad.files();
        files.remove("representations/rep1/data/" + bad.fileName(0));
        both.putAll(bad.inFolder(files));
        byte[] zip = TestSip.zipOf(both);
        String id = announce(zip);
        given().auth()
                .oauth2(archivist())
                .get("/v1/packages/" + id + "/receipt")
                .then()
                .statusCode(409)
                .body("code", equalTo("RECEIPT_PENDING"));
        send(id, zip);
        await().atMost(SOON).until(() -> intakeState(UUID.fromString(id)).equals("DECIDED"));

        JsonNode told = opened(receipt("/v1/packages/" + id));

        assertThat(told.path("sentPackage").path("sha256").asText()).isEqualTo(TestSip.sha256(zip));
        assertThat(dossier(told, good.fileCode).path("verdict").asText()).isEqualTo("ACCEPTED");
        JsonNode refused = told.path("dossiers").get(1);
        assertThat(refused.path("verdict").asText()).isEqualTo("REFUSED");
        assertThat(reason(refused, "FILE_MISSING").path("path").asText()).endsWith(bad.fileName(0));
    }

    @Test
    void aPackageThatIsNoneIsAcknowledgedAsRefused() throws Exception {
        byte[] nonsense = "đây không phải ZIP".getBytes(StandardCharsets.UTF_8);
        String id = announce(nonsense);
        send(id, nonsense);
        await().atMost(SOON)
                .until(() ->
                        given().auth()
                                .oauth2(archivist())
                                .get("/v1/packages/" + id)
                                .path("state")
                                .equals("REFUSED"));

        JsonNode told = opened(receipt("/v1/packages/" + id));

        assertThat(told.path("dossiers")).isEmpty();
        assertThat(told.path("reasons").get(0).path("code").asText()).isEqualTo("ZIP_TRUNCATED");
    }

    private static JsonNode dossier(JsonNode receipt, String fileCode) {
        for (JsonNode dossier : receipt.path("dossiers")) {
            if (dossier.path("fileCode").asText().equals(fileCode)) {
                return dossier;
            }
        }
        throw new AssertionError("no dossier " + fileCode + " in " + receipt);
    }

    private static JsonNode reason(JsonNode dossier, String code) {
        for (JsonNode reason : dossier.path("reasons")) {
            if (reason.path("code").asText().equals(code)) {
                return reason;
            }
        }
        throw new AssertionError("no reason " + code + " in " + dossier);
    }

    private static String forged(String jws, String told, String instead) {
        String[] parts = jws.split("\\.");
        String payload =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        assertThat(payload).contains(told);
        return parts[0]
                + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                payload.replace(told, instead).getBytes(StandardCharsets.UTF_8))
                + "."
                + parts[2];
    }

    /** The payload of a receipt that the published key has signed. */
    private JsonNode opened(String jws) throws Exception {
        assertThat(verifies(jws)).isTrue();
        return json.readTree(Base64.getUrlDecoder().decode(jws.split("\\.")[1]));
    }

    private static boolean verifies(String jws) throws Exception {
        String[] parts = jws.split("\\.");
        var keys =
                given().auth()
                        .oauth2(
                                TestTokens.draft("reader.test", Ids.next(), "H57.99", "reader")
                                        .sign())
                        .get("/v1/evidence/jwks")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
        String header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
        assertThat(header).contains("\"alg\":\"EdDSA\"").contains(keys.getString("keys[0].kid"));
        byte[] raw = Base64.getUrlDecoder().decode(keys.getString("keys[0].x"));
        byte[] encoded = HexFormat.of().parseHex(X509 + HexFormat.of().formatHex(raw));
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initVerify(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        ed25519.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return ed25519.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    private String receipt(String of) {
        return given().auth()
                .oauth2(archivist())
                .get(of + "/receipt")
                .then()
                .statusCode(200)
                .contentType("application/jose")
                .extract()
                .asString();
    }

    private String intakeState(UUID submissionId) {
        var answer = given().auth().oauth2(archivist()).get("/v1/intakes/" + submissionId);
        return answer.statusCode() == 200 ? answer.path("state") : "";
    }

    private String announce(byte[] zip) {
        return given().auth()
                .oauth2(archivist())
                .contentType("application/json")
                .body("{\"sha256\":\"%s\",\"size\":%d}".formatted(TestSip.sha256(zip), zip.length))
                .post("/v1/packages")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void send(String id, byte[] zip) {
        String digest =
                Base64.getEncoder().encodeToString(HexFormat.of().parseHex(TestSip.sha256(zip)));
        given().auth()
                .oauth2(archivist())
                .contentType("application/octet-stream")
                .header("Content-Digest", "sha-256=:" + digest + ":")
                .body(zip)
                .put("/v1/packages/" + id + "/parts/1")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(archivist())
                .post("/v1/packages/" + id + "/complete")
                .then()
                .statusCode(202);
    }

    private String archivist() {
        return TestTokens.draft(
                        "archivist.test", agency, TestDossier.AGENCY_CODE, "agency-archivist")
                .sign();
    }
}
