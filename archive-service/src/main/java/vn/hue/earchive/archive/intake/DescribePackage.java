package vn.hue.earchive.archive.intake;

import static java.util.Objects.requireNonNullElse;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.sip.SipCode;
import vn.hue.earchive.archive.sip.SipDossier;
import vn.hue.earchive.archive.sip.SipFinding;
import vn.hue.earchive.document.events.DocumentDescription;
import vn.hue.earchive.document.events.DossierDescription;
import vn.hue.earchive.document.events.MediaDescription;
import vn.hue.earchive.document.events.Retention;
import vn.hue.earchive.document.events.SubmissionManifest;

/**
 * Maps the fields of a package (Circular 05/2025 as domain.md 2.3 and 2.4 give them) to the
 * description that the intake checks. What a field means is decided here, whether it is lawful in
 * {@link MetadataRules}: a value that is missing or unknown is handed on as it is.
 */
final class DescribePackage {

    private static final Pattern MAKER =
            Pattern.compile("Người lập hồ sơ:\\s*([^.]{1,200})\\.\\s*(.*)", Pattern.DOTALL);
    private static final Pattern LAST_ORDINAL = Pattern.compile("\\.(\\d{1,7})$");
    private static final String BORN_DIGITAL = "01";

    private final SipDossier sip;
    private final UUID agencyId;
    private final String agencyCode;
    private final String agencyName;
    private final List<SipFinding> findings = new ArrayList<>();

    DescribePackage(SipDossier sip, UUID agencyId, String agencyCode, String agencyName) {
        this.sip = sip;
        this.agencyId = agencyId;
        this.agencyCode = agencyCode;
        this.agencyName = agencyName;
    }

