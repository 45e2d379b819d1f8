package vn.hue.earchive.verifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * The ZIP of a bundle, of which every byte is prescribed, so that a changed bit is found wherever
 * it is: entries are stored, dated 1980-01-01, without extra fields, comments or attributes, with
 * UTF-8 names; ZIP64 fields only where 32 bits do not suffice, which the last entry alone may need.
 * Every unzip program can read it. Read front to back; what each header must be is computed from
 * the content and compared.
 */
final class Container {

    private static final int ENTRY = 0x04034b50;
    private static final long MAX_32 = 0xFFFF_FFFFL;
    private static final int MAX_NAME = 1000;
    private static final int MAX_ENTRIES = 60_000;

    private final InputStream in;
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private long position;
    private int entries;

    Container(InputStream in) {
        this.in = in;
    }

    /** Takes the content of an entry, to its end. */
    interface Visitor {
        void visit(String name, InputStream content) throws IOException, Broken;
    }

    void read(Visitor visitor) throws IOException, Broken {
        byte[] header = in.readNBytes(30);
        while (header.length == 30 && little(header).getInt(0) == ENTRY) {
            if (++entries > MAX_ENTRIES) {
                throw unexpected();
            }
            read(header, visitor);
            header = in.readNBytes(30);
        }
        byte[] expected = end();
        if (entries == 0 || header.length > expected.length) {
            throw unexpected();
        }
        byte[] found = Arrays.copyOf(header, expected.length);
        int rest = in.readNBytes(found, header.length, expected.length - header.length);
        if (header.length + rest != expected.length
                || !Arrays.equals(found, expected)
                || in.read() >= 0) {
            throw unexpected();
        }
    }

    private void read(byte[] header, Visitor visitor) throws IOException, Broken {
        int nameLength = little(header).getShort(26) & 0xffff;
        long size = little(header).getInt(22) & MAX_32;
        if (nameLength > MAX_NAME) {
            throw unexpected();
        }
        byte[] name = in.readNBytes(nameLength);
        byte[] extra = new byte[0];
        if (size == MAX_32) {
            extra = in.readNBytes(20);
            size = extra.length == 20 ? little(extra).getLong(4) : -1;
        }
        if (size < 0) {
            throw unexpected();
        }
        Counted content = new Counted(in, size);
        visitor.visit(new String(name, StandardCharsets.UTF_8), content);
        content.skipAll();
        if (content.left != 0) {
            throw unexpected();
        }
        byte[] expected = local(name, content.crc.getValue(), size);
        if (!Arrays.equals(expected, concatenated(header, name, extra))) {
            throw unexpected();
        }
        directory.writeBytes(central(name, content.crc.getValue(), size, position));
        position += expected.length + size;
    }

    private static byte[] local(byte[] name, long crc, long size) {
        boolean large = size >= MAX_32;
        byte[] bytes = new byte[30 + name.length + (large ? 20 : 0)];
        ByteBuffer header = little(bytes);
        header.putInt(ENTRY).putShort((short) (large ? 45 : 20)).putShort((short) 0x0800);
        common(header, crc, large ? MAX_32 : size, name.length, large ? 20 : 0).put(name);
        if (large) {
            header.putShort((short) 1).putShort((short) 16).putLong(size).putLong(size);
        }
        return bytes;
    }

    private static byte[] central(byte[] name, long crc, long size, long offset) {
        boolean large = size >= MAX_32;
        byte[] bytes = new byte[46 + name.length + (large ? 20 : 0)];
        ByteBuffer header = little(bytes);
        header.putInt(0x02014b50).putShort((short) (large ? 45 : 20));
        header.putShort((short) (large ? 45 : 20)).putShort((short) 0x0800);
        common(header, crc, large ? MAX_32 : size, name.length, large ? 20 : 0);
        header.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        header.putInt((int) offset).put(name);
        if (large) {
            header.putShort((short) 1).putShort((short) 16).putLong(size).putLong(size);
        }
        return bytes;
    }

    /** From the method to the length of the extra field, which both headers have. */
    private static ByteBuffer common(
            ByteBuffer header, long crc, long size, int nameLength, int extraLength) {
        header.putShort((short) 0).putShort((short) 0).putShort((short) 0x21).putInt((int) crc);
        header.putInt((int) size).putInt((int) size);
        return header.putShort((short) nameLength).putShort((short) extraLength);
    }

    private byte[] end() {
        boolean large = position >= MAX_32;
        byte[] central = directory.toByteArray();
        byte[] bytes = new byte[central.length + 22 + (large ? 76 : 0)];
        ByteBuffer end = little(bytes);
        end.put(central);
        if (large) {
            end.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45);
            end.putInt(0).putInt(0).putLong(entries).putLong(entries);
            end.putLong(central.length).putLong(position);
            end.putInt(0x07064b50).putInt(0).putLong(position + central.length).putInt(1);
        }
        end.putInt(0x06054b50).putShort((short) 0).putShort((short) 0);
        end.putShort((short) entries).putShort((short) entries).putInt(central.length);
        end.putInt((int) (large ? MAX_32 : position)).putShort((short) 0);
        return bytes;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] concatenated(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static Broken unexpected() {
        return new Broken(
                "Tệp ZIP không đúng dạng quy định: đã bị sửa đổi hoặc cắt cụt",
                "The ZIP is not as it was written: it was changed or cut");
    }

    /** The content of one entry. */
    private static final class Counted extends InputStream {
        private final InputStream in;
        private final CRC32 crc = new CRC32();
        private long left;

        private Counted(InputStream in, long size) {
            this.in = in;
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = left == 0 ? -1 : in.read(bytes, offset, (int) Math.min(length, left));
            if (n > 0) {
                left -= n;
                crc.update(bytes, offset, n);
            }
            return n;
        }

        private void skipAll() throws IOException {
            byte[] buffer = new byte[1 << 16];
            while (read(buffer, 0, buffer.length) > 0) {
                // only counted
            }
        }
    }
}
