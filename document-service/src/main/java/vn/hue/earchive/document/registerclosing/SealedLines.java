package vn.hue.earchive.document.registerclosing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Consumer;
import vn.hue.earchive.document.print.RegisterLine;
import vn.hue.earchive.document.print.RegisterLines;

/** The canonical text of a register: one JSON text per line, each ended by a line feed. */
@ApplicationScoped
class SealedLines {

    private final RegisterLines lines;
    private final ObjectMapper json;

    SealedLines(RegisterLines lines, ObjectMapper json) {
        this.lines = lines;
        this.json = json;
    }

    String of(RegisterLine line) {
        try {
            return json.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A register line cannot be written as JSON", e);
        }
    }

    /** Every line of today, in the caller's transaction. */
    void each(RegisterLines.Range range, Consumer<RegisterLine> to) {
        lines.each(range, to);
    }

    /** Writes today's lines, in the caller's transaction. */
    Path write(RegisterLines.Range range) {
        try {
            Path file = Files.createTempFile("register", ".ndjson");
            try (Writer to = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                lines.each(range, line -> append(to, line));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lower-case hex of the SHA-256 of what {@link #write} would write now. */
    String digest(RegisterLines.Range range) {
        MessageDigest digest = Digest.begin();
        lines.each(
                range,
                line -> {
                    digest.update(of(line).getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) '\n');
                });
        return HexFormat.of().formatHex(digest.digest());
    }

    private void append(Writer to, RegisterLine line) {
        try {
            to.write(of(line));
            to.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
