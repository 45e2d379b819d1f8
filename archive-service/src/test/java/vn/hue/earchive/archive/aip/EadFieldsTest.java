package vn.hue.earchive.archive.aip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;
import vn.hue.earchive.document.events.DossierDescription;
import vn.hue.earchive.document.events.SubmissionManifest;

/**
 * The field tables in code say what the schemas in the package say: for each field a row of values
 * at and beyond its borders is judged by both. Red when a length, a pattern or an obligation
 * differs between the two, or a field is in one only.
 */
class EadFieldsTest {

    private static final List<String> VALUES = values();

    @Test
    void theTablesAgreeWithTheSchemas() throws Exception {
        AipDescription aip = AwkwardDossier.withMedia(GoldenDossier.load().description());
        agree(EadFields.DOSSIER, EadFields.values(aip));
        for (PackagePlan.DataItem item : PackagePlan.of(aip).items()) {
            agree(item.table(), item.values());
        }
        assertThat(PackagePlan.of(aip).items())
                .extracting(PackagePlan.DataItem::table)
                .contains(EadFields.DOCUMENT, MediaFields.PICTURE, MediaFields.RECORDING);
    }

    @Test
    void everyViolationIsNamedAndNoPackageIsMade() {
        AipDescription aip = GoldenDossier.load().description();
        AipDescription broken = withTitleAndEnd(aip);

        List<FieldViolation> violations = BuildAip.withVersion("0.1.0").check(broken);

        assertThat(violations)
                .containsExactlyInAnyOrder(
                        new FieldViolation(null, "title", FieldViolation.Rule.TOO_LONG),
                        new FieldViolation(null, "endDate", FieldViolation.Rule.MISSING));
        assertThatThrownBy(() ->
                        BuildAip.withVersion("0.1.0")
                                .write(broken, GoldenDossier.load(), new ByteArrayOutputStream()))
                .isInstanceOf(InvalidDescription.class);
        assertThat(BuildAip.withVersion("0.1.0").check(aip)).isEmpty();
    }

    private static void agree(EadTable table, List<@Nullable String> good) throws Exception {
        List<EadTable.Field> fields = table.fields();
        Schema schema =
                SchemaFactory.newDefaultInstance()
                        .newSchema(
                                Objects.requireNonNull(
                                        EadFieldsTest.class.getResource(
                                                "/aip/schemas/" + table.schema())));
        int refused = 0;
        for (int i = 0; i < fields.size(); i++) {
            for (String value : VALUES) {
                List<@Nullable String> values = new ArrayList<>(good);
                values.set(i, value);
                boolean valid = true;
                try {
                    schema.newValidator()
                            .validate(
                                    new StreamSource(
                                            new ByteArrayInputStream(table.xml(values, "x/"))));
                } catch (SAXException e) {
                    valid = false;
                    refused++;
                }
                assertThat(fields.get(i).brokenBy(value) == null)
                        .as(fields.get(i).name() + " = " + value)
                        .isEqualTo(valid);
            }
        }
        assertThat(refused).isGreaterThan(fields.size() * 2);
    }

    private static List<String> values() {
        List<String> values =
                new ArrayList<>(
                        List.of(
                                "",
                                "0",
                                "1",
                                "2",
                                "01",
                                "03",
                                "04",
                                "07",
                                "08",
                                "11",
                                "12",
                                "32",
                                "33",
                                "00",
                                "01,02",
                                "01, 02",
                                "12345",
                                "1234567",
                                "12345678",
                                "1234567890",
                                "12345678901",
                                "05/12/2025",
                                "2025-12-05",
                                "12/2025",
                                "2025",
                                "32/01/2025",
                                "00:59:59",
                                "00:60:00",
                                "1:00:00",
                                "x"));
        for (int length : new int[] {11, 30, 50, 100, 200, 300, 500, 1000, 2000}) {
            values.add("ữ".repeat(length));
            values.add("ữ".repeat(length + 1));
            values.add("𡨸".repeat(length));
        }
        return values;
    }

    private static AipDescription withTitleAndEnd(AipDescription aip) {
        DossierDescription d = aip.dossier().description();
        DossierDescription dossier =
                new DossierDescription(
                        d.dossierId(),
                        d.fileCode(),
                        "x".repeat(1001),
                        d.state(),
                        d.retention(),
                        d.accessMode(),
                        d.languages(),
                        d.startDate(),
                        null,
                        d.keywords(),
                        d.confidenceLevel(),
                        d.paperFileCode(),
                        d.maker(),
                        d.description(),
                        d.documentCount(),
                        d.pageCount());
        return new AipDescription(
                aip.objId(),
                aip.holdingId(),
                new SubmissionManifest.Dossier(dossier, aip.dossier().documents()),
                aip.fonds(),
                aip.archive(),
                aip.source(),
                aip.submissionAgreement(),
                aip.backup(),
                aip.createdAt());
    }
}
