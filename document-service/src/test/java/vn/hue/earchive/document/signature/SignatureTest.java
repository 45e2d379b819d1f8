package vn.hue.earchive.document.signature;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.Problems;
import vn.hue.earchive.document.TestAgency;
import vn.hue.earchive.document.TestClock;
import vn.hue.earchive.document.Work;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.signature.CheckReplies;
import vn.hue.earchive.signature.SignatureCause;
import vn.hue.earchive.signature.SignatureResult;
import vn.hue.earchive.signature.TestPki;

/** Signatures of registered documents through the interface. */
@QuarkusTest
class SignatureTest {

    private static final Path TRUST = Path.of("target", "signature-trust");
    private static final Path CRLS = Path.of("target", "signature-crls");

    private static final TestPki CITY = new TestPki("Root " + UUID.randomUUID());
    private static final byte[] PDF = Work.sample("05-CT-UBND.pdf");

    @Inject CheckSignatures job;
    @Inject CheckTable table;
    @Inject SignatureResults results;
    @Inject TestClock clock;

    @AfterEach
    void trueTime() {
        clock.reset();
    }

    private static ValidatableResponse signatures(TestAgency agency, String document) {
        return agency.as("clerk").get("/v1/documents/" + document + "/signatures").then();
    }

    private static void recheck(TestAgency agency, String document) {
        agency.creating("clerk")
                .post("/v1/documents/" + document + "/signature-checks")
                .then()
                .statusCode(202)
                .header("Location", containsString("/signatures"))
                .body("files[0].pending", equalTo(true));
    }

    /**
     * A document signed by somebody whose root is not known yet; the operator adds it and the
     * document is checked again. Red when the check changes the bytes, loses the earlier report, or
     * says that a file is good before it is.
     */
    @Test
    void aDocumentIsCheckedAfterRegistrationAndAgainWhenItsRootIsKnown() {
        TestAgency agency = TestAgency.fresh();
        byte[] signed = CITY.signPdf(PDF, CITY.person("Chủ tịch", 30), true);
        String upload = Work.upload(agency, signed);
        String document = Work.register(agency, Work.registration(upload));

        job.run();

        signatures(agency, document)
                .statusCode(200)
                .body("files[0].result", equalTo("INDETERMINATE"))
                .body("files[0].pending", equalTo(false))
                .body("files[0].causes[0].text", not(blankOrNullString()))
                .body("allowedActions", contains("recheckSignatures"));
        CITY.trustIn(TRUST);
        CITY.revocationListIn(CRLS, Instant.now().minus(Duration.ofHours(1)));
        recheck(agency, document);

        job.run();

        String report =
                signatures(agency, document)
                        .body("files[0].result", equalTo("VALID"))
                        .body("files[0].causes.code", contains("SIGNATURE_GOOD"))
                        .body("files[0].signatures[0].details.signer", equalTo("CN=Chủ tịch"))
                        .body("files[0].signatures[0].details.coverage", equalTo("WHOLE_FILE"))
                        .extract()
                        .path("files[0].reportId");
        agency.as("auditor")
                .get("/v1/documents/" + document + "/signature-reports")
                .then()
                .statusCode(200)
                .body("items.result", contains("VALID", "INDETERMINATE"))
                .body("items.number", contains(2, 1))
                .body("items[1].requestedBy", equalTo("registration"));
        for (String kind : List.of("simple", "detailed")) {
            String xml =
                    agency.as("clerk")
                            .get(
                                    "/v1/documents/"
                                            + document
                                            + "/signature-reports/"
                                            + report
                                            + "/"
                                            + kind)
                            .then()
                            .statusCode(200)
                            .contentType("application/xml")
                            .extract()
                            .asString();
            assertThat(xml)
                    .contains("TOTAL_PASSED")
                    .contains("http://dss.esig.europa.eu/validation/");
        }
        agency.as("clerk")
                .get("/v1/incoming-documents/" + document)
                .then()
                .body("files[0].signature", equalTo("VALID"));
        byte[] back =
                agency.as("clerk")
                        .get("/v1/documents/" + document + "/files/" + upload + "/content")
                        .asByteArray();
        assertThat(back).isEqualTo(signed);
    }

