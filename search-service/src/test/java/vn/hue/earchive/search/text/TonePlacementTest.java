package vn.hue.earchive.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Red when qu- or gi- is not an initial, when a marked vowel does not win, when a final consonant
 * is ignored, or when a foreign word is touched.
 */
class TonePlacementTest {

    private static final String[] TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"};

    @ParameterizedTest
    @CsvSource({
        "hoà,hòa",
        "hòa,hòa",
        "hoá,hóa",
        "hoả,hỏa",
        "hoạ,họa",
        "toà,tòa",
        "xoã,xõa",
        "oà,òa",
        "thuỷ,thủy",
        "thủy,thủy",
        "thuý,thúy",
        "uỷ,ủy",
        "ủy,ủy",
        "tuỳ,tùy",
        "luỹ,lũy",
        "huỷ,hủy",
        "khoẻ,khỏe",
        "loè,lòe",
        "xoè,xòe",
        "toé,tóe",
        "quý,quý",
        "qúy,quý",
        "quỳ,quỳ",
        "qùa,quà",
        "quả,quả",
        "qủa,quả",
        "quế,quế",
        "quốc,quốc",
        "gìa,già",
        "già,già",
        "giá,giá",
        "gía,giá",
        "gì,gì",
        "gìn,gìn",
        "giếng,giếng",
        "giữ,giữ",
        "gỉai,giải",
        "giải,giải",
        "giờ,giờ",
        "gìơ,giờ",
        "cuả,của",
        "của,của",
        "muà,mùa",
        "miá,mía",
        "nưã,nữa",
        "chưã,chữa",
        "hoàn,hoàn",
        "hòan,hoàn",
        "tóan,toán",
        "tòan,toàn",
        "khóan,khoán",
        "họach,hoạch",
        "huých,huých",
        "húych,huých",
        "hoặc,hoặc",
        "họăc,hoặc",
        "Huế,huế",
        "thuế,thuế",
        "thúê,thuế",
        "thuở,thuở",
        "thủơ,thuở",
        "ngoài,ngoài",
        "ngòai,ngoài",
        "xoáy,xoáy",
        "khuỷu,khuỷu",
        "ngoéo,ngoéo",
        "tiếng,tiếng",
        "tíêng,tiếng",
        "yến,yến",
        "yếu,yếu",
        "ýêu,yếu",
        "người,người",
        "ngừơi,người",
        "rượu,rượu",
        "rựơu,rượu",
        "nước,nước",
        "nứơc,nước",
        "khuyến,khuyến",
        "khúyên,khuyến",
        "nguyễn,nguyễn",
        "nguỹên,nguyễn",
        "quyết,quyết",
        "buổi,buổi",
        "bủôi,buổi",
        "đường,đường",
        "đừơng,đường",
        "ý,ý",
        "mỹ,mỹ",
        "à,à",
        "ơ,ơ",
        "xoòng,xoòng",
        "boong,boong",
        "ðường,đường",
        "ɖiểm,điểm"
    })
    void putsTheToneWhereTheRuleWantsIt(String written, String canonical) {
        assertThat(TonePlacement.canonical(written.toLowerCase(Locale.ROOT))).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "café", "résumé", "château", "señor", "año", "ña", "qh15", "05", "tphcm", "ubnd",
                "naïve", "đ", "q", "gi", "qu", "hoàà", "hòà", "wòa", "h57"
            })
    void leavesAloneWhatIsNoSyllableWithOneTone(String word) {
        assertThat(TonePlacement.canonical(word)).isEqualTo(word);
    }

    /** Every rhyme of the language; the vowel that bears the tone stands in brackets. */
    static List<String> rhymes() {
        List<String> rhymes = new ArrayList<>();
        for (String vowel : "a ă â e ê i o ô ơ u ư y".split(" ")) {
            rhymes.add("[" + vowel + "]");
            for (String end : "c ch m n ng nh p t".split(" ")) {
                rhymes.add("[" + vowel + "]" + end);
            }
        }
        String open =
                "[a]i [a]o [a]u [a]y [â]u [â]y [e]o [ê]u [i]a i[ê]u [i]u [o]a o[a]i o[a]o o[a]y [o]e"
                        + " o[e]o [o]i [ô]i [ơ]i [u]a u[â]y u[ê] [u]i u[ô]i u[ơ] [u]y u[y]a u[y]u"
                        + " [ư]a [ư]i ư[ơ]i ư[ơ]u [ư]u y[ê]u";
        String closed =
                "i[ê]c i[ê]m i[ê]n i[ê]ng i[ê]p i[ê]t o[a]c o[a]ch o[a]m o[a]n o[a]ng o[a]nh o[a]p"
                        + " o[a]t o[ă]c o[ă]m o[ă]n o[ă]ng o[ă]t o[e]n o[e]t o[o]c o[o]ng u[â]n"
                        + " u[â]ng u[â]t u[ê]ch u[ê]nh u[ô]c u[ô]m u[ô]n u[ô]ng u[ô]t u[y]ch u[y]n"
                        + " u[y]nh u[y]p u[y]t uy[ê]n uy[ê]t ư[ơ]c ư[ơ]m ư[ơ]n ư[ơ]ng ư[ơ]p ư[ơ]t"
                        + " y[ê]m y[ê]n y[ê]t";
        rhymes.addAll(List.of(open.split(" ")));
        rhymes.addAll(List.of(closed.split(" ")));
        return rhymes;
    }

    /** Wherever the five tones were typed in any rhyme, with any initial, one spelling results. */
    @ParameterizedTest
    @MethodSource("rhymes")
    void bringsEveryPlacementOfEveryRhymeTogether(String rhyme) {
        List<String> initials = new ArrayList<>(List.of("", "b", "đ", "h", "ngh", "kh", "tr"));
        if (!rhyme.matches("\\[?[uư].*")) {
            initials.add("qu");
        }
        if (!rhyme.matches("\\[?i.*")) {
            initials.add("gi");
        }
        for (String initial : initials) {
            for (String tone : TONES) {
                String expected = nfc(initial + rhyme.replace("[", "").replace("]", tone));
                String bare = initial + rhyme.replace("[", "").replace("]", "");
                for (int at = initial.length() + 1; at <= bare.length(); at++) {
                    if ("aăâeêioôơuưy".indexOf(bare.charAt(at - 1)) < 0) {
                        break;
                    }
                    String written = nfc(bare.substring(0, at) + tone + bare.substring(at));
                    assertThat(TonePlacement.canonical(written)).as(written).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void neverMovesAToneFromOneSyllableToAnotherMeaning() {
        assertThat(TonePlacement.canonical("hòa")).isNotEqualTo(TonePlacement.canonical("hóa"));
        assertThat(TonePlacement.canonical("thủy")).isNotEqualTo(TonePlacement.canonical("thụy"));
        assertThat(TonePlacement.canonical("hoa")).isEqualTo("hoa");
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
