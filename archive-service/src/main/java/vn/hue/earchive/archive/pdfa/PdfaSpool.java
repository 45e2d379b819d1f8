package vn.hue.earchive.archive.pdfa;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One file that passes: when it begins like a PDF it is written to the spool, never more than the
 * limit, and looked into at its end. A file without the trace of a claim ({@code pdfaid}) that need
 * not be PDF/A is not looked into: most files of an office are such, and no library touches them.
 */
public final class PdfaSpool implements AutoCloseable {

    private static final int HEADER_WITHIN = 1024;
    private static final byte[] TRACE = "pdfaid".getBytes(StandardCharsets.US_ASCII);

    private final CheckPdfa checks;
    private final boolean wanted;
    private final byte[] first = new byte[HEADER_WITHIN];
    private int firstLength;
    private boolean decided;
    private @Nullable Path file;
    private @Nullable OutputStream out;
    private long written;
    private boolean tooLarge;
    private boolean traced;
    private int matched;

    PdfaSpool(CheckPdfa checks, boolean wanted) {
        this.checks = checks;
        this.wanted = wanted;
    }

    /** The next bytes. */
    public void pass(byte[] bytes, int offset, int length) {
        int kept = decided ? 0 : Math.min(length, HEADER_WITHIN - firstLength);
        System.arraycopy(bytes, offset, first, firstLength, kept);
        firstLength += kept;
        if (!decided && firstLength == HEADER_WITHIN) {
            decide();
        }
        if (decided) {
            write(bytes, offset + kept, length - kept);
        }
    }

    private void decide() {
        decided = true;
        String head = new String(first, 0, firstLength, StandardCharsets.ISO_8859_1);
        if (!head.contains("%PDF-")) {
            return;
        }
        try {
            file = Files.createTempFile(checks.folder(), "spool-", ".pdf");
            out = Files.newOutputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(first, 0, firstLength);
    }

    private void write(byte[] bytes, int offset, int length) {
        if (out == null || tooLarge) {
            return;
        }
        for (int at = offset; at < offset + length && !traced; at++) {
            if (bytes[at] == TRACE[matched]) {
                matched++;
            } else {
                matched = bytes[at] == TRACE[0] ? 1 : 0;
            }
            traced = matched == TRACE.length;
        }
        written += length;
        tooLarge = written > checks.maxBytes();
        if (!tooLarge) {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** All bytes have passed: what the file is; empty when it is no PDF. */
    public Optional<PdfaResult> end() {
        if (!decided) {
            decide();
        }
        Path spooled = file;
        if (spooled == null) {
            return Optional.empty();
        }
        try {
            if (out != null) {
                out.close();
            }
            if (tooLarge) {
                return Optional.of(PdfaResult.of(PdfaResult.Outcome.TOO_LARGE));
            }
            return Optional.of(
                    traced || wanted
                            ? checks.look(spooled)
                            : PdfaResult.of(PdfaResult.Outcome.NOT_CLAIMED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        Path spooled = file;
        file = null;
        try {
            if (out != null) {
                out.close();
            }
            if (spooled != null) {
                Files.deleteIfExists(spooled);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
