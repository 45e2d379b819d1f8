package vn.hue.earchive.archive.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;

/**
 * Tells the format of a file from its first bytes and its name, and looks it up in the Circular's
 * list ({@code formats/accepted.csv}). Reads {@value #HEAD_BYTES} bytes at most, never the whole
 * file, and opens no container.
 */
@ApplicationScoped
class FormatIdentifier {

    /** As many bytes as Tika's magic patterns look at. */
    static final int HEAD_BYTES = 65536;

    private static final Pattern PDF_VERSION = Pattern.compile("%PDF-(\\d\\.\\d)");
    private static final int PDF_HEADER_WITHIN = 1024;

    private record Row(String mediaType, String version, String name, @Nullable String puid) {}

    private final Tika tika = new Tika();
    private final List<Row> accepted = rows();

    /**
     * @param head the first bytes of the file, all of them when it is shorter
     * @param name name as given by the caller; only helps where the bytes allow several formats
     */
    FileFormat identify(byte[] head, String name) {
        String mediaType = tika.detect(head, name);
        String version = version(mediaType, head);
        return accepted.stream()
                .filter(row -> row.mediaType().equals(mediaType))
                .filter(row -> row.version().equals("*") || row.version().equals(version))
                .findFirst()
                .map(row -> new FileFormat(mediaType, version, row.name(), row.puid(), true))
                .orElseGet(() -> new FileFormat(mediaType, version, null, null, false));
    }

    private static @Nullable String version(String mediaType, byte[] head) {
        return switch (mediaType) {
            case "application/pdf" -> {
                Matcher header =
                        PDF_VERSION.matcher(
                                new String(
                                        head,
                                        0,
                                        Math.min(head.length, PDF_HEADER_WITHIN),
                                        StandardCharsets.ISO_8859_1));
                yield header.find() ? header.group(1) : null;
            }
            case "image/gif" ->
                    head.length < 6 ? null : new String(head, 3, 3, StandardCharsets.US_ASCII);
            default -> null;
        };
    }

    private static List<Row> rows() {
        var rows = new ArrayList<Row>();
        try (InputStream in =
                        Objects.requireNonNull(
                                FormatIdentifier.class.getResourceAsStream(
                                        "/formats/accepted.csv"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] cells = line.split(",", -1);
                rows.add(
                        new Row(
                                cells[0],
                                cells[1],
                                cells[2],
                                cells[3].isEmpty() ? null : cells[3]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(rows);
    }
}
