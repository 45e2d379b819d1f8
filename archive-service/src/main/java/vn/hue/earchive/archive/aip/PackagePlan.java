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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
record PackagePlan(AipDescription aip, AipIds ids, List<DataItem> items) {

    static final String REP = "representations/rep1/";

    private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z0-9]{1,10})$");
    private static final Map<String, String> EXTENSION_OF =
            Map.of(
                    "application/pdf", "pdf",
                    "text/plain", "txt",
                    "image/jpeg", "jpg",
                    "image/png", "png",
                    "image/tiff", "tif",
                    "audio/mpeg", "mp3",
                    "video/mp4", "mp4",
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
     * A document, photo or recording of the dossier.
     *
     * @param table that its description follows
     * @param values of that table, position by position
     * @param dmdId id of the metadata section that describes it
     */
    record DataItem(
            int ordinal,
            String docCode,
            EadTable table,
            List<@Nullable String> values,
            String dmdId,
            List<DataFile> files) {

        /** Path in the representation. */
        String descriptionPath() {
            return "metadata/descriptive/" + table.name() + "_" + ordinal + ".xml";
        }
    }

    static PackagePlan of(AipDescription aip) {
        AipIds ids = AipIds.of(aip);
        Names names = new Names(ids);
        List<DataItem> items = new ArrayList<>();
        for (SubmissionManifest.Document document : aip.dossier().documents()) {
            items.add(
                    new DataItem(
                            document.ordinal(),
                            document.docCode(),
                            EadFields.DOCUMENT,
                            EadFields.values(aip, document),
                            ids.xml("rep1 dmdSec " + document.ordinal()),
                            names.files(document.docCode(), document.files())));
        }
        for (SubmissionManifest.MediaItem item : aip.dossier().media()) {
            items.add(
                    new DataItem(
                            item.ordinal(),
                            item.docCode(),
                            MediaFields.table(item),
                            MediaFields.values(aip, item),
                            ids.xml("rep1 dmdSec " + item.ordinal()),
                            names.files(item.docCode(), item.files())));
        }
        return new PackagePlan(aip, ids, List.copyOf(items));
    }

    /** Gives each file its name in the package; no two may have the same. */
    private static final class Names {

        private final AipIds ids;
        private final Set<String> names = new HashSet<>();
        private final Set<UUID> fileIds = new HashSet<>();

        Names(AipIds ids) {
            this.ids = ids;
        }

        List<DataFile> files(String docCode, List<SubmissionManifest.File> given) {
            List<DataFile> files = new ArrayList<>();
            int further = 1;
            boolean hasMain = false;
            for (SubmissionManifest.File file : given) {
                String role = file.description().role();
                boolean main = role.equals("MAIN") && !hasMain;
                hasMain |= main;
                String middle =
                        main
                                ? ""
                                : role.equals("PROCESS_TRACE")
                                        ? ".process"
                                        : String.format(Locale.ROOT, ".%02d", ++further);
                String name = safe(docCode) + middle + "." + extension(file);
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
            return List.copyOf(files);
        }
    }

    /** What the package carries for those who read it without us. */
    List<SchemaFile> schemas() {
        return SchemaFile.of(items.stream().map(DataItem::table).collect(Collectors.toSet()));
    }

    List<DataFile> files() {
        return items.stream().flatMap(item -> item.files().stream()).toList();
    }

    /** Bytes of the files plus a generous guess at everything else, to choose buffers by. */
    long estimatedSize() {
        long bytes = 80_000L + 8_000L * items.size();
        for (DataFile file : files()) {
            bytes += file.description().size() + 8_000;
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
