package vn.hue.earchive.archive.sip;

import static vn.hue.earchive.archive.sip.SipCode.*;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * The unpacked bytes of one entry. Gives out at most what the directory announced, and ends with an
 * {@link Damaged} when size or CRC-32 are others.
 */
public final class ZipContent extends InputStream {

    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_SIZE = 30;
    private static final int BUFFER = 65536;

    private final ZipItem item;
    private final Inflater inflater = new Inflater(true);
    private final InputStream in;
    private final CRC32 crc = new CRC32();
    private final byte[] single = new byte[1];
    private long read;
    private boolean ended;

    /** The entry is not what the directory says. */
    public static final class Damaged extends IOException {
        private static final long serialVersionUID = 1L;

        Damaged(String message) {
            super(message);
        }
    }

    private ZipContent(ZipItem item, InputStream packed) {
        this.item = item;
        this.in = item.deflated() ? new InflaterInputStream(packed, inflater, BUFFER) : packed;
    }

    /**
     * Opens an entry; the caller closes it.
     *
     * @throws SipRefused ZIP_DAMAGED when its local header contradicts the directory
     */
    public static InputStream open(PackageBytes bytes, ZipItem item)
            throws IOException, SipRefused {
        InputStream raw = bytes.open(item.offset(), item.end() - item.offset());
        try {
            byte[] header = raw.readNBytes(LOCAL_SIZE);
            if (header.length < LOCAL_SIZE || number(header, 0, 4) != LOCAL) {
                throw SipRefused.at(ZIP_DAMAGED, item.name());
            }
            int nameLength = (int) number(header, 26, 2);
            int extraLength = (int) number(header, 28, 2);
            byte[] name = raw.readNBytes(nameLength);
            if (!Arrays.equals(name, item.name().getBytes(StandardCharsets.UTF_8))
                    || (number(header, 8, 2) == 8) != item.deflated()) {
                throw SipRefused.at(ZIP_DAMAGED, item.name());
            }
            if (LOCAL_SIZE + nameLength + (long) extraLength + item.packed()
                    > item.end() - item.offset()) {
                throw SipRefused.at(ZIP_ENTRIES_OVERLAP, item.name());
            }
            raw.skipNBytes(extraLength);
            return new ZipContent(item, new Cut(raw, item.packed()));
        } catch (IOException | SipRefused | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    private static long number(byte[] bytes, int at, int length) {
        long value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = (value << 8) | (bytes[at + i] & 0xff);
        }
        return value;
    }

    @Override
    public int read() throws IOException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (ended || length == 0) {
            return ended ? -1 : 0;
        }
        int count = packed(target, offset, length);
        if (count > 0) {
            read += count;
            crc.update(target, offset, count);
            if (read > item.size()) {
                throw new Damaged("longer than announced");
            }
            return count;
        }
        ended = true;
        if (read != item.size() || crc.getValue() != item.crc32()) {
            throw new Damaged("size or CRC-32");
        }
        return -1;
    }

    private int packed(byte[] target, int offset, int length) throws IOException {
        try {
            return in.read(target, offset, length);
        } catch (ZipException | java.io.EOFException e) {
            throw new Damaged("deflate");
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    /** No byte beyond the packed ones. */
    private static final class Cut extends FilterInputStream {

        private long left;

        Cut(InputStream in, long left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            int next = left > 0 ? in.read() : -1;
            left -= next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int count = in.read(target, offset, (int) Math.min(length, left));
            left -= Math.max(0, count);
            return count;
        }
    }
}
