package vn.hue.earchive.document.text;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text as this service keeps it and compares it (domain reference, section 10). Storage is NFC;
 * comparison ignores tones, case and the difference of đ and d.
 */
public final class VietnameseText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern NOT_IN_FILE_NAMES = Pattern.compile("[/\\\\:*?\"<>|\\p{Cntrl}]");
    private static final int FILE_NAME_BYTES = 255;

    private VietnameseText() {}

    /** NFC without blanks at the ends; null when nothing is left, so that "" and absent are one. */
    public static @Nullable String clean(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String stripped = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        return stripped.isEmpty() ? null : stripped;
    }

    /**
     * Lower case without tones, đ as d, runs of blanks as one blank: for searching and comparing.
     */
    public static String fold(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String latin =
                bare.replace('đ', 'd')
                        .replace('Đ', 'D')
                        .replace('ð', 'd')
                        .replace('Ð', 'D')
                        .replace('Ɖ', 'D');
        return SPACES.matcher(latin).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /**
     * A file name that every system can keep: NFC, no path and no reserved characters, at most 255
     * bytes of UTF-8; the extension survives the cut.
     */
    public static String fileName(String given) {
        String nfc = Normalizer.normalize(given, Normalizer.Form.NFC).strip();
        String safe = NOT_IN_FILE_NAMES.matcher(nfc).replaceAll("_");
        while (safe.startsWith(".")) {
            safe = safe.substring(1);
        }
        if (safe.isBlank()) {
            safe = "_";
        }
        int dot = safe.lastIndexOf('.');
        String extension = dot > 0 && safe.length() - dot <= 10 ? safe.substring(dot) : "";
        String stem = safe.substring(0, safe.length() - extension.length());
        while (bytes(stem + extension) > FILE_NAME_BYTES) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + extension;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
