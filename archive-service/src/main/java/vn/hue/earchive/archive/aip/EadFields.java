package vn.hue.earchive.archive.aip;

import static vn.hue.earchive.archive.aip.EadTable.CODE_2;
import static vn.hue.earchive.archive.aip.EadTable.CODE_3;
import static vn.hue.earchive.archive.aip.EadTable.DATE;
import static vn.hue.earchive.archive.aip.EadTable.FLAG;
import static vn.hue.earchive.archive.aip.EadTable.Field.optional;
import static vn.hue.earchive.archive.aip.EadTable.Field.required;
import static vn.hue.earchive.archive.aip.EadTable.LANGUAGES;
import static vn.hue.earchive.archive.aip.EadTable.MAINTENANCE;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.events.DocumentDescription;
import vn.hue.earchive.document.events.DossierDescription;
import vn.hue.earchive.document.events.SubmissionManifest;

/**
 * The two field tables of an AIP, 18 fields of a dossier and 19 of a document (Circular 05/2025 as
 * domain.md 2.3 and 2.4 give it), in the order in which they are written. {@code EAD.xsd} and
 * {@code EAD_doc.xsd} say the same to others.
 */
final class EadFields {

    static final EadTable DOSSIER =
            new EadTable(
                    "EAD",
                    List.of(
                            required("arcFileCode", 100),
                            required("title", 1000),
                            required("maintenance", MAINTENANCE),
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
                            required("riskRecovery", FLAG),
                            optional("riskRecoveryStatus", CODE_2),
                            optional("description", 2000)));

    static final EadTable DOCUMENT =
            new EadTable(
                    "EAD_doc",
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
                            optional("process", FLAG)));

    private EadFields() {}

    /** Values of {@link #DOSSIER}, position by position. */
    static List<@Nullable String> values(AipDescription aip) {
        DossierDescription dossier = aip.dossier().description();
        return EadTable.values(
                aip.arcFileCode(),
                dossier.title(),
                dossier.retention().code(),
                dossier.accessMode(),
                String.join(",", dossier.languages()),
                Texts.date(dossier.startDate()),
                dossier.endDate() == null ? null : Texts.date(dossier.endDate()),
                dossier.keywords(),
                Integer.toString(aip.dossier().documents().size() + aip.dossier().media().size()),
                null, // sheets are counted for digitised paper only; not known here
                Integer.toString(dossier.pageCount()),
                null,
                null,
                dossier.confidenceLevel(),
                dossier.paperFileCode(),
                riskRecovery(aip),
                riskRecoveryStatus(aip),
                remarks(dossier));
    }

    /** Values of {@link #DOCUMENT}, position by position. */
    static List<@Nullable String> values(AipDescription aip, SubmissionManifest.Document planned) {
        DocumentDescription document = planned.description();
        return EadTable.values(
                aip.arcFileCode(),
                document.accessMode(),
                String.join(",", document.languages()),
                document.keywords(),
                Integer.toString(document.pageCount()),
                null,
                null,
                document.confidenceLevel(),
                document.description(),
                planned.docCode(),
                Integer.toString(planned.ordinal()),
                document.typeCode(),
                document.number(),
                document.notation(),
                Texts.date(document.issuedDate()),
                document.issuerName(),
                document.subject(),
                null,
                hasTrace(planned) ? "1" : "0");
    }

    /** Whether the dossier is in the plan of risk recovery (dự phòng). */
    static String riskRecovery(AipDescription aip) {
        return aip.backup() == AipDescription.Backup.NONE ? "0" : "1";
    }

    static @Nullable String riskRecoveryStatus(AipDescription aip) {
        return switch (aip.backup()) {
            case NONE -> null;
            case PLANNED -> "02";
            case DONE -> "01";
        };
    }

    private static boolean hasTrace(SubmissionManifest.Document document) {
        return document.files().stream()
                .anyMatch(file -> file.description().role().equals("PROCESS_TRACE"));
    }

    /** The remarks of a dossier name its maker first (Circular 05/2025 as domain.md 2.3 has it). */
    private static String remarks(DossierDescription dossier) {
        String maker = "Người lập hồ sơ: " + dossier.maker() + ".";
        return dossier.description() == null ? maker : maker + " " + dossier.description();
    }
}
