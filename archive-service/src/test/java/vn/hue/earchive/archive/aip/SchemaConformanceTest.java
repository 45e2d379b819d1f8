package vn.hue.earchive.archive.aip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/**
 * Every XML file of the package against its schema, as it lies in the package: METS 1.12 with the
 * CSIP extension, EAD, EAD_doc. The PREMIS 3.0 schema is in no artifact that we use; {@code
 * premis-subset.xsd} states what of it we write, in its order, and is itself held against the
 * golden PREMIS files, which the schema of the Library of Congress has accepted.
 *
 * <p>Red when an element comes in the wrong place, a code is none, a date is written in ISO form.
 */
class SchemaConformanceTest {

    @TempDir Path folder;

    @Test
    void everyFileIsValidBySchema() throws Exception {
        isValid(CsipConformanceTest.unpack(GoldenAipTest.build(), folder), 3);
    }

    @Test
    void theGoldenPackageIsValidByTheSameSchemas() throws Exception {
        isValid(
                Path.of(
                        Objects.requireNonNull(getClass().getResource(GoldenDossier.FOLDER))
                                .getPath()),
                3);
    }

    /** The judge itself must be able to say no. */
    @Test
    void aSpoiltDescriptionIsFound() throws Exception {
        Path aip = CsipConformanceTest.unpack(GoldenAipTest.build(), folder);
        Path ead = aip.resolve("metadata/descriptive/EAD.xml");
        Path premis = aip.resolve("metadata/preservation/PREMIS.xml");
        String description = Files.readString(ead);
        String events = Files.readString(premis);

        Files.writeString(ead, description.replace("05/12/2025", "2025-12-05"));
        assertThatThrownBy(() -> isValid(aip, 3)).isInstanceOf(SAXException.class);
        Files.writeString(ead, description);
        Files.writeString(premis, events.replace("premis:eventDateTime", "premis:eventDate"));
        assertThatThrownBy(() -> isValid(aip, 3)).isInstanceOf(SAXException.class);
    }

    /**
     * @param items descriptions that the package must have
     */
    void isValid(Path aip, int items) throws Exception {
        Schema mets = schema(aip.resolve("schemas/METS.xsd"));
        Schema premis =
                schema(
                        Path.of(
                                Objects.requireNonNull(getClass().getResource("/premis-subset.xsd"))
                                        .getPath()));
        validate(mets, aip.resolve("METS.xml"));
        validate(mets, aip.resolve("representations/rep1/METS.xml"));
        validate(
                schema(aip.resolve("schemas/EAD.xsd")),
                aip.resolve("metadata/descriptive/EAD.xml"));
        validate(premis, aip.resolve("metadata/preservation/PREMIS.xml"));
        Path rep = aip.resolve("representations/rep1/metadata");
        validate(premis, rep.resolve("preservation/PREMIS_rep1.xml"));
        try (var descriptions = Files.list(rep.resolve("descriptive"))) {
            int count = 0;
            for (Path description : descriptions.toList()) {
                String table =
                        description.getFileName().toString().replaceFirst("_[0-9]+[.]xml$", "");
                validate(schema(aip.resolve("schemas/" + table + ".xsd")), description);
                count++;
            }
            assertThat(count).isEqualTo(items);
        }
    }

    private static Schema schema(Path file) throws Exception {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
        return factory.newSchema(file.toFile());
    }

    private static void validate(Schema schema, Path file) throws Exception {
        schema.newValidator().validate(new StreamSource(file.toFile()));
    }
}
