package vn.hue.earchive.archive.intake;

import static vn.hue.earchive.archive.intake.FindingCode.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.events.DocumentDescription;
import vn.hue.earchive.document.events.DossierDescription;
import vn.hue.earchive.document.events.FileDescription;
import vn.hue.earchive.document.events.MediaDescription;
import vn.hue.earchive.document.events.SubmissionManifest;

/**
 * Rules for the description of a dossier, its documents, photos and recordings: mandatory fields,
 * lengths, code lists, identifiers and dates, as domain.md 2.3, 2.4, 2.6, 2.7 and 2.8 give them for
 * C05 [F:tt05]. Pure; finds everything, not the first thing. A manifest may lack any field, so
 * nothing here trusts the type.
 */
final class MetadataRules {

    /** Code list {@code maintenance}, domain.md 2.8. */
    static final Set<String> RETENTION_CODES = codes(7);

    /** Code list {@code language}, domain.md 2.8. */
    static final Set<String> LANGUAGE_CODES = codes(11);

    /** Document types 01–32, domain.md 2.8. */
    static final Set<String> TYPE_CODES = codes(32);

    /** Code list {@code confidenceLevel}, domain.md 2.8. */
    static final Set<String> CONFIDENCE_CODES = codes(3);

    /** Code list {@code mode} without 03 (secret), which never enters: domain.md 1.4. */
    static final Set<String> ACCESS_MODES = codes(2);

    private static final Set<String> MEDIA_KINDS = Set.of("NEGATIVE", "PHOTO", "AUDIO", "VIDEO");

    private static final String SECRET = "03";
    private static final String DIGITISED = "02";
    private static final Set<String> FILE_ROLES = Set.of("MAIN", "ATTACHMENT", "PROCESS_TRACE");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern CRC32 = Pattern.compile("[0-9a-f]{8}");
    private static final Pattern YEAR_AND_NOTATION =
            Pattern.compile("\\d{4}\\.[\\p{L}\\p{N}][\\p{L}\\p{N}./&-]*");

    private final String agencyCode;
    private final LocalDate submittedOn;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<UUID> fileIds = new HashSet<>();

    private MetadataRules(String agencyCode, LocalDate submittedOn) {
        this.agencyCode = agencyCode;
        this.submittedOn = submittedOn;
    }

    /**
     * @param submittedOn legal date of the submission, Asia/Ho_Chi_Minh
     */
    static List<Finding> check(
            SubmissionManifest.Dossier dossier, String agencyCode, LocalDate submittedOn) {
        // A file code keeps the code under which the agency opened the dossier.
        String opened = dossier.openedUnderCode();
        var rules = new MetadataRules(opened == null ? agencyCode : opened, submittedOn);
        rules.dossier(dossier);
        return List.copyOf(rules.findings);
    }

    private void dossier(SubmissionManifest.Dossier dossier) {
        DossierDescription description = dossier.description();
        required("fileCode", description.fileCode(), 100, null);
        fileCode(description.fileCode());
        required("title", description.title(), 1000, null);
        if (missing(description.retention())) {
            missing("retention", null);
        } else {
            code("retention", description.retention().code(), RETENTION_CODES, null);
        }
        accessMode(description.accessMode(), null);
        languages(description.languages(), null);
        required("maker", description.maker(), 200, null);
        optional("keywords", description.keywords(), 100, null);
        optional("description", description.description(), 2000, null);
        code("confidenceLevel", description.confidenceLevel(), CONFIDENCE_CODES, null);
        if (DIGITISED.equals(description.confidenceLevel()) && blank(description.paperFileCode())) {
            findings.add(Finding.ofDossier(PAPER_FILE_CODE_MISSING));
        }
        optional("paperFileCode", description.paperFileCode(), 100, null);
        dates(description.startDate(), description.endDate());

        List<SubmissionManifest.Document> documents = DossierPlan.documents(dossier);
        List<SubmissionManifest.MediaItem> media = DossierPlan.media(dossier);
        if (documents.isEmpty() && media.isEmpty()) {
            findings.add(Finding.ofDossier(DOSSIER_EMPTY));
        } else if (description.documentCount() != documents.size()) {
            findings.add(
                    Finding.ofDossier(
                            DOCUMENT_COUNT_MISMATCH,
                            String.valueOf(description.documentCount()),
                            String.valueOf(documents.size())));
        }
        documents.forEach(document -> document(document, description));
        media.forEach(item -> mediaItem(item, description));
    }

