package vn.hue.earchive.search.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text in the three forms under which it is indexed and asked for. Each form is the list of its
 * syllables joined by one space; all three have the same number of syllables, so that a position in
 * one is a position in the others. Idempotent: folding a form again changes nothing.
 *
 * @param exact NFC, lower case: {@code hoà} stays apart from {@code hòa}
 * @param canonical the tone on the letter where the older rule puts it and đ for its look-alikes:
 *     {@code hoà} and {@code hòa} are both {@code hòa}
 * @param plain without any mark, đ as d, and numbers without leading zeros: {@code hoa}, {@code 5}
 *     for {@code 05}
 */
public record FoldedText(List<String> exact, List<String> canonical, List<String> plain) {

    /**
     * Splits a text at everything that is neither letter, digit nor mark, and folds what remains.
     *
     * @param text any text, any Unicode normalisation form; null is the empty text
     */
    public static FoldedText of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new FoldedText(List.of(), List.of(), List.of());
        }
        List<String> exact = Syllables.split(text);
        List<String> canonical = new ArrayList<>(exact.size());
        List<String> plain = new ArrayList<>(exact.size());
        for (String syllable : exact) {
            canonical.add(TonePlacement.canonical(syllable));
            plain.add(withoutLeadingZeros(Unaccented.of(syllable)));
        }
        return new FoldedText(exact, List.copyOf(canonical), List.copyOf(plain));
    }

    public boolean isEmpty() {
        return exact.isEmpty();
    }

    public int size() {
        return exact.size();
    }

    public String exactText() {
        return String.join(" ", exact);
    }

    public String canonicalText() {
        return String.join(" ", canonical);
    }

    public String plainText() {
        return String.join(" ", plain);
    }

    private static String withoutLeadingZeros(String syllable) {
        if (syllable.charAt(0) != '0' || !syllable.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return syllable;
        }
        int firstDigit = 0;
        while (firstDigit < syllable.length() - 1 && syllable.charAt(firstDigit) == '0') {
            firstDigit++;
        }
        return syllable.substring(firstDigit);
    }
}
