package vn.hue.earchive.document.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.dossier.ClosingItem.Severity;

/**
 * The guards of closing (Decree 30/2020 Art 29.4, domain reference 4.4) as rules over facts; knows
 * no database and no language. RED is what the law or the archive would not take, AMBER what a
 * person has to look at.
 */
final class ClosingRules {

    /** Paper of at least this many years has its sheets numbered (Decree 30/2020 Art 29.4). */
    private static final int SHEETS_FROM_YEARS = 5;

    private ClosingRules() {}

    /**
     * What the rules look at.
     *
     * @param end the end that would be written: the given one, the dossier's or the last document's
     * @param documents in the order of their ordinals
     * @param mediaDates dates of the photos and recordings, earliest first
     * @param access what nobody has decided yet
     */
    record Facts(
            LocalDate start,
            @Nullable LocalDate end,
            LocalDate today,
            String confidence,
            @Nullable String paperFileCode,
            Medium medium,
            @Nullable PaperOriginal paper,
            Period period,
            List<Doc> documents,
            List<LocalDate> mediaDates,
            AccessDoubt access) {}

    /**
     * What the access rules say beyond what is written, while no person has decided.
     *
     * @param ground the rule and its legal basis
     */
    record AccessDoubt(boolean stricter, boolean personalData, boolean maybeSecret, String ground) {

        static final AccessDoubt NONE = new AccessDoubt(false, false, false, "");
    }

    /**
     * The retention of the dossier beside the schedule.
     *
     * @param years null for a period that is not counted in years, as a permanent one
     */
    record Period(
            boolean fixed,
            boolean confirmed,
            boolean asInSchedule,
            String ruleCode,
            @Nullable Integer years) {}

    /**
     * A filed document.
     *
     * @param missing mandatory fields without a value
     * @param source number, issuer and date folded for comparison
     * @param withdrawn recalled, replaced or sent back
     * @param mayBeDraft its files say so by their names
     * @param openTask handling is not completed
     * @param outgoing it stands in the other register
     */
    record Doc(
            UUID id,
            int ordinal,
            String number,
            LocalDate issued,
            Set<Mandatory> missing,
            String source,
            List<String> digests,
            boolean bytesPresent,
            boolean withdrawn,
            boolean mayBeDraft,
            boolean openTask,
            Signatures signatures,
            boolean outgoing) {}

    /** What every document must say of itself. */
    enum Mandatory {
        TYPE,
        DATE,
        ISSUER,
        SUBJECT
    }

    /** What the stored signature report of a document says. */
    enum Signatures {
        NOT_CHECKED,
        IN_DOUBT,
        SETTLED
    }

    /**
     * What was found.
     *
     * @param args what the text names
     * @param repair what mends it, where an operation does
     */
    record Found(String code, Severity severity, List<String> args, @Nullable Repair repair) {}

    static List<Found> check(Facts facts) {
        List<Found> found = new ArrayList<>();
        if (facts.documents().isEmpty() && facts.mediaDates().isEmpty()) {
            found.add(red("NO_DOCUMENTS", Repair.file()));
        }
        for (Doc document : facts.documents()) {
            described(document, found);
            content(facts, document, found);
            work(document, found);
        }
        duplicates(facts, found);
        dates(facts, found);
        order(facts, found);
        paper(facts, found);
        retention(facts.period(), found);
        signatures(facts, found);
        access(facts.access(), found);
        return found;
    }

    private static void access(AccessDoubt doubt, List<Found> found) {
        if (doubt.maybeSecret()) {
            found.add(red("MAYBE_SECRET", Repair.access(), doubt.ground()));
        }
        if (doubt.stricter()) {
            found.add(amber("ACCESS_RULE_STRICTER", Repair.access(), doubt.ground()));
        }
        if (doubt.personalData()) {
            found.add(amber("PERSONAL_DATA_NOT_DECIDED", Repair.access(), doubt.ground()));
        }
    }

    private static void described(Doc document, List<Found> found) {
        for (Mandatory field : Mandatory.values()) {
            if (document.missing().contains(field)) {
                found.add(
                        red(
                                "DOCUMENT_WITHOUT_" + field,
                                Repair.correct(document.id(), document.outgoing()),
                                document.number()));
            }
        }
    }

    private static void content(Facts facts, Doc document, List<Found> found) {
        Repair remove = Repair.remove(document.id());
        if (document.digests().isEmpty()) {
            found.add(
                    facts.medium().hasPaper()
                            ? amber("DOCUMENT_ON_PAPER_ONLY", null, document.number())
                            : red("DOCUMENT_WITHOUT_FILE", remove, document.number()));
        } else if (!document.bytesPresent()) {
            found.add(red("CONTENT_IN_ARCHIVE_ALREADY", remove, document.number()));
        }
    }

    private static void work(Doc document, List<Found> found) {
        if (document.withdrawn()) {
            found.add(amber("WITHDRAWN_DOCUMENT", Repair.remove(document.id()), document.number()));
        }
        if (document.mayBeDraft()) {
            found.add(amber("MAY_BE_DRAFT", Repair.remove(document.id()), document.number()));
        }
        if (document.openTask()) {
            found.add(
                    red(
                            "OPEN_TASK",
                            Repair.complete(document.id(), document.outgoing()),
                            document.number()));
        }
    }

