package vn.hue.earchive.document.file;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Media types that a dossier may hold (accepted formats of Circular 05/2025, domain reference 3),
 * each with what its first bytes must look like. This catches a wrong or disguised declaration at
 * the door; what the file really is, the archive's format identification says at intake.
 */
final class MediaTypes {

    /** How many bytes of a file {@link #matches} wants to see. */
    static final int PREFIX = 512;

    private static final Signature PDF = Signature.of(0, "255044462d");
    private static final Signature ZIP = Signature.of(0, "504b0304");
    private static final Signature OLE = Signature.of(0, "d0cf11e0a1b11ae1");
    private static final Signature RTF = Signature.of(0, "7b5c727466");
    private static final Signature ASF = Signature.of(0, "3026b2758e66cf11");
    private static final Signature RIFF = Signature.of(0, "52494646");
    private static final Signature FTYP = Signature.of(4, "66747970");

    /** Text has no signature: it must not contain NUL and not look like one of the others. */
    private static final List<Signature> TEXT = List.of();

    private static final Map<String, List<Signature>> ACCEPTED =
            Map.ofEntries(
                    Map.entry("application/pdf", List.of(PDF)),
                    Map.entry("text/plain", TEXT),
                    Map.entry("text/csv", TEXT),
                    Map.entry("text/html", TEXT),
                    Map.entry("application/rtf", List.of(RTF)),
                    Map.entry("text/rtf", List.of(RTF)),
                    Map.entry("application/msword", List.of(OLE)),
                    Map.entry("application/vnd.ms-excel", List.of(OLE)),
                    Map.entry("application/vnd.ms-powerpoint", List.of(OLE)),
                    Map.entry(
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                            List.of(ZIP)),
                    Map.entry(
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            List.of(ZIP)),
                    Map.entry(
                            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                            List.of(ZIP)),
                    Map.entry("application/vnd.oasis.opendocument.text", List.of(ZIP)),
                    Map.entry("application/vnd.oasis.opendocument.spreadsheet", List.of(ZIP)),
                    Map.entry("application/vnd.oasis.opendocument.presentation", List.of(ZIP)),
                    Map.entry("image/jpeg", List.of(Signature.of(0, "ffd8ff"))),
                    Map.entry("image/png", List.of(Signature.of(0, "89504e470d0a1a0a"))),
                    Map.entry("image/gif", List.of(Signature.of(0, "47494638"))),
                    Map.entry(
                            "image/tiff",
                            List.of(Signature.of(0, "49492a00"), Signature.of(0, "4d4d002a"))),
                    Map.entry(
                            "video/mpeg",
                            List.of(Signature.of(0, "000001ba"), Signature.of(0, "000001b3"))),
                    Map.entry("video/mp4", List.of(FTYP)),
                    Map.entry("video/quicktime", List.of(FTYP)),
                    Map.entry("video/x-msvideo", List.of(RIFF)),
                    Map.entry("video/x-ms-wmv", List.of(ASF)),
                    Map.entry("audio/x-ms-wma", List.of(ASF)),
                    Map.entry("audio/wav", List.of(RIFF)),
                    Map.entry(
                            "audio/mpeg",
                            List.of(
                                    Signature.of(0, "494433"),
                                    Signature.of(0, "fffb"),
                                    Signature.of(0, "fff3"),
                                    Signature.of(0, "fff2"))),
                    Map.entry(
                            "audio/aac",
                            List.of(Signature.of(0, "fff1"), Signature.of(0, "fff9"))));

    private static final Map<String, String> BY_EXTENSION =
            Map.ofEntries(
                    Map.entry("pdf", "application/pdf"),
                    Map.entry("txt", "text/plain"),
                    Map.entry("csv", "text/csv"),
                    Map.entry("htm", "text/html"),
                    Map.entry("html", "text/html"),
                    Map.entry("rtf", "application/rtf"),
                    Map.entry("doc", "application/msword"),
                    Map.entry("xls", "application/vnd.ms-excel"),
                    Map.entry("ppt", "application/vnd.ms-powerpoint"),
                    Map.entry(
                            "docx",
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
                    Map.entry(
                            "xlsx",
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                    Map.entry(
                            "pptx",
                            "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
                    Map.entry("odt", "application/vnd.oasis.opendocument.text"),
                    Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
                    Map.entry("odp", "application/vnd.oasis.opendocument.presentation"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("jpeg", "image/jpeg"),
                    Map.entry("png", "image/png"),
                    Map.entry("gif", "image/gif"),
                    Map.entry("tif", "image/tiff"),
                    Map.entry("tiff", "image/tiff"));

    private MediaTypes() {}

    /** Type and subtype in lower case without parameters; empty when the type is not accepted. */
    static Optional<String> accepted(@Nullable String contentType) {
        if (contentType == null) {
            return Optional.empty();
        }
        String bare = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return ACCEPTED.containsKey(bare) ? Optional.of(bare) : Optional.empty();
    }

    /** The accepted type that a file name stands for. */
    static Optional<String> ofName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.ofNullable(
                        BY_EXTENSION.get(fileName.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }

    /** Whether a file that begins like this can be of the accepted type. */
    static boolean matches(String acceptedType, byte[] prefix) {
        List<Signature> signatures = ACCEPTED.getOrDefault(acceptedType, TEXT);
        if (signatures.isEmpty()) {
            return isText(prefix);
        }
        return signatures.stream().anyMatch(s -> s.isIn(prefix));
    }

    private static boolean isText(byte[] prefix) {
        for (byte b : prefix) {
            if (b == 0 && !isUtf16(prefix)) {
                return false;
            }
        }
        return Stream.of(PDF, ZIP, OLE).noneMatch(s -> s.isIn(prefix));
    }

    private static boolean isUtf16(byte[] prefix) {
        String start =
                new String(prefix, 0, Math.min(2, prefix.length), StandardCharsets.ISO_8859_1);
        return start.equals("\u00ff\u00fe") || start.equals("\u00fe\u00ff");
    }

    /** Bytes at an offset, kept as Latin-1 text so that the record compares by value. */
    private record Signature(int offset, String bytes) {

        static Signature of(int offset, String hex) {
            return new Signature(
                    offset, new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1));
        }

        boolean isIn(byte[] prefix) {
            return new String(prefix, StandardCharsets.ISO_8859_1).startsWith(bytes, offset);
        }
    }
}
