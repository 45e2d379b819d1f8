package vn.hue.earchive.archive.pronom;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The smallest files that are of a format. */
public final class TestFiles {

    private TestFiles() {}

    public static byte[] pdf(String version) {
        return ("%PDF-" + version + "\n1 0 obj\n<< >>\nendobj\nstartxref\n0\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] docx() {
        return word(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml");
    }

    /** A document with macros: another format, in the same container. */
    public static byte[] docm() {
        return word("application/vnd.ms-word.document.macroEnabled.main+xml");
    }

    private static byte[] word(String contentType) {
        return zip(
                Map.of(
                        "[Content_Types].xml",
                        "<Types><Override PartName=\"/word/document.xml\" ContentType=\""
                                + contentType
                                + "\"/></Types>",
                        "word/document.xml",
                        "<w:document/>"));
    }

    public static byte[] zip(Map<String, String> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A Word 97 document as far as its container says so. */
    public static byte[] doc() {
        byte[] name = "Word.Document.8\0".getBytes(StandardCharsets.US_ASCII);
        byte[] object = new byte[64 + name.length];
        object[60] = 0x10;
        System.arraycopy(name, 0, object, 64, name.length);
        var bytes = new ByteArrayOutputStream();
        try (var container = new POIFSFileSystem()) {
            container.createDocument(new ByteArrayInputStream(new byte[5000]), "WordDocument");
            container.createDocument(new ByteArrayInputStream(object), "\1CompObj");
            container.writeFilesystem(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] jpeg() {
        return hex("ffd8ffe000104a46494600010101004800480000" + "00".repeat(40) + "ffd9");
    }

    /**
     * @param version {@code 87a} or {@code 89a}
     */
    public static byte[] gif(String version) {
        return hex(
                "474946"
                        + HexFormat.of().formatHex(version.getBytes(StandardCharsets.US_ASCII))
                        + "01000100000000"
                        + "2c00000000010001000002024401003b");
    }

    public static byte[] exe() {
        byte[] bytes = new byte[512];
        System.arraycopy(hex("4d5a90000300000004000000ffff0000"), 0, bytes, 0, 16);
        bytes[0x3c] = (byte) 0x80;
        System.arraycopy(hex("504500004c01"), 0, bytes, 0x80, 6);
        return bytes;
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
