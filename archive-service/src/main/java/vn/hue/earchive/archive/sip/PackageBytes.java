package vn.hue.earchive.archive.sip;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of an uploaded package, readable from any place. */
public interface PackageBytes {

    /** Bytes. */
    long size();

    /**
     * A range of the bytes, cut at their end; the caller closes it.
     *
     * @param offset from 0
     */
    InputStream open(long offset, long length) throws IOException;
}
