package vn.hue.earchive.document.print;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text that paper and sheets can take, whatever people or machines have entered. */
final class PrintableText {

    /** Controls (a new line is kept), lone surrogates, direction marks and non-characters. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile(
                    "[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff&&[^\\n]]");

    private PrintableText() {}

    /** NFC without what cannot be shown; tabs and returns become blanks. */
    static String of(String text) {
        String spaced = text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
        return UNPRINTABLE
                .matcher(Normalizer.normalize(spaced, Normalizer.Form.NFC))
                .replaceAll("")
                .replace('\u00a0', ' ');
    }

    /**
     * The same for a cell of a sheet. What a spreadsheet would take for a formula once somebody
     * edits the cell or saves it as CSV gets an apostrophe in front, which makes it text there.
     */
    static String inSheet(String text) {
        String clean = of(text);
        String start = clean.stripLeading();
        boolean formula = !start.isEmpty() && "=+-@|%".indexOf(start.charAt(0)) >= 0;
        return formula ? "'" + clean : clean;
    }
}
