package vn.hue.earchive.document.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Holds the quality that the README states. Red when a change of scoring or words makes the offers
 * worse than that, or the labelled titles fewer.
 */
class SuggestionQualityTest {

    private final SuggestionQuality quality = new SuggestionQuality();

    @AfterAll
    static void sayTheFigures() {
        SuggestionQuality.print(System.out);
    }

    @Test
    void theTitlesThatTheWordsWereNotMadeForFindTheirLine() {
        SuggestionQuality.Figures heldOut = quality.measure("held-out", true);

        assertThat(heldOut.titles()).isGreaterThanOrEqualTo(90);
        assertThat(heldOut.top1()).isGreaterThanOrEqualTo(0.82);
        assertThat(heldOut.top3()).isGreaterThanOrEqualTo(0.93);
    }

    @Test
    void titlesWithoutTonesFindItNearlyAsOften() {
        SuggestionQuality.Figures bare = quality.measure("", false);

        assertThat(bare.titles()).isGreaterThanOrEqualTo(180);
        assertThat(bare.top1()).isGreaterThanOrEqualTo(0.80);
        assertThat(bare.top3()).isGreaterThanOrEqualTo(0.92);
    }

    /** Red when the addition for the ordinary case is gone: the serious case stands first. */
    @Test
    void aTitleThatSaysNothingSpecialGetsTheOrdinaryCase() {
        assertThat(quality.offered("Hồ sơ giải quyết khiếu nại").getFirst()).isEqualTo("G9.06b");
        assertThat(quality.offered("Hồ sơ thanh tra").getFirst()).isEqualTo("G9.05b");
        assertThat(quality.offered("Hồ sơ khiếu nại nghiêm trọng").getFirst()).isEqualTo("G9.06a");
    }
}