    @Test
    void anUnsignedFileHasNoSignatureAndABrokenOneSaysSo() {
        TestAgency agency = TestAgency.fresh();
        String plain = Work.upload(agency, Work.pdf());
        String broken =
                Work.upload(
                        agency,
                        ("%PDF-1.7\n/ByteRange [0 1 2 3] " + UUID.randomUUID())
                                .getBytes(StandardCharsets.ISO_8859_1));
        String document = Work.register(agency, Work.registration(plain, broken));
        signatures(agency, document)
                .body("files.result", contains("NOT_CHECKED", "NOT_CHECKED"))
                .body("files[0].pending", equalTo(true));

        job.run();

        signatures(agency, document)
                .body("files.result", contains("NO_SIGNATURE", "INDETERMINATE"))
                .body("files[1].causes.code", contains("FILE_UNREADABLE"));
        List<SignatureResults.FileResult> read =
                JobScope.transaction("test", () -> results.of(UUID.fromString(document)));
        assertThat(read)
                .extracting(SignatureResults.FileResult::result)
                .containsExactly(SignatureResult.NO_SIGNATURE, SignatureResult.INDETERMINATE);
        assertThat(read.getLast().causes()).containsExactly(SignatureCause.FILE_UNREADABLE);
        assertThat(read.getLast().checkedAt()).isNotNull();
        given().auth()
                .oauth2(agency.token("clerk"))
                .header("Accept-Language", "vi")
                .get("/v1/documents/" + document + "/signatures")
                .then()
                .body("files[1].causes[0].text", containsString("không đọc được"));
    }

    /** Red when a check that an instance took with it into its grave is lost or told twice. */
    @Test
    void whatAnInstanceLeftBehindIsTakenUpAgainAfterItsLease() {
        TestAgency agency = TestAgency.fresh();
        String document = Work.register(agency);
        job.run();
        recheck(agency, document);
        List<CheckTable.Claim> dead =
                JobScope.call("test", () -> table.claim(100, Duration.ofMinutes(10)));
        assertThat(dead).extracting(c -> c.documentId().toString()).contains(document);

        job.run();
        signatures(agency, document).body("files[0].pending", equalTo(true));
        clock.moveBy(Duration.ofMinutes(11));
        job.run();

        signatures(agency, document).body("files[0].pending", equalTo(false));
        reports(agency, document, 2);
        JobScope.run(
                "test",
                () ->
                        dead.forEach(c ->
                                table.report(c, CheckReplies.of(SignatureCause.SIGNATURE_GOOD))));
        reports(agency, document, 2);
    }

    private static void reports(TestAgency agency, String document, int many) {
        agency.as("clerk")
                .get("/v1/documents/" + document + "/signature-reports")
                .then()
                .body("items", hasSize(many));
    }

    /** Red when two instances can hold one file. */
    @Test
    void aFileIsClaimedByOneOnly() throws Exception {
        TestAgency agency = TestAgency.fresh();
        for (int i = 0; i < 12; i++) {
            Work.register(agency);
        }
        List<Callable<List<CheckTable.Claim>>> instances = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            instances.add(
                    () -> JobScope.call("test", () -> table.claim(5, Duration.ofMinutes(10))));
        }
        Set<UUID> held = new HashSet<>();
        List<UUID> all = new ArrayList<>();
        List<CheckTable.Claim> claims = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<CheckTable.Claim>> one : threads.invokeAll(instances)) {
                claims.addAll(one.get());
            }
        }
        claims.forEach(c -> all.add(c.fileId()));
        held.addAll(all);
        assertThat(held).hasSameSizeAs(all);
        JobScope.run("test", () -> claims.forEach(c -> table.later(c, Duration.ZERO)));
        job.run();
    }

    @Test
    void aRequestForACheckIsGivenOnceAndNotWithoutFiles() {
        TestAgency agency = TestAgency.fresh();
        String none = Work.register(agency, Work.registration());
        Problems.expect(
                agency.creating("clerk").post("/v1/documents/" + none + "/signature-checks").then(),
                409,
                "NO_FILE_TO_CHECK");
        signatures(agency, none).body("files", empty()).body("allowedActions", empty());
        String document = Work.register(agency);
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            agency.as("clerk")
                    .header("Idempotency-Key", key)
                    .post("/v1/documents/" + document + "/signature-checks")
                    .then()
                    .statusCode(202);
        }
        Problems.expect(
                agency.as("clerk").post("/v1/documents/" + document + "/signature-checks").then(),
                400,
                "IDEMPOTENCY_KEY_REQUIRED");
        job.run();
        reports(agency, document, 1);
    }
}
