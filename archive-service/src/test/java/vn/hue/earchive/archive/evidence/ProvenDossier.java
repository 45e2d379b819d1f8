package vn.hue.earchive.archive.evidence;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.intake.ArchiveWorld;
import vn.hue.earchive.archive.intake.TestDossier;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.local.TestTokens;
import vn.hue.earchive.verifier.Verification;

/** A dossier in custody, and its proof bundle as an archivist takes it away. */
final class ProvenDossier {

    private final UUID agency = Ids.next();
    private final TestDossier dossier = TestDossier.lawful();

    static ProvenDossier takenIn(ArchiveWorld archive) {
        ProvenDossier proven = new ProvenDossier();
        archive.submit(proven.agency, proven.dossier);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        archive.toldBriefly(proven.dossier.id).contains("3 aip.replicated.v1"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> proven.as("agency-archivist").get(proven.path()).statusCode() == 200);
        return proven;
    }

    UUID id() {
        return dossier.id;
    }

    String path() {
        return "/v1/holdings/" + dossier.id + "/proof";
    }

    byte[] bundle() {
        return as("agency-archivist").get(path()).then().statusCode(200).extract().asByteArray();
    }

    String vkey() {
        return as("reader").get("/v1/evidence/key").then().extract().asString();
    }

    RequestSpecification as(String role) {
        return given().auth()
                .oauth2(TestTokens.token(role + ".test", agency, TestDossier.AGENCY_CODE, role));
    }

    /** The files of a bundle as any unzip program sees them. */
    static Map<String, byte[]> files(byte[] bundle) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            Map<String, byte[]> files = new TreeMap<>();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A bundle of these files, its manifest made anew: what a forger would do. */
    static byte[] rebuilt(Map<String, byte[]> files) {
        StringBuilder manifest = new StringBuilder();
        files.forEach((name, bytes) -> {
            if (!name.equals(ExportProof.MANIFEST)) {
                manifest.append(HexFormat.of().formatHex(Merkle.sha256(bytes)))
                        .append("  ")
                        .append(name)
                        .append('\n');
            }
        });
        BundleZip zip = new BundleZip();
        files.forEach((name, bytes) -> {
            if (!name.equals(ExportProof.PACKAGE) && !name.equals(ExportProof.MANIFEST)) {
                zip.add(name, bytes);
            }
        });
        zip.add(ExportProof.MANIFEST, manifest.toString().getBytes(StandardCharsets.UTF_8));
        byte[] pack = files.getOrDefault(ExportProof.PACKAGE, new byte[0]);
        CRC32 crc = new CRC32();
        crc.update(pack);
        zip.addLast(
                ExportProof.PACKAGE,
                pack.length,
                crc.getValue(),
                () -> new ByteArrayInputStream(pack));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            zip.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Verification verify(byte[] bundle, @Nullable String key) {
        try {
            return Verification.of(new ByteArrayInputStream(bundle), key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