    private void fileCode(@Nullable String fileCode) {
        if (fileCode == null || fileCode.isBlank()) {
            return;
        }
        boolean ofAgency = fileCode.startsWith(agencyCode + ".");
        if (!ofAgency
                || !YEAR_AND_NOTATION
                        .matcher(fileCode.substring(agencyCode.length() + 1))
                        .matches()) {
            findings.add(Finding.ofDossier(FILE_CODE_INVALID, fileCode, agencyCode));
        }
    }

    private void dates(@Nullable LocalDate start, @Nullable LocalDate end) {
        if (start == null) {
            missing("startDate", null);
        }
        if (end == null) {
            missing("endDate", null);
        }
        if (start != null && end != null && end.isBefore(start)) {
            findings.add(Finding.ofDossier(DATES_REVERSED, start.toString(), end.toString()));
        }
        if (start != null && start.isAfter(submittedOn)) {
            findings.add(Finding.ofDossier(DATE_IN_FUTURE, "startDate", start.toString()));
        }
    }

    private void document(SubmissionManifest.Document document, DossierDescription dossier) {
        String docCode = document.docCode();
        required("docId", document.docId(), 25, docCode);
        docCode(docCode, document.ordinal(), dossier);
        DocumentDescription description = document.description();
        if (missing(description)) {
            missing("description", docCode);
            return;
        }
        if (missing(description.documentId())) {
            missing("documentId", docCode);
        }
        code("typeCode", description.typeCode(), TYPE_CODES, docCode);
        optional("number", description.number(), 11, docCode);
        optional("notation", description.notation(), 30, docCode);
        dateWithin("issuedDate", description.issuedDate(), dossier, docCode);
        required("issuerName", description.issuerName(), 200, docCode);
        required("subject", description.subject(), 500, docCode);
        languages(description.languages(), docCode);
        if (description.pageCount() < 1 || description.pageCount() > 9999) {
            findings.add(
                    Finding.ofDocument(
                            PAGE_COUNT_INVALID, docCode, String.valueOf(description.pageCount())));
        }
        accessMode(description.accessMode(), docCode);
        code("confidenceLevel", description.confidenceLevel(), CONFIDENCE_CODES, docCode);
        optional("keywords", description.keywords(), 100, docCode);
        optional("description", description.description(), 500, docCode);
        files(docCode, document.files());
    }

    /** A photo or recording: EAD_pic and EAD_media, domain.md 2.6. */
    private void mediaItem(SubmissionManifest.MediaItem item, DossierDescription dossier) {
        String docCode = item.docCode();
        docCode(docCode, item.ordinal(), dossier);
        MediaDescription description = item.description();
        if (missing(description)) {
            missing("description", docCode);
            return;
        }
        if (missing(description.itemId())) {
            missing("itemId", docCode);
        }
        code("kind", description.kind(), MEDIA_KINDS, docCode);
        optional("archivesNumber", description.archivesNumber(), 50, docCode);
        optional("infoSign", description.infoSign(), 30, docCode);
        optional("eventName", description.eventName(), 500, docCode);
        required("title", description.title(), 500, docCode);
        optional("author", description.author(), 300, docCode);
        optional("place", description.place(), 300, docCode);
        dateWithin("takenOn", description.takenOn(), dossier, docCode);
        optional("filmSize", description.filmSize(), 30, docCode);
        optional("quality", description.quality(), 50, docCode);
        if (description.languages() != null) {
            languages(description.languages(), docCode);
        }
        accessMode(description.accessMode(), docCode);
        optional("description", description.description(), 2000, docCode);
        files(docCode, item.files());
    }

    private void docCode(@Nullable String docCode, int ordinal, DossierDescription dossier) {
        required("docCode", docCode, 100, docCode);
        String expected = "%s.%07d".formatted(dossier.fileCode(), ordinal);
        if (docCode != null && !docCode.isBlank() && !expected.equals(docCode)) {
            findings.add(Finding.ofDocument(DOC_CODE_INVALID, docCode, docCode, expected));
        }
    }

