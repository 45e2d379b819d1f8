package vn.hue.earchive.document.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises Vietnamese text that was written for another encoding than Unicode NFC (domain
 * reference, section 10) and reads it: NFD, TCVN3 (ABC fonts) and VNI shown as Latin-1 characters.
 * What is read is a proposal for a person; the original stays with its source.
 */
public final class LegacyText {

    /** How a text was written. */
    public enum Encoding {
        /** Decomposed Unicode: looks right, compares wrong. */
        NFD,
        TCVN3,
        VNI
    }

    /**
     * A text that is not NFC Unicode.
     *
     * @param read the same text in NFC
     */
    public record Finding(Encoding encoding, String read) {}

    private static final Pattern WORDS = Pattern.compile("[\\s\\p{Punct}–—“”]+");
    private static final Pattern SYLLABLE =
            Pattern.compile(
                    "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?(?:"
                            + "(?:uye|ie|ye|oa|oe|oo|ua|ue|uo|uy|[aeiouy])(?:ch|nh|ng|[cmnpt])"
                            + "|ieu|oai|oao|oay|oeo|uay|uoi|uou|uya|uyu|yeu|a[iouy]|e[ou]"
                            + "|i[aeu]|o[aei]|u[aeiouy]|[aeiouy])");

    private static final String VIETNAMESE =
            "abcdefghijklmnopqrstuvwxyzđàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữự"
                    + "ỳýỷỹỵ";

    private static final Map<Character, Character> TCVN3 = new HashMap<>();
    private static final Map<String, String> VNI = new HashMap<>();

    static {
        String codes = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉËÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ®";
        String letters = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";
        for (int i = 0; i < codes.length(); i++) {
            TCVN3.put(codes.charAt(i), letters.charAt(i));
        }
        TCVN3.putAll(Map.of('¡', 'Ă', '¢', 'Â', '£', 'Ê', '¤', 'Ô', '¥', 'Ơ', '¦', 'Ư', '§', 'Đ'));
        vni("a", "øùûõï", "àáảãạ");
        vni("a", "âàáåãä", "âầấẩẫậ");
        vni("a", "êèéúüë", "ăằắẳẵặ");
        vni("e", "øùûõï", "èéẻẽẹ");
        vni("e", "âàáåãä", "êềếểễệ");
        vni("o", "øùûõï", "òóỏõọ");
        vni("o", "âàáåãä", "ôồốổỗộ");
        vni("ô", "øùûõï", "ờớởỡợ");
        vni("u", "øùûõï", "ùúủũụ");
        vni("ö", "øùûõï", "ừứửữự");
        vni("y", "øùûõ", "ỳýỷỹ");
        String alone = "ôöñæóòî";
        String meant = "ơưđỉĩịỵ";
        for (int i = 0; i < alone.length(); i++) {
            put(alone.substring(i, i + 1), meant.substring(i, i + 1));
        }
    }

    private LegacyText() {}

    private static void vni(String base, String marks, String letters) {
        for (int i = 0; i < marks.length(); i++) {
            put(base + marks.charAt(i), letters.substring(i, i + 1));
        }
    }

    private static void put(String code, String letter) {
        String upperBase = code.substring(0, 1).toUpperCase(Locale.ROOT);
        VNI.put(code, letter);
        VNI.put(upperBase + code.substring(1), letter.toUpperCase(Locale.ROOT));
        VNI.put(code.toUpperCase(Locale.ROOT), letter.toUpperCase(Locale.ROOT));
    }

    /** What the text was written in, when it was not written in NFC Unicode; empty when it was. */
    public static Optional<Finding> recognise(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
        double good = plausible(nfc);
        if (hasForeignLetters(nfc)) {
            String abc = tcvn3(nfc);
            String vni = vni(nfc);
            double abcGood = plausible(abc);
            double vniGood = plausible(vni);
            if (Math.max(abcGood, vniGood) >= 0.75 && Math.max(abcGood, vniGood) > good) {
                return Optional.of(
                        abcGood >= vniGood
                                ? new Finding(Encoding.TCVN3, abc)
                                : new Finding(Encoding.VNI, vni));
            }
        }
        return nfc.equals(text) ? Optional.empty() : Optional.of(new Finding(Encoding.NFD, nfc));
    }

    /** A character of Latin-1 that no Vietnamese word has, beside a letter. */
    private static boolean hasForeignLetters(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (foreign(text.charAt(i)) && (isLetter(text, i - 1) || isLetter(text, i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
    }

    private static boolean foreign(char c) {
        return c >= '\u00a1' && c <= '\u00ff' && VIETNAMESE.indexOf(Character.toLowerCase(c)) < 0;
    }

    private static String tcvn3(String text) {
        StringBuilder read = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            read.append(TCVN3.getOrDefault(text.charAt(i), text.charAt(i)).charValue());
        }
        return read.toString();
    }

    private static String vni(String text) {
        StringBuilder read = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            String two = text.substring(i, Math.min(i + 2, text.length()));
            String pair = two.length() == 2 ? VNI.get(two) : null;
            if (pair != null) {
                read.append(pair);
                i += 2;
            } else {
                String one = text.substring(i, i + 1);
                read.append(VNI.getOrDefault(one, one));
                i++;
            }
        }
        return read.toString();
    }

    /** The part of the words that could be Vietnamese syllables, from 0 to 1. */
    private static double plausible(String text) {
        int words = 0;
        int good = 0;
        for (String word : WORDS.split(text)) {
            if (word.isEmpty() || word.chars().anyMatch(Character::isDigit)) {
                continue;
            }
            words++;
            String lower = word.toLowerCase(Locale.ROOT);
            boolean ours = lower.chars().allMatch(c -> VIETNAMESE.indexOf(c) >= 0);
            good += ours && SYLLABLE.matcher(VietnameseText.fold(word)).matches() ? 1 : 0;
        }
        return words == 0 ? 1 : (double) good / words;
    }
}
