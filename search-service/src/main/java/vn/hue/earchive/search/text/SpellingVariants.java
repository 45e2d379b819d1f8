package vn.hue.earchive.search.text;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Syllables that are written with i or y without a change of meaning: kỹ and kĩ, Mỹ and Mĩ, Vỹ Dạ
 * and Vĩ Dạ. Both are right, so neither is rewritten: a query asks for the other one as well.
 */
public final class SpellingVariants {

    private static final Pattern EITHER =
            Pattern.compile(
                    "(?<initial>qu|[hklmstv])(?<vowel>[iy])(?<tone>[\u0300\u0301\u0303\u0309\u0323]?)");

    private SpellingVariants() {}

    /**
     * The other spelling of a syllable; empty when there is none.
     *
     * @param syllable lower case, in any of the three forms
     * @return NFC
     */
    public static Optional<String> of(String syllable) {
        Matcher matcher = EITHER.matcher(Normalizer.normalize(syllable, Normalizer.Form.NFD));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String other = matcher.group("vowel").equals("i") ? "y" : "i";
        return Optional.of(
                Normalizer.normalize(
                        matcher.group("initial") + other + matcher.group("tone"),
                        Normalizer.Form.NFC));
    }
}