    private static void duplicates(Facts facts, List<Found> found) {
        Map<String, Doc> byDigest = new HashMap<>();
        Map<String, Doc> bySource = new HashMap<>();
        for (Doc document : facts.documents()) {
            Doc same = null;
            for (String digest : document.digests()) {
                Doc first = byDigest.putIfAbsent(digest, document);
                same = first == null || first.id().equals(document.id()) ? same : first;
            }
            Doc sameSource = bySource.putIfAbsent(document.source(), document);
            if (same != null) {
                found.add(
                        red(
                                "SAME_CONTENT_TWICE",
                                Repair.remove(document.id()),
                                document.number(),
                                same.number()));
            } else if (sameSource != null) {
                found.add(
                        amber(
                                "SAME_NUMBER_TWICE",
                                Repair.remove(document.id()),
                                document.number(),
                                day(document.issued())));
            }
        }
    }

    private static void dates(Facts facts, List<Found> found) {
        LocalDate end = facts.end();
        facts.documents().stream()
                .filter(d -> d.issued().isBefore(facts.start()))
                .min(Comparator.comparing(Doc::issued))
                .ifPresent(d ->
                        found.add(
                                red(
                                        "STARTS_AFTER_DOCUMENT",
                                        Repair.amend("startDate", d.issued()),
                                        day(facts.start()),
                                        d.number())));
        List<LocalDate> media = facts.mediaDates();
        if (!media.isEmpty() && media.getFirst().isBefore(facts.start())) {
            found.add(
                    red(
                            "STARTS_AFTER_ITEM",
                            Repair.amend("startDate", media.getFirst()),
                            day(facts.start()),
                            day(media.getFirst())));
        }
        if (end == null) {
            return;
        }
        if (!media.isEmpty() && media.getLast().isAfter(end)) {
            found.add(
                    red(
                            "ENDS_BEFORE_ITEM",
                            Repair.amend("endDate", media.getLast()),
                            day(end),
                            day(media.getLast())));
        }
        facts.documents().stream()
                .filter(d -> d.issued().isAfter(end))
                .max(Comparator.comparing(Doc::issued))
                .ifPresent(d ->
                        found.add(
                                red(
                                        "ENDS_BEFORE_DOCUMENT",
                                        Repair.amend("endDate", d.issued()),
                                        day(end),
                                        d.number())));
        if (end.isBefore(facts.start())) {
            found.add(
                    red(
                            "ENDS_BEFORE_START",
                            Repair.amend("endDate", null),
                            day(end),
                            day(facts.start())));
        }
        if (end.isAfter(facts.today())) {
            found.add(red("ENDS_IN_THE_FUTURE", Repair.amend("endDate", null), day(end)));
        }
    }

    /** Closing numbers the documents 1..n by their dates; a person may want to know before. */
    private static void order(Facts facts, List<Found> found) {
        LocalDate before = LocalDate.MIN;
        int ordinal = 0;
        for (Doc document : facts.documents()) {
            if (document.ordinal() != ++ordinal || document.issued().isBefore(before)) {
                found.add(amber("DOCUMENTS_OUT_OF_ORDER", Repair.close(), document.number()));
                return;
            }
            before = document.issued();
        }
    }

    private static void paper(Facts facts, List<Found> found) {
        boolean digitised = facts.confidence().equals(Confidence.DIGITISED);
        boolean mixed = facts.confidence().equals(Confidence.MIXED);
        String code = facts.paperFileCode();
        if (code == null && (digitised || facts.medium().hasPaper())) {
            found.add(red("PAPER_FILE_CODE_MISSING", Repair.amend("paperFileCode", null)));
        } else if (code == null && mixed) {
            found.add(amber("PAPER_FILE_CODE_ADVISED", Repair.amend("paperFileCode", null)));
        } else if (code != null && !isPaperFileCode(code)) {
            found.add(amber("PAPER_FILE_CODE_FORM", Repair.amend("paperFileCode", null), code));
        }
        if (!facts.medium().hasPaper()) {
            return;
        }
        PaperOriginal paper = facts.paper();
        if (paper == null || !paper.isLocated()) {
            found.add(
                    red(
                            "PAPER_LOCATION_MISSING",
                            Repair.amend("paperStore", "paperShelf", "paperBox")));
        }
        Integer years = facts.period().years();
        boolean kept = years == null || years >= SHEETS_FROM_YEARS;
        if (kept && (paper == null || paper.sheets() == null)) {
            found.add(red("SHEETS_NOT_COUNTED", Repair.amend("sheetCount", null)));
        }
    }

    /** {@code [mã CQLT].[kho/giá/hộp].[số hồ sơ giấy]}. */
    private static boolean isPaperFileCode(String code) {
        return code.split("\\.").length >= 3;
    }

    private static void retention(Period period, List<Found> found) {
        if (!period.fixed()) {
            found.add(red("RETENTION_NOT_SET", Repair.retention()));
            return;
        }
        if (!period.asInSchedule()) {
            found.add(
                    amber("RETENTION_CHANGED_IN_SCHEDULE", Repair.retention(), period.ruleCode()));
        } else if (!period.confirmed()) {
            found.add(amber("RETENTION_NOT_CONFIRMED", null));
        }
    }

    private static void signatures(Facts facts, List<Found> found) {
        facts.documents().stream()
                .filter(d -> d.signatures() == Signatures.NOT_CHECKED)
                .findFirst()
                .ifPresent(
                        d -> found.add(amber("SIGNATURES_NOT_CHECKED", Repair.signatures(d.id()))));
        for (Doc document : facts.documents()) {
            if (document.signatures() == Signatures.IN_DOUBT) {
                found.add(
                        amber(
                                "SIGNATURE_IN_DOUBT",
                                Repair.signatures(document.id()),
                                document.number()));
            }
        }
    }

    private static String day(LocalDate date) {
        return "%02d/%02d/%d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }

    private static Found red(String code, @Nullable Repair repair, String... args) {
        return new Found(code, Severity.RED, List.of(args), repair);
    }

    private static Found amber(String code, @Nullable Repair repair, String... args) {
        return new Found(code, Severity.AMBER, List.of(args), repair);
    }
}
