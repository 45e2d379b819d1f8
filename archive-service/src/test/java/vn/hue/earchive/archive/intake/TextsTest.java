package vn.hue.earchive.archive.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hue.earchive.archive.access.ArchiveProblem;
import vn.hue.earchive.archive.sip.SipCode;
import vn.hue.earchive.archive.sip.SipFinding;
import vn.hue.earchive.kit.problem.ProblemTexts;

/** Everything that a person may be told has its words in both languages. */
class TextsTest {

    /** Red when a code is added without its texts. */
    @ParameterizedTest
    @EnumSource(FindingCode.class)
    void everyFindingIsWordedInBothLanguages(FindingCode code) {
        Finding finding = Finding.ofDossier(code, "a", "b", "c");

        assertThat(FindingTexts.vietnamese(finding)).isNotBlank().doesNotContain("{");
        assertThat(FindingTexts.english(finding))
                .isNotBlank()
                .isNotEqualTo(FindingTexts.vietnamese(finding));
    }

    /** Red when a reason to wait has no text of its own. */
    @ParameterizedTest
    @EnumSource(ManifestRefused.Reason.class)
    void everyReasonToBlockIsWorded(ManifestRefused.Reason reason) {
        for (Locale language : new Locale[] {FindingTexts.VIETNAMESE, Locale.ENGLISH}) {
            assertThat(FindingTexts.waiting(reason.name(), language))
                    .isNotEqualTo(FindingTexts.waiting("no such code", language));
        }
    }

    /** Red when a reason to refuse a package has no text in one of the languages. */
    @ParameterizedTest
    @EnumSource(SipCode.class)
    void everyReasonToRefuseAPackageIsWorded(SipCode code) {
        SipFinding finding = SipFinding.of(code, "goi/METS.xml", "1", "2");

        assertThat(FindingTexts.text(finding, FindingTexts.VIETNAMESE))
                .isNotBlank()
                .doesNotContain("{");
        assertThat(FindingTexts.text(finding, Locale.ENGLISH))
                .isNotBlank()
                .isNotEqualTo(FindingTexts.text(finding, FindingTexts.VIETNAMESE));
    }

    /** Red when a problem lacks a title, a detail or a next step. */
    @Test
    void everyProblemIsWordedInBothLanguages() {
        assertThat(ProblemTexts.missing(ArchiveProblem.values())).isEmpty();
    }
}
