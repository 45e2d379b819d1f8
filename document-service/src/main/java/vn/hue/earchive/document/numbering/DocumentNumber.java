package vn.hue.earchive.document.numbering;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Number and notation as written on a document: {@code 05} and {@code CT-UBND}, {@code 12} and
 * {@code 2025/QĐ-UBND}, {@code 33} and {@code 2024/QH15}, or in the Party's form {@code 05} and
 * {@code CT/TU} (written {@code 05-CT/TU}). Patterns: domain reference, section 10.
 *
 * @param number digits with an optional letter, at most 11 characters
 * @param notation at most 30 characters
 */
public record DocumentNumber(String number, String notation) {

    private static final Pattern STATE =
            Pattern.compile(
                    "^(\\d{1,6}[a-z]?)(?:/(\\d{4}))?/([\\p{L}&]{1,12}\\d{0,2}(?:[-–][\\p{L}\\d&.]{1,20})*)$");
    private static final Pattern PARTY =
            Pattern.compile("^(\\d{1,6})-([\\p{L}]{1,6})/([\\p{L}\\d-]{1,20})$");
    private static final Pattern DASHES = Pattern.compile("[‐‑‒–—−]");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=\\d)");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Reads the two parts; empty when together they have none of the known forms. */
    public static Optional<DocumentNumber> of(String number, String notation) {
        String n = BLANKS.matcher(number).replaceAll("");
        String s = BLANKS.matcher(notation).replaceAll("");
        boolean known =
                n.length() <= 11
                        && s.length() <= 30
                        && (STATE.matcher(n + "/" + s).matches()
                                || PARTY.matcher(n + "-" + s).matches());
        return known ? Optional.of(new DocumentNumber(n, s)) : Optional.empty();
    }

    /**
     * Form for comparison: {@code 5/CT-UBND} for {@code 05/CT–UBND}. Leading zeros and blanks are
     * gone, upper case, no tones, Đ as D, one kind of dash.
     */
    public String key() {
        return keyOf(number + "/" + notation);
    }

    /** The same folding for what a person types into a search: {@code 05/ct-ubnd}. */
    public static String keyOf(String typed) {
        String bare =
                MARKS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFD)).replaceAll("");
        String dashed = DASHES.matcher(BLANKS.matcher(bare).replaceAll("")).replaceAll("-");
        return LEADING_ZEROS
                .matcher(dashed)
                .replaceFirst("")
                .toUpperCase(Locale.ROOT)
                .replace('Đ', 'D');
    }
}
