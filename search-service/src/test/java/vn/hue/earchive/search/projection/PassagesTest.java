package vn.hue.earchive.search.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How a page is cut into passages. */
class PassagesTest {

    @Test
    void aShortPageIsOnePassage() {
        assertThat(Passages.of(" Điều 1.\nPhê duyệt ")).containsExactly("Điều 1.\nPhê duyệt");
        assertThat(Passages.of(" \n ")).isEmpty();
    }

    /** Red when a phrase of ten words that stands at an edge is in no passage. */
    @Test
    void everyPhraseStandsWholeInAPassage() {
        Random random = new Random(28);
        for (int round = 0; round < 50; round++) {
            StringBuilder page = new StringBuilder();
            for (int word = 0; word < 1500; word++) {
                page.append("từ").append(word).append(random.nextInt(9) == 0 ? "\n" : " ");
            }
            List<String> passages = Passages.of(page.toString());
            for (int word = 0; word + 10 <= 1500; word++) {
                String from = "từ" + word + " ";
                String to = "từ" + (word + 9);
                assertThat(passages)
                        .anyMatch(passage -> {
                            String line = " " + passage.replace('\n', ' ') + " ";
                            return line.contains(" " + from) && line.contains(" " + to + " ");
                        });
            }
            assertThat(passages).allMatch(passage -> passage.length() <= Passages.LENGTH);
        }
    }

    @Test
    void whatHasNoSpacesIsCutAllTheSame() {
        assertThat(String.join("", Passages.of("x".repeat(5000))).length()).isGreaterThan(4999);
        assertThat(Passages.of("𝒳".repeat(5000)))
                .allMatch(passage ->
                        passage.codePoints()
                                .noneMatch(c -> Character.getType(c) == Character.SURROGATE));
    }
}
