package vn.hue.earchive.archive.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.local.TestTokens;

/** How the bytes of a holding are served, and to whom. */
@QuarkusTest
@QuarkusTestResource(value = ArchiveComponents.class, restrictToAnnotatedClass = false)
class ContentTest {

    @Inject ArchiveWorld world;

    private final UUID agency = Ids.next();
    private final TestDossier dossier = TestDossier.lawful().withConditionalLast();
    private final TestDossier.Item open = dossier.items.getFirst();
    private final TestDossier.Item conditional = dossier.items.getLast();

    @BeforeEach
    void takeIn() {
        world.submit(agency, dossier);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> world.toldBriefly(dossier.id).contains("3 aip.replicated.v1"));
    }

    /** Red when a header of the conventions is missing; each keeps a browser or a proxy honest. */
    @Test
    void aFileComesAsASandboxedAttachmentWithItsDigest() {
        as("agency-archivist")
                .get(path(conditional))
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Length", String.valueOf(conditional.told().length))
                .header("ETag", '"' + TestDossier.sha256(conditional.told()) + '"')
                .header("Repr-Digest", digest(conditional.told()))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"Ke hoach 12.pdf\"; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%2012.pdf")
                .header(
                        "Content-Security-Policy",
                        "sandbox; default-src 'none'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", "no-store");
    }

    /** Red when the offset is taken from the package instead of the file. */
    @Test
    void aRangeIsExactlyThatPart() {
        byte[] part =
                as("agency-archivist")
                        .header("Range", "bytes=1000-2999")
                        .get(path(conditional))
                        .then()
                        .statusCode(206)
                        .header("Content-Range", "bytes 1000-2999/" + conditional.told().length)
                        .header("Repr-Digest", digest(conditional.told()))
                        .extract()
                        .asByteArray();

        assertThat(part).isEqualTo(Arrays.copyOfRange(conditional.told(), 1000, 3000));
    }

    @Test
    void aRangeBeyondTheEndIsRefusedWithTheSize() {
        as("agency-archivist")
                .header("Range", "bytes=99999999-")
                .get(path(open))
                .then()
                .statusCode(416)
                .contentType("application/problem+json")
                .header("Content-Range", "bytes */" + open.told().length)
                .body("code", equalTo("RANGE_NOT_SATISFIABLE"));
    }

    /** Red when a part of changed bytes is glued to what the caller has. */
    @Test
    void aRangeOfOtherBytesThanTheCallerKnowsGivesTheWhole() {
        as("agency-archivist")
                .header("Range", "bytes=0-9")
                .header("If-Range", "\"other\"")
                .get(path(open))
                .then()
                .statusCode(200)
                .header("Content-Length", String.valueOf(open.told().length));
    }

    /** Red when a HEAD or an unchanged file is noted as read, or a real read is not. */
    @Test
    void everyReadLeavesAnAuditEntryAndOnlyReadsDo() {
        as("agency-archivist").head(path(open)).then().statusCode(200);
        as("agency-archivist")
                .header("If-None-Match", '"' + TestDossier.sha256(open.told()) + '"')
                .get(path(open))
                .then()
                .statusCode(304);
        assertThat(reads()).isEqualTo(0L);

        as("agency-archivist").get(path(open)).then().statusCode(200);
        as("agency-archivist").header("Range", "bytes=5-9").get(path(open)).then().statusCode(206);

        assertThat(reads()).isEqualTo(2L);
    }

    /** Red when the access mode of the document does not count beside the dossier's. */
    @Test
    void aReaderGetsOpenDocumentsOnly() {
        as("reader").get(path(open)).then().statusCode(200);
        as("reader")
                .header("Accept-Language", "en")
                .get(path(conditional))
                .then()
                .statusCode(403)
                .body("code", equalTo("CONDITIONAL_ACCESS"))
                .body(
                        "nextStep",
                        equalTo("Send a request for use to the archivist of the agency."));
        as("reader")
                .get("/v1/holdings/" + dossier.id)
                .then()
                .statusCode(200)
                .body("allowedActions", not(hasItem("exportHoldingPackage")))
                .body("documents[0].files[0].content", equalTo(path(open)))
                .body("documents[1].files[0].content", equalTo(null));
    }

    /** Red when the export is not the statutory folder, or lacks a file. */
    @Test
    void thePackageIsAZipUnderItsStatutoryName() throws IOException {
        var response =
                as("agency-archivist")
                        .get("/v1/holdings/" + dossier.id + "/package")
                        .then()
                        .statusCode(200)
                        .contentType("application/zip")
                        .extract();

        String folder =
                String.valueOf(world.ask("SELECT aip_id FROM holding WHERE id = ?", dossier.id))
                        .replace(':', '_');
        assertThat(response.header("Content-Disposition"))
                .startsWith("attachment; filename=\"" + folder + ".zip\"");
        assertThat(response.header("Repr-Digest")).isEqualTo(digest(response.asByteArray()));
        assertThat(names(response.asByteArray()))
                .allMatch(name -> name.startsWith(folder + "/"))
                .contains(
                        folder + "/METS.xml",
                        folder + "/metadata/descriptive/EAD.xml",
                        folder + "/metadata/preservation/PREMIS.xml")
                .anyMatch(name -> name.endsWith(dossier.docCode(open) + ".pdf"));
    }

    private Object reads() {
        return java.util.Objects.requireNonNull(
                world.ask(
                        "SELECT count(*) FROM audit_entry WHERE aggregate_id = ? AND action = 'readHoldingFile'",
                        dossier.id));
    }

    private RequestSpecification as(String role) {
        return given().auth()
                .oauth2(TestTokens.token(role + ".ancuu", agency, TestDossier.AGENCY_CODE, role));
    }

    private String path(TestDossier.Item item) {
        return "/v1/holdings/%s/files/%s/content".formatted(dossier.id, item.fileId());
    }

    private static String digest(byte[] bytes) {
        return "sha-256=:"
                + Base64.getEncoder()
                        .encodeToString(HexFormat.of().parseHex(TestDossier.sha256(bytes)))
                + ":";
    }

    private static List<String> names(byte[] zip) throws IOException {
        var names = new ArrayList<String>();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry();
                    entry != null;
                    entry = entries.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
