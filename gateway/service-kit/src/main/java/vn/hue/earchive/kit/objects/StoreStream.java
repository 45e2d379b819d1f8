package vn.hue.earchive.kit.objects;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Content of an object; marks the store's failures as its own. */
final class StoreStream extends FilterInputStream {

    StoreStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            throw new StoreReadFailed(e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            throw new StoreReadFailed(e);
        }
    }
}
