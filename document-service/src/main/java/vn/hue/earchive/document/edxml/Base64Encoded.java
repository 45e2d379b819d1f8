package vn.hue.earchive.document.edxml;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/** A stream in Base64 without line breaks, encoded piece by piece. */
final class Base64Encoded extends InputStream {

    /** A multiple of three, so that only the last piece is padded. */
    private static final int PIECE = 3 * 4096;

    private final InputStream in;
    private byte[] piece = new byte[0];
    private int next;

    Base64Encoded(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (next == piece.length) {
            byte[] read = in.readNBytes(PIECE);
            if (read.length == 0) {
                return -1;
            }
            piece = Base64.getEncoder().encode(read);
            next = 0;
        }
        int n = Math.min(length, piece.length - next);
        System.arraycopy(piece, next, buffer, offset, n);
        next += n;
        return n;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
