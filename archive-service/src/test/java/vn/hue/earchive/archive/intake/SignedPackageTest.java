package vn.hue.earchive.archive.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.archive.pdfa.TestPdf;
import vn.hue.earchive.archive.sip.TestSip;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.local.TestTokens;
import vn.hue.earchive.signature.TestPki;

/** Signed documents in packages of other systems, which nobody has checked before the archive. */
@QuarkusTest
@QuarkusTestResource(value = ArchiveComponents.class, restrictToAnnotatedClass = false)
class SignedPackageTest {

    /** The first signed file costs the start of a process. */
    private static final Duration SOON = Duration.ofSeconds(90);

    @SuppressWarnings("TimeInStaticInitializer")
    private static final Instant NOW = Instant.now();

    private static final TestPki CITY = new TestPki("Root of the tests");
    private static final TestPki STRANGER = new TestPki("Root of a stranger");

    @Inject ArchiveWorld world;

    private final UUID agency = Ids.next();
    private final TestSip sip = new TestSip(TestDossier.AGENCY_CODE, "");

    @BeforeEach
    void trustTheCity() {
        CITY.trustIn(folder("trust"));
        CITY.revocationListIn(folder("crl"), NOW.minus(Duration.ofHours(1)));
    }

    private static Path folder(String of) {
        return ConfigProvider.getConfig()
                .getValue("earchive.signature." + of + "-folder", Path.class);
    }

    /**
     * Red when a signature is not looked for, when its report is not with the intake, or when the
     * package that is kept does not tell it.
     */
    @Test
    void aGoodSignatureIsReportedAndKept() throws IOException {
        sip.contents.set(0, CITY.signPdf(TestPdf.pdfa(), CITY.person("Chairman", 30), false));

        String id = take();

        intake(id)
                .body("dossiers[0].documents[0].checks.SIGNATURE", equalTo("PASSED"))
                .body("dossiers[0].documents[0].files[0].signatures.result", equalTo("VALID"))
                .body(
                        "dossiers[0].documents[0].files[0].signatures.signatures[0].signer",
                        containsString("Chairman"))
                .body("dossiers[0].findings.code", hasItem("SIGNATURE_GOOD"))
                .body("dossiers[0].documents[1].checks.SIGNATURE", equalTo("PASSED"))
                .body("dossiers[0].documents[1].files[0].signatures", nullValue());
        assertThat(premis(id)).contains("digital signature validation", "VALID", "CN=Chairman");
    }

    /** Red when a bad signature sends a dossier back, or is passed over. */
    @Test
    void aBrokenOrUnknownSignatureIsToldAndTheDossierIsTaken() {
        byte[] broken = CITY.signPdf(TestPdf.pdfa(), CITY.person("Chairman", 30), false);
        broken[9] ^= 1;
        sip.contents.set(0, broken);
        sip.contents.set(
                1, STRANGER.signPdf(TestPdf.pdfa(), STRANGER.person("Somebody", 30), false));

        String id = take();

        intake(id)
                .body("dossiers[0].state", equalTo("ACCEPTED"))
                .body("dossiers[0].documents[0].checks.SIGNATURE", equalTo("FAILED"))
                .body("dossiers[0].documents[0].files[0].signatures.result", equalTo("INVALID"))
                .body(
                        "dossiers[0].documents[0].files[0].signatures.causes",
                        hasItem("CONTENT_CHANGED"))
                .body("dossiers[0].documents[1].checks.SIGNATURE", equalTo("WARNING"))
                .body(
                        "dossiers[0].documents[1].files[0].signatures.causes",
                        hasItem("ISSUER_UNKNOWN"));
    }

    private String take() {
        byte[] zip = sip.zip();
        String id =
                as().contentType("application/json")
                        .body(
                                "{\"sha256\":\"%s\",\"size\":%d}"
                                        .formatted(TestSip.sha256(zip), zip.length))
                        .post("/v1/packages")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        String digest =
                Base64.getEncoder().encodeToString(HexFormat.of().parseHex(TestSip.sha256(zip)));
        as().contentType("application/octet-stream")
                .header("Content-Digest", "sha-256=:" + digest + ":")
                .body(zip)
                .put("/v1/packages/" + id + "/parts/1")
                .then()
                .statusCode(200);
        as().post("/v1/packages/" + id + "/complete").then().statusCode(202);
        await().atMost(SOON)
                .until(() -> {
                    var answer = as().get("/v1/intakes/" + id);
                    return answer.statusCode() == 200 && answer.path("state").equals("DECIDED");
                });
        return id;
    }

    private String premis(String id) throws IOException {
        String dossierId = intake(id).extract().path("dossiers[0].dossierId");
        byte[] zip =
                as().get("/v1/holdings/" + dossierId + "/package")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry();
                    entry != null;
                    entry = entries.getNextEntry()) {
                if (entry.getName().endsWith("PREMIS_rep1.xml")) {
                    return new String(entries.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no PREMIS_rep1.xml");
    }

    private ValidatableResponse intake(String id) {
        return as().get("/v1/intakes/" + id).then().statusCode(200);
    }

    private io.restassured.specification.RequestSpecification as() {
        return given().auth()
                .oauth2(
                        TestTokens.draft(
                                        "archivist.test",
                                        agency,
                                        TestDossier.AGENCY_CODE,
                                        "agency-archivist")
                                .sign());
    }
}
