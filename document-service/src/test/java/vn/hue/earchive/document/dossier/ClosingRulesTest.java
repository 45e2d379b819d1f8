package vn.hue.earchive.document.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.dossier.ClosingItem.Severity;
import vn.hue.earchive.document.dossier.ClosingRules.Doc;
import vn.hue.earchive.document.dossier.ClosingRules.Facts;
import vn.hue.earchive.document.dossier.ClosingRules.Found;

/** Each guard of closing, broken alone. Red when a guard is left out or weighs otherwise. */
class ClosingRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate APRIL = LocalDate.of(2025, 4, 1);

    @Test
    void findsNothingInACompleteDossier() {
        assertThat(found(APRIL, TODAY, "01", null, doc("a"), doc("b"))).isEmpty();
    }

    @Test
    void wantsADocument() {
        assertThat(found(APRIL, TODAY, "01", null)).containsExactly("RED NO_DOCUMENTS");
    }

    @Test
    void wantsTheDatesAroundTheDocuments() {
        assertThat(found(APRIL.plusDays(1), TODAY, "01", null, doc("a")))
                .containsExactly("RED STARTS_AFTER_DOCUMENT");
        assertThat(found(APRIL.minusDays(9), APRIL.minusDays(1), "01", null, doc("a")))
                .containsExactly("RED ENDS_BEFORE_DOCUMENT");
        assertThat(found(APRIL, TODAY.plusDays(1), "01", null, doc("a")))
                .containsExactly("RED ENDS_IN_THE_FUTURE");
    }

    @Test
    void wantsEveryContentOnce() {
        assertThat(found(APRIL, TODAY, "01", null, doc("a"), doc("a")))
                .containsExactly("RED SAME_CONTENT_TWICE");
    }

    @Test
    void wantsAFileInTheWorkingBucket() {
        Doc empty = new Doc(UUID.randomUUID(), "1/CT", APRIL, List.of(), true, true);
        Doc gone = new Doc(UUID.randomUUID(), "2/CT", APRIL, List.of("a"), false, true);
        assertThat(found(APRIL, TODAY, "01", null, empty, gone))
                .containsExactly("RED DOCUMENT_WITHOUT_FILE", "RED CONTENT_IN_ARCHIVE_ALREADY");
    }

    @Test
    void wantsTheCodeOfThePaperForADigitisedDossier() {
        assertThat(found(APRIL, TODAY, "02", null, doc("a")))
                .containsExactly("RED PAPER_FILE_CODE_MISSING");
        assertThat(found(APRIL, TODAY, "02", "K1.G2.H3.15", doc("a"))).isEmpty();
    }

    @Test
    void tellsWhatAPersonShouldLookAtWithoutStoppingThem() {
        Doc unchecked = new Doc(UUID.randomUUID(), "1/CT", APRIL, List.of("a"), true, false);
        assertThat(
                        ClosingRules.check(
                                new Facts(
                                        UUID.randomUUID(),
                                        APRIL,
                                        TODAY,
                                        TODAY,
                                        "01",
                                        null,
                                        false,
                                        List.of(unchecked))))
                .extracting(Found::severity)
                .containsExactly(Severity.AMBER, Severity.AMBER);
    }

    private static Doc doc(String digest) {
        return new Doc(UUID.randomUUID(), "05/CT-UBND", APRIL, List.of(digest), true, true);
    }

    private static List<String> found(
            LocalDate start,
            LocalDate end,
            String confidence,
            @Nullable String paper,
            Doc... docs) {
        return ClosingRules.check(
                        new Facts(
                                UUID.randomUUID(),
                                start,
                                end,
                                TODAY,
                                confidence,
                                paper,
                                true,
                                Stream.of(docs).toList()))
                .stream()
                .map(f -> f.severity() + " " + f.code())
                .toList();
    }
}
