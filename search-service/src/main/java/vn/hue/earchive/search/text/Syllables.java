package vn.hue.earchive.search.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits a text into its syllables: in Vietnamese a space separates syllables, not words. */
final class Syllables {

    private Syllables() {}

    /**
     * Lower-case NFC syllables in their order. Invisible format characters (zero width space, soft
     * hyphen) are dropped, as they neither separate nor mean anything.
     */
    static List<String> split(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        List<String> syllables = new ArrayList<>();
        StringBuilder syllable = new StringBuilder();
        normal.codePoints()
                .forEach(c -> {
                    if (belongsToSyllable(c, syllable.isEmpty())) {
                        syllable.appendCodePoint(c);
                    } else if (Character.getType(c) != Character.FORMAT) {
                        end(syllable, syllables);
                    }
                });
        end(syllable, syllables);
        return List.copyOf(syllables);
    }

    /** A mark continues a syllable but cannot begin one. */
    private static boolean belongsToSyllable(int c, boolean first) {
        return Character.isLetterOrDigit(c) || (!first && isMark(c));
    }

    static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static void end(StringBuilder syllable, List<String> syllables) {
        if (!syllable.isEmpty()) {
            // Dropping a format character can bring a letter and its mark together.
            syllables.add(Normalizer.normalize(syllable, Normalizer.Form.NFC));
            syllable.setLength(0);
        }
    }
}
