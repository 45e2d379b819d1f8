package vn.hue.earchive.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Red when i and y are exchanged where they mean different words, or a tone is lost. */
class SpellingVariantsTest {

    @ParameterizedTest
    @CsvSource({"vỹ,vĩ", "mỹ,mĩ", "kỹ,kĩ", "lý,lí", "sỹ,sĩ", "tỷ,tỉ", "hy,hi", "quý,quí", "ky,ki"})
    void knowsBothSpellings(String one, String other) {
        assertThat(SpellingVariants.of(one)).contains(other);
        assertThat(SpellingVariants.of(other)).contains(one);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tai", "tay", "thúy", "thúi", "ý", "đi", "ni", "huế", "kiên", "", "5"})
    void leavesOtherSyllablesAlone(String syllable) {
        assertThat(SpellingVariants.of(syllable)).isEmpty();
    }
}
