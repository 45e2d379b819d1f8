package vn.hue.earchive.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.kit.problem.ProblemTexts;

/** Everything that is refused is said in both languages. */
class TextsTest {

    @Test
    void everyProblemHasTitleDetailAndNextStepInBothLanguages() {
        assertThat(ProblemTexts.missing(DocumentProblem.values())).isEmpty();
    }

    @Test
    void everyFindingHasATextInBothLanguages() {
        List<String> vietnamese =
                ResourceBundle.getBundle("violations", Locale.of("vi")).keySet().stream()
                        .sorted()
                        .toList();
        List<String> english =
                ResourceBundle.getBundle("violations", Locale.ENGLISH).keySet().stream()
                        .sorted()
                        .toList();
        assertThat(vietnamese).isEqualTo(english).isNotEmpty();
        assertThat(Findings.text(Locale.ENGLISH, "UNKNOWN_DOCUMENT"))
                .isEqualTo("The agency's register has no such document.");
    }
}