    /**
     * The dossier's id follows from agency and file code: whoever sends the dossier again, in
     * whatever package, means the same one.
     */
    static UUID dossierId(UUID agencyId, String fileCode) {
        return UUID.nameUUIDFromBytes(
                ("earchive-dossier\n" + agencyId + "\n" + fileCode)
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** The dossier's code without the code of an archive in front. */
    static String fileCode(SipDossier sip, String agencyCode) {
        String code = sip.fields().get("filecode");
        if (code != null) {
            return code;
        }
        String archival = requireNonNullElse(sip.fields().get("arcfilecode"), "");
        int second = archival.indexOf(agencyCode + ".", 1);
        return second > 0 ? archival.substring(second) : archival;
    }

    List<SipFinding> findings() {
        return List.copyOf(findings);
    }

    /**
     * @param files the files of each document, in the order of the package
     */
    SubmissionManifest.Dossier dossier(List<List<SubmissionManifest.File>> files) {
        String fileCode = fileCode(sip, agencyCode);
        Retention retention = retention(sip.fields().get("maintenance"));
        if (sip.loose() && retention == null) {
            retention = longest();
        }
        List<SubmissionManifest.Document> documents = new ArrayList<>();
        List<SubmissionManifest.MediaItem> media = new ArrayList<>();
        for (int at = 0; at < sip.documents().size(); at++) {
            if (sip.documents().get(at).kind() == SipDossier.Kind.DOCUMENT) {
                documents.add(document(at, fileCode, retention, files.get(at)));
            } else {
                media.add(mediaItem(at, fileCode, files.get(at)));
            }
        }
        return new SubmissionManifest.Dossier(
                description(fileCode, retention, documents, media.size()),
                List.copyOf(documents),
                null,
                null,
                media.isEmpty() ? null : List.copyOf(media));
    }

    @SuppressWarnings("NullAway") // what the package leaves out is told by MetadataRules
    private DossierDescription description(
            String fileCode,
            @Nullable Retention retention,
            List<SubmissionManifest.Document> documents,
            int mediaItems) {
        Map<String, String> fields = sip.fields();
        String path = sip.root() + "metadata/descriptive/EAD.xml";
        List<LocalDate> issued =
                documents.stream()
                        .map(document -> document.description().issuedDate())
                        .filter(date -> (Object) date != null)
                        .sorted()
                        .toList();
        LocalDate start = date(fields, "startdate", path, false);
        LocalDate end = date(fields, "enddate", path, true);
        if (sip.loose() && !issued.isEmpty()) {
            start = start == null ? issued.getFirst() : start;
            end = end == null ? issued.getLast() : end;
        }
        int pages =
                documents.stream().mapToInt(document -> document.description().pageCount()).sum();
        Matcher maker = MAKER.matcher(requireNonNullElse(fields.get("description"), ""));
        boolean named = maker.matches();
        // Others count the photos and recordings too.
        int total = number(fields, "totaldoc", path, documents.size());
        if (total == documents.size() + mediaItems) {
            total = documents.size();
        }
        return new DossierDescription(
                dossierId(agencyId, fileCode),
                fileCode,
                fields.get("title"),
                "SUBMITTED",
                retention,
                sip.loose() && fields.get("mode") == null ? strictestMode() : fields.get("mode"),
                languages(fields, sip.loose() ? List.of("01") : List.of()),
                start,
                end,
                fields.get("keyword"),
                requireNonNullElse(fields.get("confidencelevel"), BORN_DIGITAL),
                fields.get("paperfilecode"),
                named ? maker.group(1) : requireNonNullElse(sip.creatorName(), agencyName),
                named ? blankToNull(maker.group(2)) : fields.get("description"),
                total,
                number(fields, "numberofpage", path, pages));
    }

    @SuppressWarnings("NullAway") // what the package leaves out is told by MetadataRules
    private SubmissionManifest.Document document(
            int at,
            String fileCode,
            @Nullable Retention ofDossier,
            List<SubmissionManifest.File> files) {
        SipDossier.Document document = sip.documents().get(at);
        Map<String, String> fields = document.fields();
        String docCode = docCode(fields, fileCode);
        int ordinal = number(fields, "docordinal", document.path(), ordinal(docCode, at + 1));
        LocalDate issued = date(fields, "issueddate", document.path(), false);
        String issuer = fields.get("organname");
        String type = fields.get("typename");
        String docId = requireNonNullElse(fields.get("docid"), agencyCode + "." + ordinal);
        Retention own = retention(fields.get("maintenance"));
        return new SubmissionManifest.Document(
                ordinal,
                docId,
                docCode,
                new DocumentDescription(
                        UUID.nameUUIDFromBytes(
                                (dossierId(agencyId, fileCode) + "\n" + ordinal)
                                        .getBytes(StandardCharsets.UTF_8)),
                        agencyName.equals(issuer) ? "OUTGOING" : "INCOMING",
                        issued == null ? 0 : issued.getYear(),
                        0,
                        issued,
                        type,
                        type == null ? "" : DocumentTypes.name(type),
                        fields.get("codenumber"),
                        fields.get("codenotation"),
                        issued,
                        issuer,
                        fields.get("subject"),
                        languages(fields, List.of()),
                        number(fields, "numberofpage", document.path(), 0),
                        fields.get("mode"),
                        requireNonNullElse(
                                fields.get("confidencelevel"),
                                requireNonNullElse(
                                        sip.fields().get("confidencelevel"), BORN_DIGITAL)),
                        fields.get("keyword"),
                        fields.get("description"),
                        files.stream().map(SubmissionManifest.File::description).toList()),
                files,
                own == null || own.equals(ofDossier) ? null : own);
    }

    /** A photo or recording: EAD_pic and EAD_media, domain.md 2.6. */
    @SuppressWarnings("NullAway") // what the package leaves out is told by MetadataRules
    private SubmissionManifest.MediaItem mediaItem(
            int at, String fileCode, List<SubmissionManifest.File> files) {
        SipDossier.Document item = sip.documents().get(at);
        Map<String, String> fields = item.fields();
        boolean picture = item.kind() == SipDossier.Kind.PICTURE;
        String docCode = docCode(fields, fileCode);
        int ordinal = number(fields, "docordinal", item.path(), ordinal(docCode, at + 1));
        return new SubmissionManifest.MediaItem(
                ordinal,
                docCode,
                new MediaDescription(
                        UUID.nameUUIDFromBytes(
                                (dossierId(agencyId, fileCode) + "\n" + ordinal)
                                        .getBytes(StandardCharsets.UTF_8)),
                        picture
                                ? kind(fields.get("typepic"), "NEGATIVE", "PHOTO", "PHOTO")
                                : kind(fields.get("typemedia"), "AUDIO", "VIDEO", "VIDEO"),
                        fields.get("archivesnumber"),
                        fields.get("inforsign"),
                        fields.get("eventname"),
                        fields.get(picture ? "imagetitle" : "movietitle"),
                        fields.get(picture ? "photographer" : "recorder"),
                        fields.get(picture ? "photoplace" : "recordplace"),
                        date(fields, picture ? "phototime" : "recorddate", item.path(), false),
                        fields.get("colour"),
                        fields.get("filmsize"),
                        picture ? null : languages(fields, List.of("01")),
                        fields.get("playtime"),
                        fields.get("quality"),
                        "1".equals(fields.get("docattached"))
                                || "true".equalsIgnoreCase(fields.get("docattached")),
                        fields.get("mode"),
                        fields.get("format"),
                        fields.get("description")),
                files);
    }

    /** Codes of typePic and typeMedia; an unknown one is handed on. */
    private static String kind(@Nullable String code, String first, String second, String absent) {
        if (code == null) {
            return absent;
        }
        return switch (code) {
            case "01" -> first;
            case "02" -> second;
            default -> code;
        };
    }

    private static String docCode(Map<String, String> fields, String fileCode) {
        String code = fields.get("doccode");
        if (code != null) {
            return code;
        }
        String archival = requireNonNullElse(fields.get("arcdoccode"), "");
        int at = archival.indexOf(fileCode);
        return at > 0 ? archival.substring(at) : archival;
    }

    private static int ordinal(String docCode, int position) {
        Matcher ordinal = LAST_ORDINAL.matcher(docCode);
        return ordinal.find() ? Integer.parseInt(ordinal.group(1)) : position;
    }

    /** Code list {@code maintenance}, domain.md 2.8; the years of 07 are not told. */
    static @Nullable Retention retention(@Nullable String code) {
        if (code == null) {
            return null;
        }
        Integer years =
                switch (code) {
                    case "02" -> 70;
                    case "03" -> 50;
                    case "04" -> 30;
                    case "05" -> 20;
                    case "06" -> 10;
                    default -> null;
                };
        return new Retention(code, code.equals("01") ? "PERMANENT" : "YEARS", years, null, null);
    }

    /** Loose documents: the lot is kept as long as the one that is kept longest. */
    private @Nullable Retention longest() {
        return sip.documents().stream()
                .map(document -> document.fields().get("maintenance"))
                .filter(code -> (Object) code != null)
                .min(Comparator.naturalOrder())
                .map(DescribePackage::retention)
                .orElse(null);
    }

    private String strictestMode() {
        return sip.documents().stream()
                .map(document -> requireNonNullElse(document.fields().get("mode"), "02"))
                .max(Comparator.naturalOrder())
                .orElse("02");
    }

    private static List<String> languages(Map<String, String> fields, List<String> absent) {
        String given = fields.get("language");
        return given == null
                ? absent
                : List.copyOf(new TreeSet<>(Arrays.asList(given.split("[,;\\s]+"))));
    }

    private @Nullable LocalDate date(
            Map<String, String> fields, String field, String path, boolean end) {
        String given = fields.get(field);
        if (given == null) {
            return null;
        }
        LocalDate date = PackageDate.parse(given, end);
        if (date == null) {
            findings.add(SipFinding.of(SipCode.DATE_INVALID, path, field, given));
        }
        return date;
    }

    private int number(Map<String, String> fields, String field, String path, int absent) {
        String given = fields.get(field);
        if (given == null) {
            return absent;
        }
        if (!given.matches("\\d{1,9}")) {
            findings.add(SipFinding.of(SipCode.NUMBER_INVALID, path, field, given));
            return absent;
        }
        return Integer.parseInt(given);
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
