package vn.hue.earchive.document.suggestion;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hue.earchive.document.text.VietnameseText;

/**
 * Vietnamese text as syllables. Each syllable has its toned form, with the tone where the newer
 * spelling puts it ({@code hòa}, not {@code hoà}), and its folded one.
 */
final class Words {

    private static final Pattern SYLLABLE = Pattern.compile("[\\p{L}\\p{M}]+|\\d+");
    private static final String[] OLD_TONES = {
        "oà", "òa", "oá", "óa", "oả", "ỏa", "oã", "õa", "oạ", "ọa", "oè", "òe", "oé", "óe", "oẻ",
        "ỏe", "oẽ", "õe", "oẹ", "ọe", "uỳ", "ùy", "uý", "úy", "uỷ", "ủy", "uỹ", "ũy", "uỵ", "ụy"
    };

    /**
     * @param surface as it was written
     * @param toned lower case, NFC, tone in its newer place
     */
    record Syllable(String surface, String toned, String folded) {

        boolean isNumber() {
            return Character.isDigit(folded.charAt(0));
        }
    }

    private Words() {}

    static List<Syllable> of(String text) {
        String nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
        List<Syllable> syllables = new ArrayList<>();
        Matcher matcher = SYLLABLE.matcher(nfc);
        while (matcher.find()) {
            String surface = matcher.group();
            String toned = newer(surface.toLowerCase(Locale.ROOT));
            syllables.add(new Syllable(surface, toned, VietnameseText.fold(toned)));
        }
        return syllables;
    }

    /** True when the writer used tones at all. */
    static boolean toned(List<Syllable> syllables) {
        return syllables.stream().anyMatch(s -> !s.toned().equals(s.folded()));
    }

    private static String newer(String syllable) {
        // qu- and gi- are initials: quý keeps its tone on y.
        if (syllable.startsWith("qu")) {
            return syllable;
        }
        for (int i = 0; i < OLD_TONES.length; i += 2) {
            if (syllable.endsWith(OLD_TONES[i])) {
                return syllable.substring(0, syllable.length() - 2) + OLD_TONES[i + 1];
            }
        }
        return syllable;
    }
}
