package vn.hue.earchive.archive.sip;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of entries: which are safe, and which are the same to a file system or an eye. */
final class EntryName {

    private static final int MAX_BYTES = 1024;
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    private EntryName() {}

    /** The name; null when the bytes are no UTF-8 or the name is not safe. */
    static @Nullable String safe(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > MAX_BYTES) {
            return null;
        }
        String name;
        try {
            name = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
        return isSafe(name) ? name : null;
    }

    /** Relative, stays inside, and shows what it is. */
    static boolean isSafe(String name) {
        if (name.startsWith("/")
                || name.indexOf('\\') >= 0
                || DRIVE.matcher(name).matches()
                || name.codePoints().anyMatch(EntryName::isHidden)) {
            return false;
        }
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        for (String segment : List.of(path.split("/", -1))) {
            if (segment.isBlank() || segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return true;
    }

    /** Controls, and what changes the direction or the look of a name without being seen. */
    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }

    /** Equal for names that one of the usual file systems takes for the same. */
    static String key(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        return (composed.endsWith("/") ? composed.substring(0, composed.length() - 1) : composed)
                .toLowerCase(Locale.ROOT);
    }
}
