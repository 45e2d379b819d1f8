package vn.hue.earchive.document.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Lets at most so many bytes pass; the next one is CONTENT_TOO_LARGE. */
public final class BoundedStream extends FilterInputStream {

    private final long bound;
    private long passed;

    public BoundedStream(InputStream in, long bound) {
        super(in);
        this.bound = bound;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count(Math.max(n, 0));
        return n;
    }

    private void count(int n) {
        passed += n;
        if (passed > bound) {
            throw new Problem(CommonProblem.CONTENT_TOO_LARGE, bound);
        }
    }
}
