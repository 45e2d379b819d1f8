package vn.hue.earchive.search.text;

import java.text.Normalizer;

/**
 * Takes every mark off. The letter đ (U+0111) and the letters that are typed or scanned for it (ð
 * U+00F0, ɖ U+0256 and their capitals) have no decomposition in Unicode and are mapped by hand.
 */
final class Unaccented {

    private Unaccented() {}

    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> !Syllables.isMark(c))
                .forEach(c -> plain.appendCodePoint(dForStrokedD(c)));
        return plain.toString();
    }

    private static int dForStrokedD(int c) {
        return switch (c) {
            case 'đ', 'ð', 'ɖ' -> 'd';
            case 'Đ', 'Ð', 'Ɖ' -> 'D';
            default -> c;
        };
    }
}
