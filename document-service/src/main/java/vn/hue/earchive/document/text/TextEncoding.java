package vn.hue.earchive.document.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises how Vietnamese text was written (domain reference, section 10): a file made with an
 * old font or saved in the wrong way is told apart from one that is only broken. A legacy encoding
 * is found by decoding with each table and counting the common words that come out.
 */
public enum TextEncoding {
    /** Precomposed UTF-8, as this service wants it. */
    UTF_8,
    /** UTF-8 with tones as separate characters (macOS); the same text once it is normalised. */
    UTF_8_NFD,
    UTF_16,
    WINDOWS_1258,
    TCVN3,
    VNI,
    /** None of these. */
    UNKNOWN;

    private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final int SAMPLE_CHARS = 64 << 10;

    /** Below this share of known words, a guess is not a finding. */
    private static final double ENOUGH = 0.05;

    private static final int ENOUGH_WORDS = 3;

    /** Frequent words of administrative Vietnamese that need more than ASCII. */
    private static final Set<String> COMMON =
            Set.copyOf(
                    List.of(
                            ("hồ sơ của và công tác kế hoạch báo cáo năm tháng quý cơ tài liệu tổ"
                                            + " chức văn bản về việc các thực hiện quản lý sổ chế độ quy định"
                                            + " thời hạn vĩnh viễn hội nghị đơn vị trực thuộc nhà nước khen"
                                            + " thưởng cán bộ lưu trữ khác dự án đến ủy phường xã thành phố"
                                            + " huế số ký hiệu trích yếu ngày người quyết tờ trình được không"
                                            + " có những với để trong là đất đai cấp giải nghị quyết chủ tịch"
                                            + " đảng")
                                    .split(" ")));

    /** What was found. {@code text} is the content as it was meant; null when nobody can tell. */
    public record Reading(TextEncoding encoding, @Nullable String text) {

        /** True when the text may be used as it is, after normalisation. */
        public boolean usable() {
            return encoding == UTF_8 || encoding == UTF_8_NFD;
        }
    }

    /** Reads a file's bytes. Never throws for bad content: that is what it reports. */
    public static Reading read(byte[] bytes) {
        if (looksLikeUtf16(bytes)) {
            return new Reading(UTF_16, new String(bytes, utf16(bytes)));
        }
        return strict(bytes, StandardCharsets.UTF_8)
                .map(TextEncoding::ofUnicode)
                .orElseGet(() -> ofBytes(bytes));
    }

    private static Reading ofUnicode(String given) {
        String text = given.startsWith("\ufeff") ? given.substring(1) : given;
        if (isLatin1(text) && !isAscii(text)) {
            Reading legacy = ofBytes(text.getBytes(StandardCharsets.ISO_8859_1));
            if (legacy.encoding != UNKNOWN && share(String.valueOf(legacy.text)) > share(text)) {
                return legacy;
            }
        }
        boolean nfc = Normalizer.isNormalized(text, Normalizer.Form.NFC);
        return nfc
                ? new Reading(UTF_8, text)
                : new Reading(UTF_8_NFD, Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    private static Reading ofBytes(byte[] bytes) {
        Reading best = new Reading(UNKNOWN, null);
        double bestShare = ENOUGH;
        for (TextEncoding candidate : new TextEncoding[] {WINDOWS_1258, TCVN3, VNI}) {
            String text = candidate.decode(bytes);
            double share = share(text);
            if (share > bestShare && hits(text) >= ENOUGH_WORDS) {
                best = new Reading(candidate, text);
                bestShare = share;
            }
        }
        return best;
    }

    private String decode(byte[] bytes) {
        return switch (this) {
            case WINDOWS_1258 ->
                    Normalizer.normalize(
                            new String(bytes, Charset.forName("windows-1258")),
                            Normalizer.Form.NFC);
            case TCVN3 -> LegacyFonts.tcvn3(bytes);
            case VNI -> LegacyFonts.vni(bytes);
            case UTF_8, UTF_8_NFD, UTF_16, UNKNOWN ->
                    throw new IllegalStateException("not a legacy table");
        };
    }

    private static double share(String text) {
        long words = words(text).length;
        return words == 0 ? 0 : (double) hits(text) / words;
    }

    private static long hits(String text) {
        return Arrays.stream(words(text)).filter(COMMON::contains).count();
    }

    private static String[] words(String text) {
        String sample = text.substring(0, Math.min(text.length(), SAMPLE_CHARS));
        return WORD_BREAK.split(sample.toLowerCase(Locale.ROOT));
    }

    private static boolean isLatin1(String text) {
        return text.chars().allMatch(c -> c <= 0xff);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** A byte order mark, or every other byte of the first ones zero. */
    private static boolean looksLikeUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        if (first == 0xfeff || first == 0xfffe) {
            return true;
        }
        int zeros = 0;
        int looked = Math.min(bytes.length, 512);
        for (int i = 0; i < looked; i++) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros * 4 > looked;
    }

    private static Charset utf16(byte[] bytes) {
        boolean little = bytes[0] == (byte) 0xff || (bytes[0] != (byte) 0xfe && bytes[1] == 0);
        return little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
}
