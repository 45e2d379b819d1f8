package vn.hue.earchive.archive.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Writes the ZIP of a proof bundle, of which every byte follows from names and content: stored,
 * dated 1980-01-01, UTF-8 names, no extra fields, comments or attributes; ZIP64 only for a last
 * entry that needs it. So a verifier can find a changed bit wherever it is, and the length is known
 * before the first byte.
 */
final class BundleZip {

    private static final long MAX_32 = 0xFFFF_FFFFL;
    private static final int LOCAL = 30;
    private static final int CENTRAL = 46;
    private static final int END = 22;
    private static final int END_64 = 76;
    private static final int EXTRA_64 = 20;

    /** What an entry's bytes are read from, once. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(byte[] name, long size, long crc, Content content) {

        boolean large() {
            return size >= MAX_32;
        }

        int extra() {
            return large() ? EXTRA_64 : 0;
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    void add(String name, byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        addLast(name, bytes.length, crc.getValue(), () -> new java.io.ByteArrayInputStream(bytes));
    }

    /** Adds the entry that may be large; none follows it. */
    void addLast(String name, long size, long crc, Content content) {
        entries.add(new Entry(name.getBytes(StandardCharsets.UTF_8), size, crc, content));
    }

    /** Bytes of the whole ZIP. */
    long length() {
        long length = END;
        long files = 0;
        for (Entry entry : entries) {
            files += LOCAL + entry.name().length + entry.extra() + entry.size();
            length += CENTRAL + entry.name().length + entry.extra();
        }
        return length + files + (files >= MAX_32 ? END_64 : 0);
    }

    void writeTo(OutputStream out) throws IOException {
        List<byte[]> directory = new ArrayList<>();
        long position = 0;
        for (Entry entry : entries) {
            byte[] local = local(entry);
            out.write(local);
            try (InputStream in = entry.content().open()) {
                in.transferTo(out);
            }
            directory.add(central(entry, position));
            position += local.length + entry.size();
        }
        int size = 0;
        for (byte[] central : directory) {
            out.write(central);
            size += central.length;
        }
        out.write(end(position, size));
    }

    private static byte[] local(Entry entry) {
        byte[] bytes = new byte[LOCAL + entry.name().length + entry.extra()];
        ByteBuffer header = little(bytes);
        header.putInt(0x04034b50).putShort((short) (entry.large() ? 45 : 20));
        described(header.putShort((short) 0x0800), entry).put(entry.name());
        extra(header, entry);
        return bytes;
    }

    private static byte[] central(Entry entry, long offset) {
        short version = (short) (entry.large() ? 45 : 20);
        byte[] bytes = new byte[CENTRAL + entry.name().length + entry.extra()];
        ByteBuffer header = little(bytes);
        header.putInt(0x02014b50).putShort(version).putShort(version).putShort((short) 0x0800);
        described(header, entry).putShort((short) 0).putShort((short) 0).putShort((short) 0);
        header.putInt(0).putInt((int) offset).put(entry.name());
        extra(header, entry);
        return bytes;
    }

    /** From the method to the length of the extra field. */
    private static ByteBuffer described(ByteBuffer header, Entry entry) {
        int size = (int) (entry.large() ? MAX_32 : entry.size());
        header.putShort((short) 0).putShort((short) 0).putShort((short) 0x21);
        header.putInt((int) entry.crc()).putInt(size).putInt(size);
        return header.putShort((short) entry.name().length).putShort((short) entry.extra());
    }

    private static void extra(ByteBuffer header, Entry entry) {
        if (entry.large()) {
            header.putShort((short) 1).putShort((short) 16);
            header.putLong(entry.size()).putLong(entry.size());
        }
    }

    private byte[] end(long position, int size) {
        boolean large = position >= MAX_32;
        byte[] bytes = new byte[END + (large ? END_64 : 0)];
        ByteBuffer end = little(bytes);
        if (large) {
            end.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45);
            end.putInt(0).putInt(0).putLong(entries.size()).putLong(entries.size());
            end.putLong(size).putLong(position);
            end.putInt(0x07064b50).putInt(0).putLong(position + size).putInt(1);
        }
        end.putInt(0x06054b50).putShort((short) 0).putShort((short) 0);
        end.putShort((short) entries.size()).putShort((short) entries.size()).putInt(size);
        end.putInt((int) (large ? MAX_32 : position)).putShort((short) 0);
        return bytes;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
