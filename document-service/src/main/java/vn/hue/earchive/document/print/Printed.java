package vn.hue.earchive.document.print;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.hue.earchive.document.file.Disposition;

/**
 * A paper that lies ready in a temporary file. Whoever opens or closes it takes the file away.
 *
 * @param sha256 lower-case hex of the bytes
 */
public record Printed(PaperFormat format, Path file, long size, String sha256)
        implements AutoCloseable {

    /** The bytes, once; the file is gone when they have been read. */
    public InputStream open() {
        try {
            InputStream in = Files.newInputStream(file);
            // Its name goes now, so that it does not stay behind a reader who leaves; what is open
            // stays readable.
            Files.delete(file);
            return in;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer that sends it as {@code name} with the extension of its format. */
    public Response download(String name) {
        return Response.ok(open())
                .type(format.mediaType())
                .header("Content-Length", size)
                .header("Repr-Digest", Disposition.digest(sha256))
                .header(
                        "Content-Disposition",
                        Disposition.attachment(name + "." + format.extension()))
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .build();
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
