package vn.hue.earchive.kit.objects;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Reads a source part by part and hashes every byte once on the way. */
final class HashedSource {

    private static final int FIRST_BUFFER = 64 * 1024;
    private static final int STEP = 64 * 1024;

    private final InputStream in;
    private final MessageDigest sha256 = sha256();
    private final CRC32 crc32 = new CRC32();
    private long size;

    HashedSource(InputStream in) {
        this.in = in;
    }

    /**
     * Reads up to {@code most} bytes; fewer only at the end of the source.
     *
     * @param expected bytes that are known to follow, or -1: then the buffer grows with what comes
     */
    Part read(int most, long expected) {
        int wanted = (int) Math.min(most, expected < 0 ? FIRST_BUFFER : expected);
        byte[] buffer = new byte[wanted];
        int length = 0;
        while (length < most) {
            if (length == buffer.length) {
                if (expected >= 0) {
                    break;
                }
                buffer = Arrays.copyOf(buffer, (int) Math.min(most, 2L * buffer.length));
            }
            int read = read(buffer, length, Math.min(STEP, buffer.length - length));
            if (read < 0) {
                break;
            }
            // Hash what is still in the processor's cache.
            sha256.update(buffer, length, read);
            crc32.update(buffer, length, read);
            length += read;
        }
        size += length;
        return new Part(buffer, length);
    }

    /** True when nothing follows. */
    boolean isExhausted() {
        return read(new byte[1], 0, 1) < 0;
    }

    private int read(byte[] buffer, int offset, int length) {
        try {
            return in.read(buffer, offset, length);
        } catch (StoreReadFailed e) {
            throw new Problem(CommonProblem.STORE_UNAVAILABLE).causedBy(e);
        } catch (IOException e) {
            throw new TruncatedSource().causedBy(e);
        }
    }

    long size() {
        return size;
    }

    /** Of everything that was read. The source cannot be read any further. */
    StoredObject stored(String key, String sha256, String etag) {
        return new StoredObject(key, size, sha256, crc32.getValue(), etag);
    }

    /** Lower-case hex of everything that was read; may be asked once. */
    String digest() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first {@code length} bytes of a buffer. */
    @SuppressWarnings("ArrayRecordComponent")
    record Part(byte[] bytes, int length) {

        String digest() {
            MessageDigest digest = sha256();
            digest.update(bytes, 0, length);
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
