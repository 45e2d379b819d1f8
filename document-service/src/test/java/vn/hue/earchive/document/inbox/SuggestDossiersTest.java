package vn.hue.earchive.document.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.numbering.DocumentNumber;
import vn.hue.earchive.document.text.VietnameseText;

/** Which dossier is suggested, and why. Red when a sign is lost or noise becomes a suggestion. */
class SuggestDossiersTest {

    private static final String CITY = "Ủy ban nhân dân thành phố Huế";

    private final Candidate flood =
            dossier(
                    "01-KT",
                    "Hồ sơ phòng, chống thiên tai và tìm kiếm cứu nạn năm 2026",
                    document("112", "KH-UBND", CITY, "Kế hoạch phòng, chống thiên tai năm 2026"));
    private final Candidate land =
            dossier(
                    "02-DC",
                    "Hồ sơ giải quyết khiếu nại về đất đai",
                    document("15", "UBND-TNMT", CITY, "Về việc đơn khiếu nại của công dân"));
    private final Candidate archive = dossier("03-VP", "Hồ sơ công tác văn thư, lưu trữ năm 2026");

    private final SuggestDossiers suggest = new SuggestDossiers(List.of(flood, land, archive));

    @Test
    void aDocumentThatNamesOneOfTheDossierComesFirst() {
        Features answer =
                document(
                        "9",
                        "BC-UBND",
                        "UBND phường An Cựu",
                        "Báo cáo theo Công văn số 15/UBND-TNMT");

        Suggestion best = suggest.of(answer).getFirst();

        assertThat(best.dossierId()).isEqualTo(land.id());
        assertThat(best.reasons())
                .contains(new Suggestion.Reason("NAMES_DOCUMENT", 50, "15/UBND-TNMT"));
    }

    @Test
    void wordsOfTheTitleAreFoundWithoutTonesAndTold() {
        Features typed =
                document(
                        "31",
                        "CV-PCTT",
                        "Ban chỉ huy",
                        "Tang cuong phong chong thien tai mua mua lu");

        assertThat(suggest.of(typed))
                .first()
                .satisfies(s -> {
                    assertThat(s.dossierId()).isEqualTo(flood.id());
                    assertThat(s.reasons())
                            .extracting(Suggestion.Reason::code)
                            .contains("WORDS_OF_TITLE");
                    assertThat(s.reasons().getFirst().seen()).contains("thiên tai");
                });
    }

    @Test
    void issuerAndTypeAloneSuggestNothing() {
        assertThat(suggest.of(document("77", "GM-UBND", CITY, "Mời họp giao ban"))).isEmpty();
    }

    @Test
    void issuerAndTypeStrengthenWhatTheContentSays() {
        String subject = "Về việc giải quyết khiếu nại";
        int stranger = suggest.of(document("8", "CV-X", "Cục Thuế", subject)).getFirst().score();
        int known = suggest.of(document("8", "CV-X", CITY, subject)).getFirst().score();

        assertThat(known).isGreaterThan(stranger);
    }

    @Test
    void neverMoreThanThreeAndNeverAboveAHundred() {
        List<Candidate> many = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            many.add(
                    dossier(
                            "0" + i,
                            "Hồ sơ phòng, chống thiên tai khu vực " + i,
                            document("112", "KH-UBND", CITY, "Phòng, chống thiên tai")));
        }
        List<Suggestion> found =
                new SuggestDossiers(many)
                        .of(document("5", "CV", CITY, "Phòng, chống thiên tai theo 112/KH-UBND"));

        assertThat(found).hasSize(3).allSatisfy(s -> assertThat(s.score()).isBetween(15, 100));
        assertThat(found)
                .allSatisfy(s ->
                        assertThat(s.reasons().stream().mapToInt(Suggestion.Reason::points).sum())
                                .isGreaterThanOrEqualTo(s.score()));
    }

    @Test
    void anEmptyOfficeAndAnOddSubjectHarmNothing() {
        assertThat(new SuggestDossiers(List.of()).of(document("1", "A", CITY, "x"))).isEmpty();
        assertThat(suggest.of(document("1", "A", CITY, "!!! 123 /// ---"))).isEmpty();
    }

    private static Candidate dossier(String notation, String title, Features... filed) {
        return new Candidate(
                UUID.randomUUID(), "H57.21.2026." + notation, title, null, List.of(filed));
    }

    private static Features document(
            String number, String notation, String issuer, String subject) {
        return new Features(
                UUID.randomUUID(),
                "22",
                "Công văn",
                number,
                notation,
                DocumentNumber.keyOf(number + "/" + notation),
                issuer,
                VietnameseText.fold(issuer),
                subject,
                keywords());
    }

    private static @Nullable String keywords() {
        return null;
    }
}
