package vn.hue.earchive.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Red when zeros, case, đ, dashes or spaces part two writings of one number. */
class DocumentNumberTest {

    @ParameterizedTest
    @CsvSource({
        "05/CT-UBND,5/CT-UBND",
        "5/ct-ubnd,5/CT-UBND",
        "0005/CT-UBND,5/CT-UBND",
        "05 / CT – UBND,5/CT-UBND",
        "05/CT—UBND,5/CT-UBND",
        "05/CT‐UBND,5/CT-UBND",
        "05/CT‑UBND,5/CT-UBND",
        "05/CT−UBND,5/CT-UBND",
        "05／CT-UBND,5/CT-UBND",
        "12/2025/QĐ-UBND,12/2025/QD-UBND",
        "12/2025/qđ-ubnd,12/2025/QD-UBND",
        "12/2025/QÐ-UBND,12/2025/QD-UBND",
        "12/2025/QD-UBND,12/2025/QD-UBND",
        "7/QyĐ-HĐND,7/QYD-HDND",
        "12a/TB-UBND,12A/TB-UBND",
        "05-CT/TU,5-CT/TU",
        "05-CT/TƯ,5-CT/TU",
        "0,0",
        "000,0"
    })
    void hasOneKeyForEveryWriting(String written, String key) {
        assertThat(DocumentNumber.key(written)).isEqualTo(key);
        assertThat(DocumentNumber.key(key)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-null-",
            delimiter = '|',
            value = {
                "05 | CT-UBND | 5/CT-UBND",
                "05 | /CT-UBND | 5/CT-UBND",
                "05 | CT/TU | 5/CT/TU,5-CT/TU",
                "05 | -CT/TU | 5/CT/TU,5-CT/TU",
                "12 | 2025/QĐ-UBND | 12/2025/QD-UBND",
                "15 | UBND-VX | 15/UBND-VX",
                "15 | -null- | 15",
                "-null- | CT-UBND | ''",
                "'' | '' | ''",
            })
    void findsARegisteredDocumentUnderItsKeys(
            @Nullable String number, @Nullable String notation, String keys) {
        assertThat(String.join(",", DocumentNumber.keys(number, notation))).isEqualTo(keys);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-null-",
            delimiter = '|',
            value = {
                "05 | CT-UBND | 05/CT-UBND",
                "05 | -CT/TU | 05-CT/TU",
                "05 | /CT-UBND | 05/CT-UBND",
                "05 | -null- | 05",
                "-null- | CT-UBND | CT-UBND",
                "-null- | -null- | -null-",
            })
    void isShownAsItIsPrinted(
            @Nullable String number, @Nullable String notation, @Nullable String printed) {
        assertThat(DocumentNumber.written(number, notation)).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "05/CT-UBND",
                "1198/KH-SNV",
                "12/2025/QĐ-UBND",
                "15/UBND-VX",
                "12a/TB-UBND",
                "33/2024/QH15",
                "05-CT/TU",
                "5/ct–ubnd",
                "1/BC",
            })
    void recognisesTheKnownForms(String number) {
        assertThat(DocumentNumber.looksLikeOne(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Huế",
                "2026",
                "01/12/2026",
                "2025-2026",
                "H57.12.2026.01-VP",
                "1/",
                "/CT",
                ""
            })
    void doesNotTakeOtherWordsForNumbers(String word) {
        assertThat(DocumentNumber.looksLikeOne(word)).isFalse();
    }
}
