package vn.hue.earchive.archive.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hue.earchive.document.events.SubmissionManifest;

/** The rules for descriptions, one spoilt field at a time. */
class MetadataRulesTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final LocalDate SUBMITTED = LocalDate.of(2026, 11, 22);

    @Test
    void findsNothingInALawfulDossier() {
        assertThat(check(dossier -> {})).isEmpty();
    }

    /** Red when a rule is left out: each line breaks exactly one. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    /description,           fileCode,        H57.22.2026.01-VP, FILE_CODE_INVALID
                    /description,           fileCode,        H57.21.26.01,      FILE_CODE_INVALID
                    /description,           title,           '',                FIELD_MISSING
                    /description,           maker,           '',                FIELD_MISSING
                    /description,           accessMode,      09,                CODE_UNKNOWN
                    /description,           accessMode,      03,                STATE_SECRET_NOT_ALLOWED
                    /description,           startDate,       2026-12-24,        DATES_REVERSED
                    /description,           startDate,       2026-12-24,        DATE_IN_FUTURE
                    /description,           confidenceLevel, 07,                CODE_UNKNOWN
                    /description,           confidenceLevel, 02,                PAPER_FILE_CODE_MISSING
                    /description,           endDate,         2026-02-01,        DATE_OUTSIDE_DOSSIER
                    /description/retention, code,            08,                CODE_UNKNOWN
                    /documents/0,           docId,           H57.21.2026.00000000000001, FIELD_TOO_LONG
                    /documents/0,           docCode,         H57.21.1,          DOC_CODE_INVALID
                    /documents/0/description, typeCode,      33,                CODE_UNKNOWN
                    /documents/0/description, number,        123456789012,      FIELD_TOO_LONG
                    /documents/0/description, issuedDate,    2026-12-01,        DATE_IN_FUTURE
                    /documents/0/description, issuerName,    '',                FIELD_MISSING
                    /documents/0/description, subject,       '',                FIELD_MISSING
                    /documents/0/files/0,   crc32,           xyz,               FILE_DESCRIPTION_INVALID
                    /documents/0/files/0,   key,             '',                FILE_DESCRIPTION_INVALID
                    /documents/0/files/0/description, sha256, abc,              FILE_DESCRIPTION_INVALID
                    /documents/0/files/0/description, role,  ATTACHMENT,        MAIN_FILE_MISSING
                    /mediaItems/0,          docCode,         H57.21.1,          DOC_CODE_INVALID
                    /mediaItems/0/description, kind,         FILM,              CODE_UNKNOWN
                    /mediaItems/0/description, title,        '',                FIELD_MISSING
                    /mediaItems/0/description, takenOn,      2026-12-01,        DATE_IN_FUTURE
                    /mediaItems/0/description, takenOn,      2026-01-02,        DATE_OUTSIDE_DOSSIER
                    /mediaItems/0/description, filmSize,     1234567890123456789012345678901, FIELD_TOO_LONG
                    /mediaItems/0/description, accessMode,   03,                STATE_SECRET_NOT_ALLOWED
                    /mediaItems/0/files/0/description, role, ATTACHMENT,        MAIN_FILE_MISSING
                    """)
    void findsWhatIsSpoilt(String at, String field, String value, FindingCode code) {
        assertThat(check(dossier -> ((ObjectNode) dossier.at(at)).put(field, value)))
                .extracting(Finding::code)
                .contains(code);
    }

    /** Red when an absent field, which Jackson leaves null, ends in an exception. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    /description,             fileCode
                    /description,             retention
                    /description,             languages
                    /description,             startDate
                    /description,             endDate
                    '',                       documents
                    /documents/0,             docCode
                    /documents/0,             description
                    /documents/0,             files
                    /documents/0/description, documentId
                    /documents/0/description, issuedDate
                    /documents/0/files/0,     description
                    /documents/0/files/0/description, fileId
                    /documents/0/files/0/description, name
                    /mediaItems/0,            docCode
                    /mediaItems/0,            description
                    /mediaItems/0,            files
                    /mediaItems/0/description, kind
                    /mediaItems/0/description, itemId
                    /mediaItems/0/description, takenOn
                    """)
    void survivesWhatIsMissing(String at, String field) {
        assertThat(check(dossier -> ((ObjectNode) dossier.at(at)).remove(field)))
                .anyMatch(Finding::refuses);
    }

    /** Red when a file id may occur twice: a holding has one file per id. */
    @Test
    void refusesAFileIdThatOccursTwice() {
        List<Finding> findings =
                check(dossier ->
                        ((ArrayNode) dossier.at("/documents/0/files"))
                                .add(dossier.at("/documents/1/files/0")));

        assertThat(findings)
                .extracting(Finding::code)
                .contains(FindingCode.FILE_DESCRIPTION_INVALID);
    }

    /**
     * Red when a renamed agency's older dossiers are returned for the code they were opened under.
     */
    @Test
    void takesTheCodeUnderWhichTheDossierWasOpened() {
        List<Finding> findings =
                check(dossier -> {
                    String text =
                            dossier.toString().replace(TestDossier.AGENCY_CODE + ".", "H57.99.");
                    dossier.setAll((ObjectNode) tree(text));
                    dossier.put("openedUnderCode", "H57.99");
                });

        assertThat(findings).isEmpty();
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Finding> check(Consumer<ObjectNode> spoil) {
        ObjectNode dossier =
                JSON.valueToTree(
                        TestDossier.lawful().photo("ảnh.jpg", TestDossier.jpeg(100)).described());
        spoil.accept(dossier);
        return MetadataRules.check(
                JSON.convertValue(dossier, SubmissionManifest.Dossier.class),
                TestDossier.AGENCY_CODE,
                SUBMITTED);
    }
}
