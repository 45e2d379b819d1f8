package vn.hue.earchive.archive.aip;

import static vn.hue.earchive.archive.aip.EadFields.Field.optional;
import static vn.hue.earchive.archive.aip.EadFields.Field.required;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.aip.PackagePlan.DataDocument;
import vn.hue.earchive.document.events.DocumentDescription;
import vn.hue.earchive.document.events.DossierDescription;

/**
 * The two field tables of an AIP, 18 fields of a dossier and 19 of a document (Circular 05/2025 as
 * domain.md 2.3 and 2.4 give it), in the order in which they are written. {@code EAD.xsd} and
 * {@code EAD_doc.xsd} say the same to others.
 */
final class EadFields {

    private static final String DATE =
            "((0[1-9]|[12][0-9]|3[01])/(0[1-9]|1[0-2])/[0-9]{4}|(0[1-9]|1[0-2])/[0-9]{4}|[0-9]{4})";
    private static final String CODE_3 = "0[1-3]";
    private static final String LANGUAGES = "(0[1-9]|1[01])(,(0[1-9]|1[01]))*";

    static final List<Field> DOSSIER =
            List.of(
                    required("arcFileCode", 100),
                    required("title", 1000),
                    required("maintenance", "0[1-7]"),
                    required("mode", CODE_3),
                    required("language", LANGUAGES),
                    required("startDate", DATE),
                    required("endDate", DATE),
                    optional("keyword", 100),
                    required("totalDoc", "[0-9]{1,10}"),
                    optional("numberOfPaper", "[0-9]{1,10}"),
                    optional("numberOfPage", "[0-9]{1,10}"),
                    optional("format", CODE_3),
                    optional("inforSign", 30),
                    optional("confidenceLevel", CODE_3),
                    optional("paperFileCode", 100),
                    required("riskRecovery", "[01]"),
                    optional("riskRecoveryStatus", "0[12]"),
                    optional("description", 2000));

    static final List<Field> DOCUMENT =
            List.of(
                    required("arcFileCode", 100),
                    required("mode", CODE_3),
                    required("language", LANGUAGES),
                    optional("keyword", 100),
                    required("numberOfPage", "[0-9]{1,4}"),
                    optional("format", CODE_3),
                    optional("inforSign", 30),
                    optional("confidenceLevel", CODE_3),
                    optional("description", 500),
                    required("docCode", 100),
                    required("docOrdinal", "[0-9]{1,7}"),
                    required("typeName", "(0[1-9]|[12][0-9]|3[0-2])"),
                    optional("codeNumber", 11),
                    optional("codeNotation", 30),
                    required("issuedDate", DATE),
                    required("organName", 200),
                    required("subject", 500),
                    optional("autograph", 2000),
                    optional("process", "[01]"));

    private EadFields() {}

    /**
     * @param pattern null when only the length counts
     * @param maxLength UTF-16 units, because that is what Java schema validators count (XML Schema
     *     means characters, of which there are never more); 0 when the pattern decides
     */
    record Field(String name, boolean required, int maxLength, @Nullable Pattern pattern) {

        static Field required(String name, int maxLength) {
            return new Field(name, true, maxLength, null);
        }

        static Field required(String name, String pattern) {
            return new Field(name, true, 0, Pattern.compile(pattern));
        }

        static Field optional(String name, int maxLength) {
            return new Field(name, false, maxLength, null);
        }

        static Field optional(String name, String pattern) {
            return new Field(name, false, 0, Pattern.compile(pattern));
        }

        /** The rule that the value breaks, null when it breaks none. */
        FieldViolation.@Nullable Rule brokenBy(@Nullable String value) {
            if (value == null || value.isEmpty()) {
                return required ? FieldViolation.Rule.MISSING : null;
            }
            if (pattern != null) {
                return pattern.matcher(value).matches() ? null : FieldViolation.Rule.WRONG_FORM;
            }
            return value.length() <= maxLength ? null : FieldViolation.Rule.TOO_LONG;
        }
    }

    /** Values of {@link #DOSSIER}, position by position. */
    static List<@Nullable String> values(AipDescription aip) {
        DossierDescription dossier = aip.dossier().description();
        return values(
                aip.arcFileCode(),
                dossier.title(),
                dossier.retention().code(),
                dossier.accessMode(),
                String.join(",", dossier.languages()),
                Texts.date(dossier.startDate()),
                dossier.endDate() == null ? null : Texts.date(dossier.endDate()),
                dossier.keywords(),
                Integer.toString(aip.dossier().documents().size()),
                null, // sheets are counted for digitised paper only; not known here
                Integer.toString(dossier.pageCount()),
                null,
                null,
                dossier.confidenceLevel(),
                dossier.paperFileCode(),
                aip.backup() == AipDescription.Backup.NONE ? "0" : "1",
                switch (aip.backup()) {
                    case NONE -> null;
                    case PLANNED -> "02";
                    case DONE -> "01";
                },
                remarks(dossier));
    }

    /** Values of {@link #DOCUMENT}, position by position. */
    static List<@Nullable String> values(AipDescription aip, DataDocument planned) {
        DocumentDescription document = planned.document().description();
        return values(
                aip.arcFileCode(),
                document.accessMode(),
                String.join(",", document.languages()),
                document.keywords(),
                Integer.toString(document.pageCount()),
                null,
                null,
                document.confidenceLevel(),
                document.description(),
                planned.document().docCode(),
                Integer.toString(planned.document().ordinal()),
                document.typeCode(),
                document.number(),
                document.notation(),
                Texts.date(document.issuedDate()),
                document.issuerName(),
                document.subject(),
                null,
                planned.hasTrace() ? "1" : "0");
    }

    static byte[] xml(List<Field> fields, List<@Nullable String> values, String schema) {
        Xml xml =
                new Xml()
                        .open(
                                "simpledc",
                                "xmlns:xsi",
                                "http://www.w3.org/2001/XMLSchema-instance",
                                "xsi:noNamespaceSchemaLocation",
                                schema);
        for (int i = 0; i < fields.size(); i++) {
            xml.leaf(fields.get(i).name(), values.get(i));
        }
        return xml.close().toBytes();
    }

    /** The remarks of a dossier name its maker first (Circular 05/2025 as domain.md 2.3 has it). */
    private static String remarks(DossierDescription dossier) {
        String maker = "Người lập hồ sơ: " + dossier.maker() + ".";
        return dossier.description() == null ? maker : maker + " " + dossier.description();
    }

    private static List<@Nullable String> values(@Nullable String... values) {
        return java.util.Arrays.asList(values);
    }
}
