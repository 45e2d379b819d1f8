package vn.hue.earchive.document.numbering;

import java.util.regex.Pattern;

/**
 * Number and sign of a dossier in its list (số, ký hiệu hồ sơ): 1–20 letters and digits with dots
 * and dashes between them, {@code 01-VP}, {@code K4.01}. It becomes part of codes and file names.
 */
public final class DossierNotation {

    private static final Pattern FORM =
            Pattern.compile("[\\p{L}\\d](?:[\\p{L}\\d.\\-]{0,18}[\\p{L}\\d])?");

    private DossierNotation() {}

    public static boolean isWellFormed(String notation) {
        return FORM.matcher(notation).matches();
    }
}
