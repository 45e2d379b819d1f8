package vn.hue.earchive.document.email;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the mark of a State secret (Mật, Tối mật, Tuyệt mật) in a subject, a file name or the
 * head of a letter. "Mật" alone counts only where it stands as a mark: subjects speak of bảo mật,
 * bí mật nhà nước and mật khẩu without being secret.
 */
final class SecrecyMark {

    private static final Pattern HIGHER =
            Pattern.compile(
                    "(?iu:(?<!\\p{L})(?:tuyệt|tối)[\\s_-]+mật(?!\\p{L}))"
                            + "|(?<!\\p{L})(?:TUYET|TOI)[\\s_-]+MAT(?!\\p{L})");

    private static final Pattern DECLARED = Pattern.compile("(?iu)độ\\s+mật\\s*[:\\-–]\\s*mật");

    /** Alone between the ends of the text, brackets and dashes. */
    private static final Pattern ALONE =
            Pattern.compile(
                    "(?u)(?:^|[\\[(|:]|\\s[-–]\\s|^\\P{L}*[_.-])\\s*(?:MẬT|Mật)\\s*"
                            + "(?:$|[\\])|:_.]|[-–]\\s)",
                    Pattern.MULTILINE);

    private SecrecyMark() {}

    static boolean isIn(@Nullable String text) {
        if (text == null) {
            return false;
        }
        String nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
        return HIGHER.matcher(nfc).find()
                || DECLARED.matcher(nfc).find()
                || ALONE.matcher(nfc).find();
    }
}
