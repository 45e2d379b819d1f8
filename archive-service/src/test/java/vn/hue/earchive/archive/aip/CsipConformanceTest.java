package vn.hue.earchive.archive.aip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roda_project.commons_ip2.validator.EARKSIPValidator;
import org.roda_project.commons_ip2.validator.reporter.ValidationReportOutputJson;
import vn.hue.earchive.document.events.FileDescription;
import vn.hue.earchive.document.events.SubmissionManifest;

/**
 * The package, judged by commons-ip2 2.10.0 against E-ARK CSIP. What it may find stands in {@code
 * accepted-findings.tsv}, by rule id; anything more, and anything less, is red.
 *
 * <p>Red when METS names a wrong size or digest, a file is missing or not named in METS, an id or a
 * mandatory attribute is left out.
 */
class CsipConformanceTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"2.0.4", "2.1.0", "2.2.0"})
    void isValidInAFolderNamedByItsObjid(String version) throws Exception {
        Path aip = unpack(GoldenAipTest.build(), folder.resolve(GoldenDossier.OBJ_ID));

        assertThat(findings(aip, version))
                .isEqualTo(AcceptedFindings.of("commons-ip2 OBJID folder"));
    }

    @Test
    void hasTheAcceptedFindingsInTheFolderOfTheCircular() throws Exception {
        Path aip =
                unpack(
                        GoldenAipTest.build(),
                        folder.resolve(GoldenDossier.load().description().folder()));

        assertThat(findings(aip, "2.0.4"))
                .isEqualTo(AcceptedFindings.of("commons-ip2 statutory folder"));
    }

    /**
     * Photos, recordings, attachments, codes that are no file names, text that XML must escape, Hán
     * Nôm.
     */
    @Test
    void isValidForADossierWithEverythingThatIsAwkward() throws Exception {
        GoldenDossier source = GoldenDossier.random(3, 2000, 1);
        AipDescription awkward = AwkwardDossier.of(source);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BuildAip.withVersion("0.1.0").write(awkward, AwkwardDossier.source(awkward), out);

        Path aip = unpack(out.toByteArray(), folder.resolve(GoldenDossier.OBJ_ID));

        assertThat(findings(aip, "2.0.4"))
                .isEqualTo(AcceptedFindings.of("commons-ip2 OBJID folder"));
        for (SubmissionManifest.File file : awkward.dossier().files().toList()) {
            FileDescription description = file.description();
            try (var data = Files.list(aip.resolve("representations/rep1/data"))) {
                assertThat(data.map(CsipConformanceTest::sha256))
                        .as(description.name())
                        .contains(description.sha256());
            }
        }
        new SchemaConformanceTest().isValid(aip, 5);
    }

    /** The judge itself must be able to say no. */
    @Test
    void aFlippedByteIsFound() throws Exception {
        Path aip = unpack(GoldenAipTest.build(), folder.resolve(GoldenDossier.OBJ_ID));
        Path data = aip.resolve("representations/rep1/data/H57.21.2025.01-VP.0000001.pdf");
        byte[] bytes = Files.readAllBytes(data);
        bytes[77] ^= 1;
        Files.write(data, bytes);

        assertThat(findings(aip, "2.0.4")).contains("CSIP71");
    }

    static Path unpack(byte[] zip, Path target) throws Exception {
        for (Map.Entry<String, byte[]> file : GoldenAipTest.unzip(zip).entrySet()) {
            Path path = target.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return target;
    }

    private static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Digests.sha256(in.readAllBytes());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Set<String> findings(Path aip, String version) throws Exception {
        try (var report = new ByteArrayOutputStream()) {
            ValidationReportOutputJson results = new ValidationReportOutputJson(aip, report);
            new EARKSIPValidator(results, version).validate(version);
            JsonNode rules = new ObjectMapper().readTree(report.toByteArray()).path("validation");
            assertThat(rules.size()).isGreaterThan(100);
            Set<String> failed = new HashSet<>();
            for (JsonNode rule : rules) {
                if (rule.path("testing").path("outcome").asText().equals("FAILED")) {
                    failed.add(rule.path("id").asText());
                }
            }
            return failed;
        }
    }
}
