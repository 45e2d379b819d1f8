package vn.hue.earchive.archive.spool;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One file on the disk: all of it, or, when it is larger than the spool takes, its first and its
 * last {@value #SAMPLE} bytes. Not for several threads; gone when it is closed.
 */
public final class SpooledFile implements AutoCloseable {

    /** As many bytes of each end as the identification of a format looks at. */
    public static final int SAMPLE = 65536;

    private final Path path;
    private final long maxBytes;
    private final OutputStream out;
    private final byte[] last = new byte[SAMPLE];
    private long passed;
    private boolean finished;

    SpooledFile(Path path, long maxBytes) throws IOException {
        this.path = path;
        this.maxBytes = Math.max(maxBytes, 2L * SAMPLE);
        this.out = Files.newOutputStream(path);
    }

    /** The next bytes. */
    public void pass(byte[] bytes, int offset, int length) {
        int fits = Math.clamp(maxBytes - passed, 0, length);
        try {
            out.write(bytes, offset, fits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Only what is too large has to be cut to its ends.
        if (passed + length > maxBytes - SAMPLE) {
            remember(bytes, offset, length);
        }
        passed += length;
    }

    /** A ring: the byte at position p of the file lies at p modulo its size. */
    private void remember(byte[] bytes, int offset, int length) {
        int skipped = Math.max(0, length - SAMPLE);
        for (int at = skipped; at < length; at++) {
            last[(int) ((passed + at) % SAMPLE)] = bytes[offset + at];
        }
    }

    /** No more bytes come. */
    public void finish() {
        if (finished) {
            return;
        }
        finished = true;
        try {
            out.close();
            if (!isWhole()) {
                cut();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cut() throws IOException {
        int oldest = (int) (passed % SAMPLE);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.truncate(SAMPLE).position(SAMPLE);
            channel.write(ByteBuffer.wrap(last, oldest, SAMPLE - oldest));
            channel.write(ByteBuffer.wrap(last, 0, oldest));
        }
    }

    /** Where it lies; of use once it is finished. */
    public Path path() {
        return path;
    }

    /** Whether all of it is there. */
    public boolean isWhole() {
        return passed <= maxBytes;
    }

    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
