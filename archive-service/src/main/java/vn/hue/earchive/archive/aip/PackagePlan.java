package vn.hue.earchive.archive.aip;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hue.earchive.document.events.FileDescription;
import vn.hue.earchive.document.events.SubmissionManifest;

/**
 * What goes into a package under which name and id, known before any byte flows.
 *
 * <p>Data files are named after the archival code of their document (Circular 05/2025 as domain.md
 * 2.7 gives it): the main file {@code {docCode}.{ext}}, the processing trace {@code
 * {docCode}.process.{ext}}, any other {@code {docCode}.{nn}.{ext}} with {@code nn} from 02 in the
 * order of the manifest. The name given by the submitter stays in PREMIS.
 */
record PackagePlan(AipDescription aip, AipIds ids, List<DataDocument> documents) {

    static final String REP = "representations/rep1/";

    private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z0-9]{1,10})$");
    private static final Map<String, String> EXTENSION_OF =
            Map.of(
                    "application/pdf", "pdf",
                    "text/plain", "txt",
                    "image/jpeg", "jpg",
                    "image/png", "png",
                    "image/tiff", "tif",
                    "application/xml", "xml",
                    "text/xml", "xml");

    /**
     * @param name in {@code data/}
     * @param xmlId of the METS file element
     * @param objectId PREMIS identifier
     */
    record DataFile(
            SubmissionManifest.File file,
            boolean main,
            String name,
            String xmlId,
            String objectId) {

        FileDescription description() {
            return file.description();
        }

        /** Path in the package. */
        String path() {
            return REP + "data/" + name;
        }
    }

    /**
     * @param dmdId id of the metadata section that describes the document
     */
    record DataDocument(SubmissionManifest.Document document, String dmdId, List<DataFile> files) {

        boolean hasTrace() {
            return files.stream().anyMatch(f -> f.description().role().equals("PROCESS_TRACE"));
        }

        /** Path in the representation. */
        String descriptionPath() {
            return "metadata/descriptive/EAD_doc_" + document.ordinal() + ".xml";
        }
    }

    static PackagePlan of(AipDescription aip) {
        AipIds ids = AipIds.of(aip);
        Set<String> names = new HashSet<>();
        Set<UUID> fileIds = new HashSet<>();
        List<DataDocument> documents = new ArrayList<>();
        for (SubmissionManifest.Document document : aip.dossier().documents()) {
            List<DataFile> files = new ArrayList<>();
            int further = 1;
            boolean hasMain = false;
            for (SubmissionManifest.File file : document.files()) {
                String role = file.description().role();
                boolean main = role.equals("MAIN") && !hasMain;
                hasMain |= main;
                String middle =
                        main
                                ? ""
                                : role.equals("PROCESS_TRACE")
                                        ? ".process"
                                        : String.format(Locale.ROOT, ".%02d", ++further);
                String name = safe(document.docCode()) + middle + "." + extension(file);
                if (!names.add(name.toLowerCase(Locale.ROOT))
                        || !fileIds.add(file.description().fileId())) {
                    throw new IllegalArgumentException("two files would be named " + name);
                }
                files.add(
                        new DataFile(
                                file,
                                main,
                                name,
                                ids.file(REP + "data/" + name),
                                ids.uuid("premis file " + file.description().fileId())));
            }
            documents.add(
                    new DataDocument(
                            document,
                            ids.xml("rep1 dmdSec " + document.ordinal()),
                            List.copyOf(files)));
        }
        return new PackagePlan(aip, ids, List.copyOf(documents));
    }

    List<DataFile> files() {
        return documents.stream().flatMap(d -> d.files().stream()).toList();
    }

    /** Bytes of the files plus a generous guess at everything else, to choose buffers by. */
    long estimatedSize() {
        long bytes = 80_000L + 8_000L * documents.size();
        for (DataFile file : files()) {
            bytes += file.description().size() + 4_000;
        }
        return bytes;
    }

    /** What neither a file system nor a URL in METS would take as it is becomes {@code _}. */
    private static String safe(String code) {
        return code.replaceAll("[^\\p{L}\\p{M}\\p{Nd}._-]", "_");
    }

    private static String extension(SubmissionManifest.File file) {
        Matcher given = EXTENSION.matcher(file.description().name());
        return given.find()
                ? given.group(1).toLowerCase(Locale.ROOT)
                : EXTENSION_OF.getOrDefault(file.description().mediaType(), "bin");
    }
}
