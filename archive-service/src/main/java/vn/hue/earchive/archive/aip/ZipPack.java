package vn.hue.earchive.archive.aip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Writes a ZIP front to back without ever going back: size and CRC-32 of an entry are known before
 * its bytes come, so entries are STORED with complete headers and no data descriptor, and a range
 * of the ZIP is the file. Form: PKWARE APPNOTE 6.3.3, names in UTF-8, ZIP64 where 32 bits do not
 * suffice. The JDK's writer cannot take entries that are compressed already and does not tell
 * offsets.
 */
final class ZipPack {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int BUFFER = 1 << 16;
    private static final long MAX_32 = 0xFFFF_FFFFL;
    private static final int MAX_16 = 0xFFFF;
    private static final int UTF_8 = 1 << 11;
    private static final int UNIX_FILE_0644 = 0100644;

    private record Central(
            Bytes name, int method, long crc, long length, long size, long headerOffset) {

        boolean reaches(long limit) {
            return length >= limit || size >= limit || headerOffset >= limit;
        }
    }

    private final OutputStream out;
    private final String folder;
    private final long limit;
    private final int dosTime;
    private final int dosDate;
    private final List<Central> directory = new ArrayList<>();
    private final List<PackIndex.Entry> entries = new ArrayList<>();
    private final byte[] buffer = new byte[BUFFER];
    private final MessageDigest digest = Digests.sha256();
    private long position;

    /**
     * @param modified time of every entry, written in the zone of the archive because ZIP knows
     *     none
     */
    ZipPack(OutputStream out, String folder, Instant modified) {
        this(out, folder, modified, MAX_32);
    }

    /**
     * @param limit size or offset from which ZIP64 fields are used; lower only to test them
     */
    ZipPack(OutputStream out, String folder, Instant modified, long limit) {
        this.out = out;
        this.folder = folder;
        this.limit = limit;
        ZonedDateTime local = modified.atZone(Texts.zone());
        dosTime = local.getHour() << 11 | local.getMinute() << 5 | local.getSecond() / 2;
        dosDate =
                Math.max(0, local.getYear() - 1980) << 9
                        | local.getMonthValue() << 5
                        | local.getDayOfMonth();
    }

    /** Adds what is in memory. */
    void add(Rendered file) throws IOException {
        byte[] bytes = file.content().array();
        CRC32 crc = new CRC32();
        crc.update(bytes);
        long offset = header(file.path(), STORED, crc.getValue(), bytes.length, bytes.length);
        write(bytes, bytes.length);
        entry(file.path(), null, offset, bytes.length, bytes.length, "stored", file.sha256());
    }

    /** Adds a schema as it was compressed once. */
    void add(SchemaFile schema) throws IOException {
        byte[] deflated = schema.deflated().array();
        long offset =
                header(schema.path(), DEFLATED, schema.crc32(), deflated.length, schema.size());
        write(deflated, deflated.length);
        entry(
                schema.path(),
                null,
                offset,
                deflated.length,
                schema.size(),
                "deflated",
                schema.sha256());
    }

    /**
     * Streams a file and verifies it.
     *
     * @param crc32 8 hex digits
     * @param sha256 lower-case hex
     * @throws FileMismatch as soon as the bytes cannot be what was promised
     */
    void add(String path, UUID fileId, long size, String crc32, String sha256, InputStream in)
            throws IOException {
        long promisedCrc = HexFormat.fromHexDigitsToLong(crc32);
        long offset = header(path, STORED, promisedCrc, size, size);
        CRC32 crc = new CRC32();
        digest.reset();
        long left = size;
        for (int n; (n = in.read(buffer)) >= 0; left -= n) {
            if (n > left) {
                throw new FileMismatch(fileId, FileMismatch.Kind.SIZE);
            }
            crc.update(buffer, 0, n);
            digest.update(buffer, 0, n);
            write(buffer, n);
        }
        if (left != 0) {
            throw new FileMismatch(fileId, FileMismatch.Kind.SIZE);
        }
        if (!Digests.hex(digest.digest()).equals(sha256)) {
            throw new FileMismatch(fileId, FileMismatch.Kind.SHA256);
        }
        if (crc.getValue() != promisedCrc) {
            throw new FileMismatch(fileId, FileMismatch.Kind.CRC32);
        }
        entry(path, fileId, offset, size, size, "stored", sha256);
    }