    private void dateWithin(
            String field,
            @Nullable LocalDate date,
            DossierDescription dossier,
            @Nullable String docCode) {
        if (date == null) {
            missing(field, docCode);
            return;
        }
        if (date.isAfter(submittedOn)) {
            findings.add(Finding.ofDocument(DATE_IN_FUTURE, docCode, field, date.toString()));
        }
        LocalDate start = dossier.startDate();
        LocalDate end = dossier.endDate();
        if (!missing(start) && end != null && (date.isBefore(start) || date.isAfter(end))) {
            findings.add(
                    Finding.ofDocument(
                            DATE_OUTSIDE_DOSSIER,
                            docCode,
                            date.toString(),
                            start.toString(),
                            end.toString()));
        }
    }

    private void files(@Nullable String docCode, List<SubmissionManifest.File> given) {
        boolean main = false;
        for (SubmissionManifest.File file : DossierPlan.presentOnly(given)) {
            FileDescription description = file.description();
            if (missing(description)) {
                findings.add(
                        Finding.ofDocument(FILE_DESCRIPTION_INVALID, docCode, "?", "description"));
                continue;
            }
            main |= "MAIN".equals(description.role());
            var wrong = new ArrayList<String>();
            if (missing(description.fileId()) || !fileIds.add(description.fileId())) {
                wrong.add("fileId");
            }
            if (blank(description.name())) {
                wrong.add("name");
            }
            if (missing(description.role()) || !FILE_ROLES.contains(description.role())) {
                wrong.add("role");
            }
            if (description.size() < 0) {
                wrong.add("size");
            }
            if (!matches(SHA256, description.sha256())) {
                wrong.add("sha256");
            }
            if (!matches(CRC32, file.crc32())) {
                wrong.add("crc32");
            }
            if (blank(file.key())) {
                wrong.add("key");
            }
            if (!wrong.isEmpty()) {
                findings.add(
                        Finding.ofFile(
                                FILE_DESCRIPTION_INVALID,
                                docCode,
                                description.fileId(),
                                blank(description.name()) ? "?" : description.name(),
                                String.join(", ", wrong)));
            }
        }
        if (!main) {
            findings.add(Finding.ofDocument(MAIN_FILE_MISSING, docCode));
        }
    }

    private void accessMode(@Nullable String mode, @Nullable String docCode) {
        if (SECRET.equals(mode)) {
            findings.add(Finding.ofDocument(STATE_SECRET_NOT_ALLOWED, docCode));
        } else {
            code("accessMode", mode, ACCESS_MODES, docCode);
        }
    }

    private void languages(@Nullable Collection<String> languages, @Nullable String docCode) {
        if (languages == null || languages.isEmpty()) {
            missing("languages", docCode);
            return;
        }
        languages.forEach(language -> code("languages", language, LANGUAGE_CODES, docCode));
    }

    private void code(
            String field, @Nullable String value, Set<String> known, @Nullable String docCode) {
        if (value == null || value.isBlank()) {
            missing(field, docCode);
        } else if (!known.contains(value)) {
            findings.add(Finding.ofDocument(CODE_UNKNOWN, docCode, field, value));
        }
    }

    private void required(
            String field, @Nullable String value, int length, @Nullable String docCode) {
        if (blank(value)) {
            missing(field, docCode);
        }
        optional(field, value, length, docCode);
    }

    private void optional(
            String field, @Nullable String value, int length, @Nullable String docCode) {
        if (value != null && value.codePointCount(0, value.length()) > length) {
            findings.add(
                    Finding.ofDocument(FIELD_TOO_LONG, docCode, field, String.valueOf(length)));
        }
    }

    private void missing(String field, @Nullable String docCode) {
        findings.add(Finding.ofDocument(FIELD_MISSING, docCode, field));
    }

    private static boolean missing(@Nullable Object value) {
        return value == null;
    }

    private static boolean blank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static boolean matches(Pattern pattern, @Nullable String value) {
        return value != null && pattern.matcher(value).matches();
    }

    private static Set<String> codes(int last) {
        var codes = new TreeSet<String>();
        for (int code = 1; code <= last; code++) {
            codes.add("%02d".formatted(code));
        }
        return Set.copyOf(codes);
    }
}
