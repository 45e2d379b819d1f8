package vn.hue.earchive.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A file of the demo data; nobody changes or compares its bytes. */
@SuppressWarnings("ArrayRecordComponent")
record Sample(String name, byte[] bytes) {

    static Sample scan() {
        return read("documents/12-KH-UBND.scan.pdf");
    }

    /** The message of the demo data for a document that has this number. */
    static Sample edxmlMessage(String number) {
        Sample message = read("incoming-document.edxml");
        String text =
                new String(message.bytes, StandardCharsets.UTF_8)
                        .replace(",05/CT-UBND</", "," + number + "/CT-UBND</")
                        .replace("CodeNumber>05</", "CodeNumber>" + number + "</");
        return new Sample(message.name, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The same scan with bytes at its end that nobody else has: the files of two runs can be told
     * apart.
     */
    static Sample scanMarked(String mark) {
        Sample scan = scan();
        byte[] comment = ("\n% " + mark + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] marked = Arrays.copyOf(scan.bytes, scan.bytes.length + comment.length);
        System.arraycopy(comment, 0, marked, scan.bytes.length, comment.length);
        return new Sample(scan.name, marked);
    }

    String sha256() {
        return sha256(bytes);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Sample read(String file) {
        Path path = Path.of(System.getProperty("earchive.root"), "deploy/local/demo", file);
        try {
            return new Sample(path.getFileName().toString(), Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