    /** Writes the directory. Nothing can be added afterwards. */
    List<PackIndex.Entry> finish() throws IOException {
        long start = position;
        for (Central file : directory) {
            boolean large = file.reaches(limit);
            ByteBuffer header = little(46 + file.name().length() + (large ? 28 : 0));
            header.putInt(0x02014b50);
            header.putShort((short) (3 << 8 | 45)).putShort((short) (large ? 45 : 20));
            header.putShort((short) UTF_8).putShort((short) file.method());
            header.putShort((short) dosTime).putShort((short) dosDate);
            header.putInt((int) file.crc());
            header.putInt((int) (large ? MAX_32 : file.length()));
            header.putInt((int) (large ? MAX_32 : file.size()));
            header.putShort((short) file.name().length()).putShort((short) (large ? 28 : 0));
            header.putShort((short) 0).putShort((short) 0).putShort((short) 0);
            header.putInt(UNIX_FILE_0644 << 16);
            header.putInt((int) (large ? MAX_32 : file.headerOffset()));
            header.put(file.name().array());
            if (large) {
                header.putShort((short) 1).putShort((short) 24);
                header.putLong(file.size()).putLong(file.length()).putLong(file.headerOffset());
            }
            write(header);
        }
        long length = position - start;
        boolean large = start >= limit || length >= limit || directory.size() >= MAX_16;
        if (large) {
            long end64 = position;
            ByteBuffer end = little(56 + 20);
            end.putInt(0x06064b50).putLong(44);
            end.putShort((short) (3 << 8 | 45)).putShort((short) 45).putInt(0).putInt(0);
            end.putLong(directory.size()).putLong(directory.size());
            end.putLong(length).putLong(start);
            end.putInt(0x07064b50).putInt(0).putLong(end64).putInt(1);
            write(end);
        }
        ByteBuffer end = little(22);
        end.putInt(0x06054b50).putShort((short) 0).putShort((short) 0);
        int count = large ? MAX_16 : directory.size();
        end.putShort((short) count).putShort((short) count);
        end.putInt((int) (large ? MAX_32 : length)).putInt((int) (large ? MAX_32 : start));
        end.putShort((short) 0);
        write(end);
        out.flush();
        return List.copyOf(entries);
    }

    /** Bytes written so far. */
    long position() {
        return position;
    }

    /** Writes the header in front of an entry and answers where its bytes begin. */
    private long header(String path, int method, long crc, long length, long size)
            throws IOException {
        byte[] name = (folder + "/" + path).getBytes(StandardCharsets.UTF_8);
        directory.add(new Central(new Bytes(name), method, crc, length, size, position));
        boolean large = size >= limit || length >= limit;
        ByteBuffer header = little(30 + name.length + (large ? 20 : 0));
        header.putInt(0x04034b50);
        header.putShort((short) (large ? 45 : 20)).putShort((short) UTF_8);
        header.putShort((short) method).putShort((short) dosTime).putShort((short) dosDate);
        header.putInt((int) crc);
        header.putInt((int) (large ? MAX_32 : length)).putInt((int) (large ? MAX_32 : size));
        header.putShort((short) name.length).putShort((short) (large ? 20 : 0));
        header.put(name);
        if (large) {
            header.putShort((short) 1).putShort((short) 16).putLong(size).putLong(length);
        }
        write(header);
        return position;
    }

    private void entry(
            String path,
            @Nullable UUID fileId,
            long offset,
            long length,
            long size,
            String method,
            String sha256) {
        entries.add(new PackIndex.Entry(path, fileId, offset, length, size, method, sha256));
    }

    private void write(byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, length);
        position += length;
    }

    private void write(ByteBuffer header) throws IOException {
        byte[] bytes = new byte[header.flip().remaining()];
        header.get(bytes);
        write(bytes, bytes.length);
    }

    private static ByteBuffer little(int capacity) {
        return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }
}
