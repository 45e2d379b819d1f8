package vn.hue.earchive.archive.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Circular's list of formats, {@code formats/accepted.csv}. */
final class AcceptedFormats {

    /**
     * A format of the list.
     *
     * @param puid null when PRONOM has no identifier for it
     * @param warns a version that the list does not name
     * @param mediaTypes the first is the usual one
     */
    record Row(
            @Nullable String puid,
            boolean warns,
            List<String> mediaTypes,
            String name,
            @Nullable String version) {}

    private final List<Row> rows = read();

    Optional<Row> byPuid(String puid) {
        return rows.stream().filter(row -> puid.equals(row.puid())).findFirst();
    }

    Optional<Row> byMediaType(String mediaType) {
        return rows.stream().filter(row -> row.mediaTypes().contains(mediaType)).findFirst();
    }

    List<Row> rows() {
        return rows;
    }

    private static List<Row> read() {
        var rows = new ArrayList<Row>();
        try (InputStream in =
                        Objects.requireNonNull(
                                AcceptedFormats.class.getResourceAsStream(
                                        "/formats/accepted.csv"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] cells = line.split("\\|", -1);
                    rows.add(
                            new Row(
                                    given(cells[0]),
                                    cells[1].equals("WARNING"),
                                    List.of(cells[2].split(";")),
                                    cells[3],
                                    given(cells[4])));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(rows);
    }

    private static @Nullable String given(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
