package vn.hue.earchive.bench.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Files as one ZIP whose entries are stored, not compressed: what lies in the archive stores, in
 * its barest form.
 */
final class Pack {

    private Pack() {}

    static byte[] of(List<byte[]> files) throws IOException {
        int size = files.stream().mapToInt(file -> file.length).sum();
        ByteArrayOutputStream out = new ByteArrayOutputStream(size + 1_000 * files.size());
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (int number = 0; number < files.size(); number++) {
                zip.putNextEntry(entry("file" + number, files.get(number)));
                zip.write(files.get(number));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static ZipEntry entry(String name, byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(bytes.length);
        entry.setCompressedSize(bytes.length);
        entry.setCrc(crc.getValue());
        // The same bytes give the same pack.
        entry.setTime(0);
        return entry;
    }
}
