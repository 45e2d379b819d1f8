package vn.hue.earchive.document;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** E-mails as agencies send them; each letter has a Message-ID and a number of its own. */
public final class Letters {

    private static final AtomicInteger NEXT = new AtomicInteger(2000);

    private Letters() {}

    public static String number() {
        return String.valueOf(NEXT.getAndIncrement());
    }

    /** A header with these lines, from a department. */
    public static String head(String subject, String... lines) {
        return "Received: from mx.hue.gov.vn; Thu, 12 Mar 2026 09:30:00 +0700\r\n"
                + "From: "
                + word("Sở Nội vụ thành phố Huế")
                + " <vanthu.snv@hue.gov.vn>\r\n"
                + "To: vanthu@ancuu.hue.gov.vn\r\n"
                + "Subject: "
                + word(subject)
                + "\r\n"
                + "Date: Thu, 12 Mar 2026 23:30:00 +0700 (ICT)\r\n"
                + "Message-ID: <"
                + UUID.randomUUID()
                + "@hue.gov.vn>\r\n"
                + "MIME-Version: 1.0\r\n"
                + String.join("\r\n", lines)
                + (lines.length == 0 ? "" : "\r\n")
                + "\r\n";
    }

    /** An encoded word of RFC 2047. */
    public static String word(String text) {
        return "=?UTF-8?B?"
                + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                + "?=";
    }

    public static String multipart(String subject, String... parts) {
        StringBuilder letter =
                new StringBuilder(head(subject, "Content-Type: multipart/mixed; boundary=\"b1\""));
        for (String part : parts) {
            letter.append("--b1\r\n").append(part).append("\r\n");
        }
        return letter.append("--b1--\r\n").toString();
    }

    public static String text(String text) {
        return "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + base64(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String attachment(String type, String name, byte[] bytes) {
        return "Content-Type: "
                + type
                + "\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename*=UTF-8''"
                + percent(name)
                + "\r\n\r\n"
                + base64(bytes);
    }

    public static String base64(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes);
    }

    private static String percent(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(
                    Character.isLetterOrDigit(b) || b == '.' || b == '-'
                            ? String.valueOf((char) b)
                            : "%%%02X".formatted(b & 0xff));
        }
        return encoded.toString();
    }
}
