package vn.hue.earchive.archive.use;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * {@code Content-Disposition} of a download (RFC 6266, RFC 8187): always an attachment, with the
 * name in UTF-8 and one in ASCII for old clients. Control and bidirectional characters and path
 * separators of a hostile name do not pass.
 */
final class Attachment {

    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final String ATTRIBUTE_CHARACTERS = "!#$&+-.^_`|~";

    private Attachment() {}

    static String named(String name) {
        String safe = UNSAFE.matcher(name).replaceAll("_").strip();
        if (safe.isEmpty() || safe.equals(".") || safe.equals("..")) {
            safe = "file";
        }
        return "attachment; filename=\"" + ascii(safe) + "\"; filename*=UTF-8''" + encoded(safe);
    }

    private static String ascii(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                        .replaceAll("")
                        .replace('đ', 'd')
                        .replace('Đ', 'D');
        return plain.replaceAll("[^\\x20-\\x7e]", "_").replace("%", "_");
    }

    private static String encoded(String name) {
        var encoded = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            boolean plain =
                    character < 0x80
                            && (Character.isLetterOrDigit(character)
                                    || ATTRIBUTE_CHARACTERS.indexOf(character) >= 0);
            if (plain) {
                encoded.append(character);
            } else {
                encoded.append("%%%02X".formatted((int) character));
            }
        }
        return encoded.toString();
    }
}
