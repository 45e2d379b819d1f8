package vn.hue.earchive.archive.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import vn.hue.earchive.archive.aip.Digests;

/**
 * Hands bytes on while hashing them, and hands the last ones on only when the whole has the digest
 * that it should have: whoever reads to the end has read the right bytes, whoever is given bad ones
 * gets an exception and an answer that stops short of its announced length.
 */
final class VerifiedStream extends FilterInputStream {

    private final MessageDigest digest = Digests.sha256();
    private final String objectId;
    private final String store;
    private final String sha256;
    private long left;

    /**
     * @param length bytes that must come
     */
    VerifiedStream(InputStream in, String objectId, String store, long length, String sha256) {
        super(in);
        this.objectId = objectId;
        this.store = store;
        this.sha256 = sha256;
        this.left = length;
        if (length == 0) {
            verify();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int n = in.read(bytes, offset, (int) Math.min(length, left));
        if (n < 0) {
            throw new FixityFailure(objectId, store, "stored bytes end " + left + " too early");
        }
        digest.update(bytes, offset, n);
        left -= n;
        if (left == 0) {
            verify();
        }
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        return readNBytes((int) Math.min(n, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void verify() {
        if (!Digests.hex(digest.digest()).equals(sha256)) {
            throw new FixityFailure(objectId, store, "stored bytes have another digest");
        }
    }
}
