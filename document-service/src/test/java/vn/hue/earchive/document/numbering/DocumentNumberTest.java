package vn.hue.earchive.document.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms of document numbers (domain reference, section 10). */
class DocumentNumberTest {

    @ParameterizedTest
    @CsvSource({
        "05, CT-UBND, 5/CT-UBND",
        "1198, KH-SNV, 1198/KH-SNV",
        "12, 2025/QĐ-UBND, 12/2025/QD-UBND",
        "15, UBND-VX, 15/UBND-VX",
        "12a, TB-UBND, 12A/TB-UBND",
        "33, 2024/QH15, 33/2024/QH15",
        "05, CT/TU, 5/CT/TU",
        "07, CT–UBND, 7/CT-UBND",
        "08, QĐ - UBND, 8/QD-UBND",
    })
    void readsTheFormsThatOccurAndFoldsThem(String number, String notation, String key) {
        assertThat(DocumentNumber.of(number, notation).map(DocumentNumber::key)).contains(key);
    }

    @ParameterizedTest
    @CsvSource({"abc, CT-UBND", "05, 'CT UBND!'", "1234567, CT-UBND", "05, -", "'', CT-UBND"})
    void refusesWhatIsNoNumber(String number, String notation) {
        assertThat(DocumentNumber.of(number, notation)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5/ct-ubnd, 5/CT-UBND", "005/CT–UBND, 5/CT-UBND", "12/qđ-ubnd, 12/QD-UBND"})
    void foldsWhatAPersonTypesAlike(String typed, String key) {
        assertThat(DocumentNumber.keyOf(typed)).isEqualTo(key);
    }
}
