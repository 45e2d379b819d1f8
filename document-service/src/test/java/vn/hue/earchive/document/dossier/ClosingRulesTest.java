package vn.hue.earchive.document.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hue.earchive.document.access.DocumentAccess;
import vn.hue.earchive.document.dossier.ClosingRules.AccessDoubt;
import vn.hue.earchive.document.dossier.ClosingRules.Doc;
import vn.hue.earchive.document.dossier.ClosingRules.Facts;
import vn.hue.earchive.document.dossier.ClosingRules.Mandatory;
import vn.hue.earchive.document.dossier.ClosingRules.Period;
import vn.hue.earchive.document.dossier.ClosingRules.Signatures;
import vn.hue.earchive.document.validation.Findings;

/**
 * Each guard of closing, broken alone and together with every other one. Red when a guard is left
 * out, weighs otherwise, hides another, or names no way to mend it.
 */
class ClosingRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate APRIL = LocalDate.of(2025, 4, 1);
    private static final LocalDate MAY = LocalDate.of(2025, 5, 1);

    /** One way to break a complete dossier, and what must be found then. */
    record Breach(String finding, @Nullable String operation, Consumer<Case> how) {
        @Override
        public String toString() {
            return finding;
        }
    }

    /** A complete dossier, to be broken. */
    private static final class Case {
        LocalDate start = APRIL;
        @Nullable LocalDate end = MAY;
        String confidence = "01";
        @Nullable String paperFileCode;
        Medium medium = Medium.DIGITAL;
        @Nullable PaperOriginal paper;
        boolean fixed = true;
        boolean confirmed = true;
        boolean asInSchedule = true;
        @Nullable Integer years = 20;
        final List<Doc> documents = new ArrayList<>();
        final List<LocalDate> mediaDates = new ArrayList<>();
        AccessDoubt access = AccessDoubt.NONE;

        Case() {
            documents.add(doc(1, APRIL));
            documents.add(doc(2, MAY));
        }

        Doc change(int index, UnaryOperator<Doc> how) {
            return documents.set(index, how.apply(documents.get(index)));
        }

        Facts facts() {
            return new Facts(
                    start,
                    end,
                    TODAY,
                    confidence,
                    paperFileCode,
                    medium,
                    paper,
                    new Period(fixed, confirmed, asInSchedule, "G1.02", years),
                    documents,
                    mediaDates,
                    access);
        }
    }

    private static Doc doc(int ordinal, LocalDate issued) {
        UUID id = UUID.randomUUID();
        return new Doc(
                id,
                ordinal,
                "05/CT-UBND",
                issued,
                EnumSet.noneOf(Mandatory.class),
                id.toString(),
                List.of(id.toString()),
                true,
                false,
                false,
                false,
                Signatures.SETTLED,
                false);
    }

    private static Doc with(
            Doc d, String source, List<String> digests, boolean present, Signatures signatures) {
        return new Doc(
                d.id(),
                d.ordinal(),
                d.number(),
                d.issued(),
                d.missing(),
                source,
                digests,
                present,
                d.withdrawn(),
                d.mayBeDraft(),
                d.openTask(),
                signatures,
                d.outgoing());
    }

    private static Doc with(
            Doc d,
            Set<Mandatory> missing,
            boolean withdrawn,
            boolean mayBeDraft,
            boolean openTask) {
        return new Doc(
                d.id(),
                d.ordinal(),
                d.number(),
                d.issued(),
                missing,
                d.source(),
                d.digests(),
                d.bytesPresent(),
                withdrawn,
                mayBeDraft,
                openTask,
                d.signatures(),
                d.outgoing());
    }

    private static AccessDoubt doubt(
            AccessDoubt now, boolean stricter, boolean personal, boolean secret) {
        return new AccessDoubt(
                now.stricter() || stricter,
                now.personalData() || personal,
                now.maybeSecret() || secret,
                "Khiếu nại (33/2024/QH15 Điều 25)");
    }

    private static Breach missing(Mandatory field) {
        return new Breach(
                "RED DOCUMENT_WITHOUT_" + field,
                "getIncomingDocument",
                c ->
                        c.change(
                                0,
                                d -> {
                                    Set<Mandatory> all = EnumSet.of(field);
                                    all.addAll(d.missing());
                                    return with(
                                            d, all, d.withdrawn(), d.mayBeDraft(), d.openTask());
                                }));
    }

    /** Every guard; those on one document break document 1 or 2, so that they do not meet. */
    static Stream<Breach> breaches() {
        return Stream.of(
                new Breach(
                        "RED MAYBE_SECRET",
                        "decideDossierAccess",
                        c -> c.access = doubt(c.access, false, false, true)),
                new Breach(
                        "AMBER ACCESS_RULE_STRICTER",
                        "decideDossierAccess",
                        c -> c.access = doubt(c.access, true, false, false)),
                new Breach(
                        "AMBER PERSONAL_DATA_NOT_DECIDED",
                        "decideDossierAccess",
                        c -> c.access = doubt(c.access, false, true, false)),
                missing(Mandatory.TYPE),
                missing(Mandatory.DATE),
                missing(Mandatory.ISSUER),
                missing(Mandatory.SUBJECT),
                new Breach(
                        "RED STARTS_AFTER_DOCUMENT",
                        "amendDossier",
                        c -> c.start = APRIL.plusDays(1)),
                new Breach(
                        "RED ENDS_BEFORE_DOCUMENT", "amendDossier", c -> c.end = MAY.minusDays(1)),
                new Breach(
                        "RED ENDS_IN_THE_FUTURE", "amendDossier", c -> c.end = TODAY.plusDays(1)),
                new Breach(
                        "RED SAME_CONTENT_TWICE",
                        "removeDocument",
                        c ->
                                c.change(
                                        1,
                                        d ->
                                                with(
                                                        d,
                                                        d.source(),
                                                        c.documents.get(0).digests(),
                                                        d.bytesPresent(),
                                                        d.signatures()))),
                new Breach(
                        "AMBER SAME_NUMBER_TWICE",
                        "removeDocument",
                        c ->
                                c.change(
                                        1,
                                        d ->
                                                with(
                                                        d,
                                                        c.documents.get(0).source(),
                                                        d.digests(),
                                                        d.bytesPresent(),
                                                        d.signatures()))),
                new Breach(
                        "RED DOCUMENT_WITHOUT_FILE",
                        "removeDocument",
                        c ->
                                c.change(
                                        0,
                                        d -> with(d, d.source(), List.of(), true, d.signatures()))),
                new Breach(
                        "RED CONTENT_IN_ARCHIVE_ALREADY",
                        "removeDocument",
                        c ->
                                c.change(
                                        1,
                                        d ->
                                                with(
                                                        d,
                                                        d.source(),
                                                        d.digests(),
                                                        false,
                                                        d.signatures()))),
                new Breach(
                        "AMBER WITHDRAWN_DOCUMENT",
                        "removeDocument",
                        c ->
                                c.change(
                                        1,
                                        d ->
                                                with(
                                                        d,
                                                        d.missing(),
                                                        true,
                                                        d.mayBeDraft(),
                                                        d.openTask()))),
                new Breach(
                        "AMBER MAY_BE_DRAFT",
                        "removeDocument",
                        c ->
                                c.change(
                                        0,
                                        d ->
                                                with(
                                                        d,
                                                        d.missing(),
                                                        d.withdrawn(),
                                                        true,
                                                        d.openTask()))),
                new Breach(
                        "RED OPEN_TASK",
                        "getIncomingDocument",
                        c ->
                                c.change(
                                        1,
                                        d ->
                                                with(
                                                        d,
                                                        d.missing(),
                                                        d.withdrawn(),
                                                        d.mayBeDraft(),
                                                        true))),
                new Breach("RED PAPER_FILE_CODE_MISSING", "amendDossier", c -> c.confidence = "02"),
                new Breach(
                        "RED RETENTION_NOT_SET", "overrideDossierRetention", c -> c.fixed = false),
                new Breach(
                        "AMBER RETENTION_CHANGED_IN_SCHEDULE",
                        "overrideDossierRetention",
                        c -> c.asInSchedule = false),
                new Breach("AMBER RETENTION_NOT_CONFIRMED", null, c -> c.confirmed = false),
                new Breach(
                        "AMBER SIGNATURES_NOT_CHECKED",
                        "getDocumentSignatures",
                        c ->
                                c.change(
                                        0,
                                        d ->
                                                with(
                                                        d,
                                                        d.source(),
                                                        d.digests(),
                                                        d.bytesPresent(),
                                                        Signatures.NOT_CHECKED))),
                new Breach(
                        "AMBER SIGNATURE_IN_DOUBT",
                        "getDocumentSignatures",
                        c ->
                                c.change(
                                        1,
                                        d ->
                                                with(
                                                        d,
                                                        d.source(),
                                                        d.digests(),
                                                        d.bytesPresent(),
                                                        Signatures.IN_DOUBT))));
    }

    @Test
    void findsNothingInACompleteDossier() {
        assertThat(found(new Case())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void findsTheGuardThatIsBrokenAloneAndNamesWhatMendsIt(Breach breach) {
        Case broken = new Case();
        breach.how().accept(broken);

        assertThat(ClosingRules.check(broken.facts()))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.severity() + " " + f.code()).isEqualTo(breach.finding());
                    Repair repair = f.repair();
                    assertThat(repair == null ? null : repair.operationId())
                            .isEqualTo(breach.operation());
                });
    }

    static Stream<Arguments> pairs() {
        List<Breach> all = breaches().toList();
        return all.stream()
                .flatMap(a -> all.stream().filter(b -> canMeet(a, b)).map(b -> Arguments.of(a, b)));
    }

    /** No end is both too early and in the future; what has no file has no copy. */
    private static boolean canMeet(Breach a, Breach b) {
        Set<String> both = new TreeSet<>(List.of(code(a), code(b)));
        return both.size() == 2
                && !both.equals(Set.of("ENDS_BEFORE_DOCUMENT", "ENDS_IN_THE_FUTURE"))
                && !both.equals(Set.of("SAME_CONTENT_TWICE", "DOCUMENT_WITHOUT_FILE"));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void findsBothOfTwoBrokenGuardsUnlessOneSaysTheOther(Breach one, Breach other) {
        Case both = new Case();
        one.how().accept(both);
        other.how().accept(both);
        Set<String> expected = new TreeSet<>(Set.of(one.finding(), other.finding()));
        overlap(expected);

        assertThat(new TreeSet<>(found(both))).isEqualTo(expected);
    }

    private static void overlap(Set<String> found) {
        if (found.contains("RED SAME_CONTENT_TWICE")) {
            found.remove("AMBER SAME_NUMBER_TWICE");
        }
        if (found.contains("RED RETENTION_NOT_SET")
                || found.contains("AMBER RETENTION_CHANGED_IN_SCHEDULE")) {
            found.remove("AMBER RETENTION_NOT_CONFIRMED");
        }
        if (found.contains("RED RETENTION_NOT_SET")) {
            found.remove("AMBER RETENTION_CHANGED_IN_SCHEDULE");
        }
    }

    private static String code(Breach breach) {
        return breach.finding().split(" ")[1];
    }

    @Test
    void wantsADocument() {
        Case empty = new Case();
        empty.documents.clear();
        assertThat(found(empty)).containsExactly("RED NO_DOCUMENTS");
    }

    @Test
    void saysThatTheEndLiesBeforeTheStart() {
        Case reversed = new Case();
        reversed.documents.clear();
        reversed.documents.add(doc(1, MAY));
        reversed.start = MAY;
        reversed.end = APRIL;
        assertThat(found(reversed))
                .containsExactly("RED ENDS_BEFORE_DOCUMENT", "RED ENDS_BEFORE_START");
    }

    @Test
    void wantsTheOrderOfTheDatesFromOneWithoutGaps() {
        for (List<Doc> wrong :
                List.of(
                        List.of(doc(1, MAY), doc(2, APRIL)),
                        List.of(doc(1, APRIL), doc(3, MAY)),
                        List.of(doc(2, APRIL), doc(3, MAY)))) {
            Case broken = new Case();
            broken.documents.clear();
            broken.documents.addAll(wrong);
            assertThat(found(broken)).containsExactly("AMBER DOCUMENTS_OUT_OF_ORDER");
        }
    }

    @Test
    void wantsTheDatesAroundThePhotosAndTakesThemForContent() {
        Case album = new Case();
        album.documents.clear();
        album.mediaDates.addAll(List.of(APRIL, MAY));
        assertThat(found(album)).isEmpty();
        album.start = APRIL.plusDays(1);
        album.end = MAY.minusDays(1);
        assertThat(found(album)).containsExactly("RED STARTS_AFTER_ITEM", "RED ENDS_BEFORE_ITEM");
    }

    @Test
    void sendsTheDateThatMendsADate() {
        Case late = new Case();
        late.start = MAY;
        assertThat(ClosingRules.check(late.facts()))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.args()).containsExactly("01/05/2025", "05/CT-UBND");
                    assertThat(Objects.requireNonNull(f.repair()).send())
                            .isEqualTo(Map.of("startDate", "2025-04-01"));
                });
    }

    @Test
    void wantsPlaceCodeAndSheetsOfPaper() {
        PaperOriginal placed = new PaperOriginal("K1", "G2", "H3", null, null);
        assertThat(paper(Medium.PAPER, null, null, 20))
                .containsExactly(
                        "RED PAPER_FILE_CODE_MISSING",
                        "RED PAPER_LOCATION_MISSING",
                        "RED SHEETS_NOT_COUNTED");
        assertThat(paper(Medium.HYBRID, "A.K1-G2-H3.15", placed, 20))
                .containsExactly("RED SHEETS_NOT_COUNTED");
        assertThat(paper(Medium.HYBRID, "A.K1-G2-H3.15", placed, null))
                .as("permanent")
                .containsExactly("RED SHEETS_NOT_COUNTED");
        assertThat(paper(Medium.HYBRID, "A.K1-G2-H3.15", placed, 4)).isEmpty();
        assertThat(
                        paper(
                                Medium.PAPER,
                                "A.K1-G2-H3.15",
                                new PaperOriginal("K1", "G2", "H3", 40, "01"),
                                70))
                .isEmpty();
        assertThat(paper(Medium.DIGITAL, "GIAY-1", null, 20))
                .containsExactly("AMBER PAPER_FILE_CODE_FORM");
        Case mixed = new Case();
        mixed.confidence = "03";
        assertThat(found(mixed)).containsExactly("AMBER PAPER_FILE_CODE_ADVISED");
    }

    @Test
    void aPaperDocumentNeedsNoFileInADossierWithPaper() {
        Case hybrid = new Case();
        hybrid.medium = Medium.HYBRID;
        hybrid.paperFileCode = "A.K1-G2-H3.15";
        hybrid.paper = new PaperOriginal("K1", "G2", "H3", 40, null);
        hybrid.change(0, d -> with(d, d.source(), List.of(), true, d.signatures()));
        assertThat(found(hybrid)).containsExactly("AMBER DOCUMENT_ON_PAPER_ONLY");
    }

    @Test
    void knowsDraftsByTheNamesOfTheirFiles() {
        for (String name :
                List.of("Dự thảo QĐ.docx", "Du_thao-lan-2.pdf", "QD duthao.docx", "DRAFT 1.pdf")) {
            assertThat(DocumentFacts.isDraft(name)).as(name).isTrue();
        }
        for (String name :
                List.of("Quyết định 12.pdf", "overdrafts.pdf", "Dự toán thảo luận.pdf")) {
            assertThat(DocumentFacts.isDraft(name)).as(name).isFalse();
        }
    }

    /** Red when a finding sends people to an operation that does not exist. */
    @Test
    void everyRepairIsAnOperationOfTheInterface() {
        assertThat(breaches().map(Breach::operation).filter(Objects::nonNull))
                .isSubsetOf(new DocumentAccess().permissions().keySet());
    }

    /** Red when a clerk is sent to the register that does not have the document. */
    @Test
    void whatIsMendedInTheRegisterIsSentToTheRegisterThatHasIt() {
        UUID id = UUID.randomUUID();
        for (Repair outgoing : List.of(Repair.correct(id, true), Repair.complete(id, true))) {
            assertThat(outgoing.operationId()).isEqualTo("getOutgoingDocument");
            assertThat(outgoing.href()).isEqualTo("/v1/outgoing-documents/" + id);
        }
        assertThat(Repair.correct(id, false).href()).isEqualTo("/v1/incoming-documents/" + id);
    }

    /** Red when a finding has no words. */
    @Test
    void everythingFoundIsSaidInBothLanguages() {
        breaches()
                .map(ClosingRulesTest::code)
                .forEach(code -> {
                    assertThat(Findings.text(Locale.of("vi"), code, "a", "b")).isNotBlank();
                    assertThat(Findings.text(Locale.ENGLISH, code, "a", "b")).isNotBlank();
                });
    }

    private static List<String> paper(
            Medium medium,
            @Nullable String code,
            @Nullable PaperOriginal paper,
            @Nullable Integer years) {
        Case c = new Case();
        c.medium = medium;
        c.paperFileCode = code;
        c.paper = paper;
        c.years = years;
        return found(c);
    }

    private static List<String> found(Case c) {
        return ClosingRules.check(c.facts()).stream()
                .map(f -> f.severity() + " " + f.code())
                .toList();
    }
}
