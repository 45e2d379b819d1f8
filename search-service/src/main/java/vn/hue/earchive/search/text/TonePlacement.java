package vn.hue.earchive.search.text;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts the tone of a syllable where one rule wants it, so that the two schools of spelling (hòa and
 * hoà, thủy and thuỷ) and slips of the keyboard (qúy for quý) meet.
 *
 * <p>The rule, the older and in official papers the more frequent one: the tone stands on a vowel
 * that has a mark of its own (ă â ê ô ơ ư; on the second of ươ); else on the last vowel before a
 * final consonant (hoàn, huých); else on the middle one of three (ngoài, khuỷu); else on the first
 * (hòa, thủy, mía). The u of qu- and the i of gi- before a vowel belong to the initial: quý, già.
 *
 * <p>What is not a Vietnamese syllable with one tone (café, résumé, QH15) stays as it is, except
 * that look-alikes of đ become đ.
 */
final class TonePlacement {

    private static final char GRAVE = '\u0300';
    private static final char ACUTE = '\u0301';
    private static final char TILDE = '\u0303';
    private static final char HOOK = '\u0309';
    private static final char DOT = '\u0323';

    /** A vowel in NFD: the letter and at most one of circumflex, breve and horn. */
    private static final String VOWEL = "[aeiouy][\u0302\u0306\u031B]?";

    private static final Pattern SYLLABLE =
            Pattern.compile(
                    "(?<initial>qu(?=[aeioy])|gi(?=[aeouy])|ngh|ng|nh|gh|kh|ph|th|tr|ch|[bcdđghklmnprstvx])?"
                            + "(?<vowels>(?:"
                            + VOWEL
                            + "){1,3})"
                            + "(?<end>ch|ng|nh|[cmnpt])?");

    private static final Pattern SINGLE_VOWEL = Pattern.compile(VOWEL);

    private TonePlacement() {}

    /**
     * @param syllable lower case, any normalisation form
     * @return NFC
     */
    static String canonical(String syllable) {
        String letters =
                Normalizer.normalize(
                        syllable.replace('ð', 'đ').replace('ɖ', 'đ'), Normalizer.Form.NFD);
        int tone = positionOfOnlyTone(letters);
        if (tone < 0) {
            return Normalizer.normalize(letters, Normalizer.Form.NFC);
        }
        String toneless = letters.substring(0, tone) + letters.substring(tone + 1);
        String placed = place(letters.charAt(tone), toneless);
        return Normalizer.normalize(placed == null ? letters : placed, Normalizer.Form.NFC);
    }

    /** Position of the tone in NFD; negative when there is none, several, or one on a consonant. */
    private static int positionOfOnlyTone(String letters) {
        int found = -1;
        for (int i = 0; i < letters.length(); i++) {
            if (isTone(letters.charAt(i))) {
                if (found >= 0 || !standsOnVowel(letters, i)) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    private static boolean standsOnVowel(String letters, int mark) {
        int base = mark - 1;
        while (base >= 0 && Syllables.isMark(letters.charAt(base))) {
            base--;
        }
        return base >= 0 && "aeiouy".indexOf(letters.charAt(base)) >= 0;
    }

    private static @Nullable String place(char tone, String toneless) {
        Matcher syllable = SYLLABLE.matcher(toneless);
        if (!syllable.matches()) {
            return null;
        }
        int at = endOfBearer(syllable);
        return toneless.substring(0, at) + tone + toneless.substring(at);
    }

    /** Offset just behind the vowel that bears the tone. */
    private static int endOfBearer(Matcher syllable) {
        Matcher vowel = SINGLE_VOWEL.matcher(syllable.group("vowels"));
        int first = -1;
        int second = -1;
        int last = -1;
        int lastMarked = -1;
        int count = 0;
        while (vowel.find()) {
            last = vowel.end();
            count++;
            first = count == 1 ? last : first;
            second = count == 2 ? last : second;
            lastMarked = vowel.end() - vowel.start() > 1 ? last : lastMarked;
        }
        int bearer;
        if (lastMarked >= 0) {
            bearer = lastMarked;
        } else if (syllable.group("end") != null) {
            bearer = last;
        } else {
            bearer = count == 3 ? second : first;
        }
        return syllable.start("vowels") + bearer;
    }

    private static boolean isTone(char c) {
        return c == GRAVE || c == ACUTE || c == TILDE || c == HOOK || c == DOT;
    }
}
