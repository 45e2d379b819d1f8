package vn.hue.earchive.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Red when a form forgets đ, its look-alikes, a normalisation form or the alignment of syllables.
 */
class FoldedTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Thuận Hoá            | thuận hoá            | thuận hóa            | thuan hoa
                    Thuận Hóa            | thuận hóa            | thuận hóa            | thuan hoa
                    Thuan Hoa            | thuan hoa            | thuan hoa            | thuan hoa
                    Đại học Huế          | đại học huế          | đại học huế          | dai hoc hue
                    Ðại học Huế          | ðại học huế          | đại học huế          | dai hoc hue
                    Ɖại học Huế          | ɖại học huế          | đại học huế          | dai hoc hue
                    Uỷ ban nhân dân      | uỷ ban nhân dân      | ủy ban nhân dân      | uy ban nhan dan
                    Chân Mây – Lăng Cô   | chân mây lăng cô     | chân mây lăng cô     | chan may lang co
                    quý III/2026         | quý iii 2026         | quý iii 2026         | quy iii 2026
                    Số 05/CT-UBND        | số 05 ct ubnd        | số 05 ct ubnd        | so 5 ct ubnd
                    12a/TB-UBND          | 12a tb ubnd          | 12a tb ubnd          | 12a tb ubnd
                    33/2024/QH15         | 33 2024 qh15         | 33 2024 qh15         | 33 2024 qh15
                    A Lưới 1             | a lưới 1             | a lưới 1             | a luoi 1
                    «Hồ sơ»: (mật?) 100% | hồ sơ mật 100        | hồ sơ mật 100        | ho so mat 100
                    Café Thụy Điển       | café thụy điển       | café thụy điển       | cafe thuy dien
                    00                   | 00                   | 00                   | 0
                    """)
    void foldsInThreeForms(String text, String exact, String canonical, String plain) {
        FoldedText folded = FoldedText.of(text);

        assertThat(folded.exactText()).isEqualTo(exact);
        assertThat(folded.canonicalText()).isEqualTo(canonical);
        assertThat(folded.plainText()).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thủy Biều, Đồng Khánh, ưỡn ẹo", "Quyết định về việc hoà giải ở cơ sở"})
    void doesNotDependOnTheNormalisationForm(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);

        assertThat(FoldedText.of(decomposed)).isEqualTo(FoldedText.of(text));
    }

    /** Code page 1258 writes a precomposed vowel and the tone apart. */
    @Test
    void readsTheWritingOfCodePage1258() {
        assertThat(FoldedText.of("Huê\u0301 Thuâ\u0323n").exactText()).isEqualTo("huế thuận");
    }

    @Test
    void dropsInvisibleCharacters() {
        assertThat(FoldedText.of("lưu\u00AD tr\u200Bữ \uFEFFHuế").exact())
                .containsExactly("lưu", "trữ", "huế");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "–", "…!?", "\u0301"})
    void isEmptyWithoutLetterOrDigit(String text) {
        assertThat(FoldedText.of(text).isEmpty()).isTrue();
    }

    @Test
    void foldsNothingToNothing() {
        assertThat(FoldedText.of(null).isEmpty()).isTrue();
    }

    @Test
    void isIdempotentAndAlignedForAnyText() {
        Random random = new Random(57);
        List<String> alphabet =
                List.of(
                        "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "đ", "Đ", "Ð",
                        "q", "g", "h", "n", "t", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323",
                        " ", "-", "/", "0", "7", "\u200B", "é", "ß", "İ");
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(alphabet.get(random.nextInt(alphabet.size())));
            }
            FoldedText folded = FoldedText.of(text.toString());
            assertThat(folded.canonical()).as("%s", text).hasSize(folded.size());
            assertThat(folded.plain()).as("%s", text).hasSize(folded.size());
            assertThat(FoldedText.of(folded.exactText()).exact()).isEqualTo(folded.exact());
            assertThat(FoldedText.of(folded.canonicalText()).canonical())
                    .as("%s", text)
                    .isEqualTo(folded.canonical());
            assertThat(FoldedText.of(folded.plainText()).plain())
                    .as("%s", text)
                    .isEqualTo(folded.plain());
        }
    }
}
