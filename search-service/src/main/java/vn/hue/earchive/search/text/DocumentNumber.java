package vn.hue.earchive.search.text;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number and notation of a document (số, ký hiệu) as a key that does not depend on how they
 * were typed: without leading zeros, spaces and marks, upper case, Đ as D, every dash a hyphen. So
 * {@code 5/ct-ubnd} finds {@code 05/CT-UBND}. Forms as in Decree 30/2020 and, second, in papers of
 * the Party ({@code 05-CT/TU}).
 */
public final class DocumentNumber {

    private static final Pattern OF_THE_STATE =
            Pattern.compile(
                    "\\d{1,6}[A-Z]?(?:/\\d{4})?/[\\p{L}&]{1,12}\\d{0,2}(?:-[\\p{L}\\d&.]{1,20})*");

    private static final Pattern OF_THE_PARTY =
            Pattern.compile("\\d{1,6}-\\p{L}{1,6}/[\\p{L}\\d-]{1,20}");

    private static final Pattern YEAR_FIRST = Pattern.compile("\\d{4}/.*");

    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=\\d)");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private DocumentNumber() {}

    /** The key of a number as someone writes it, whether or not it has a known form. */
    public static String key(String written) {
        String nfc = Normalizer.normalize(written, Normalizer.Form.NFC);
        StringBuilder key = new StringBuilder(nfc.length());
        nfc.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .forEach(c -> key.appendCodePoint(plainSeparator(c)));
        String upper = Unaccented.of(SPACES.matcher(key).replaceAll("")).toUpperCase(Locale.ROOT);
        return LEADING_ZEROS.matcher(upper).replaceFirst("");
    }

    /** Whether a word of a query reads as a document number and can be looked up by its key. */
    public static boolean looksLikeOne(String word) {
        String key = key(word);
        return OF_THE_STATE.matcher(key).matches() || OF_THE_PARTY.matcher(key).matches();
    }

    /**
     * Keys under which a registered document is found; empty when it has no number. As registers
     * hold number and notation apart, a notation with a slash is taken both ways: {@code 05} and
     * {@code CT/TU} give {@code 5/CT/TU} and {@code 5-CT/TU}.
     */
    public static Set<String> keys(@Nullable String number, @Nullable String notation) {
        Set<String> keys = new LinkedHashSet<>();
        String first = number == null ? "" : key(number);
        String second = notation == null ? "" : key(notation);
        if (first.isEmpty()) {
            return keys;
        }
        if (second.isEmpty()) {
            keys.add(first);
            return keys;
        }
        String rest = second.replaceFirst("^[/-]", "");
        keys.add(first + "/" + rest);
        if (rest.indexOf('/') >= 0 && !YEAR_FIRST.matcher(rest).matches()) {
            keys.add(first + "-" + rest);
        }
        return keys;
    }

    /** Number and notation as they are printed: {@code 05/CT-UBND}; null when there is neither. */
    public static @Nullable String written(@Nullable String number, @Nullable String notation) {
        if (number == null || number.isBlank()) {
            return notation == null || notation.isBlank() ? null : notation.strip();
        }
        if (notation == null || notation.isBlank()) {
            return number.strip();
        }
        String rest = notation.strip();
        boolean bringsItsSeparator = rest.startsWith("/") || rest.startsWith("-");
        return number.strip() + (bringsItsSeparator ? "" : "/") + rest;
    }

    private static int plainSeparator(int c) {
        if (Character.getType(c) == Character.DASH_PUNCTUATION || c == '−') {
            return '-';
        }
        return switch (c) {
            case '⁄', '∕', '／' -> '/';
            default -> c;
        };
    }
}
