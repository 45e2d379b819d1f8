package vn.hue.earchive.document.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.dossier.ClosingItem.Severity;

/**
 * The guards of closing (Decree 30/2020 Art 29.4, domain reference 4.4) as rules over facts; knows
 * no database and no language.
 */
final class ClosingRules {

    private ClosingRules() {}

    /**
     * What the rules look at.
     *
     * @param end the end that would be written: the given one, the dossier's or the last document's
     */
    record Facts(
            UUID dossierId,
            LocalDate start,
            @Nullable LocalDate end,
            LocalDate today,
            String confidence,
            @Nullable String paperFileCode,
            boolean retentionConfirmed,
            List<Doc> documents) {}

    /** A filed document. */
    record Doc(
            UUID id,
            String number,
            LocalDate issued,
            List<String> digests,
            boolean bytesPresent,
            boolean signaturesChecked) {}

    /**
     * What was found.
     *
     * @param args what the text names
     * @param repair what mends it, where an operation does
     */
    record Found(String code, Severity severity, List<String> args, @Nullable Repair repair) {}

    /** An operation on the dossier that mends a finding. */
    record Repair(String operation, String method, String below) {}

    private static final Repair AMEND = new Repair("amendDossier", "PATCH", "");
    private static final Repair FILE = new Repair("fileDocument", "POST", "/documents");

    static List<Found> check(Facts facts) {
        List<Found> found = new ArrayList<>();
        if (facts.documents().isEmpty()) {
            found.add(new Found("NO_DOCUMENTS", Severity.RED, List.of(), FILE));
        }
        dates(facts, found);
        contents(facts, found);
        if (facts.confidence().equals(Confidence.DIGITISED) && facts.paperFileCode() == null) {
            found.add(new Found("PAPER_FILE_CODE_MISSING", Severity.RED, List.of(), AMEND));
        }
        if (!facts.retentionConfirmed()) {
            found.add(new Found("RETENTION_NOT_CONFIRMED", Severity.AMBER, List.of(), null));
        }
        if (facts.documents().stream().anyMatch(d -> !d.signaturesChecked())) {
            found.add(new Found("SIGNATURES_NOT_CHECKED", Severity.AMBER, List.of(), null));
        }
        return found;
    }

    private static void dates(Facts facts, List<Found> found) {
        LocalDate end = facts.end();
        for (Doc document : facts.documents()) {
            if (document.issued().isBefore(facts.start())) {
                found.add(
                        new Found(
                                "STARTS_AFTER_DOCUMENT",
                                Severity.RED,
                                List.of(facts.start().toString(), document.number()),
                                AMEND));
            }
            if (end != null && document.issued().isAfter(end)) {
                found.add(
                        new Found(
                                "ENDS_BEFORE_DOCUMENT",
                                Severity.RED,
                                List.of(end.toString(), document.number()),
                                AMEND));
            }
        }
        if (end != null && end.isBefore(facts.start())) {
            found.add(
                    new Found(
                            "ENDS_BEFORE_START",
                            Severity.RED,
                            List.of(end.toString(), facts.start().toString()),
                            AMEND));
        }
        if (end != null && end.isAfter(facts.today())) {
            found.add(
                    new Found("ENDS_IN_THE_FUTURE", Severity.RED, List.of(end.toString()), AMEND));
        }
    }

    private static void contents(Facts facts, List<Found> found) {
        Map<String, Doc> byDigest = new HashMap<>();
        for (Doc document : facts.documents()) {
            Repair remove = new Repair("removeDocument", "DELETE", "/documents/" + document.id());
            if (document.digests().isEmpty()) {
                found.add(
                        new Found(
                                "DOCUMENT_WITHOUT_FILE",
                                Severity.RED,
                                List.of(document.number()),
                                remove));
            } else if (!document.bytesPresent()) {
                found.add(
                        new Found(
                                "CONTENT_IN_ARCHIVE_ALREADY",
                                Severity.RED,
                                List.of(document.number()),
                                remove));
            }
            for (String digest : document.digests()) {
                Doc first = byDigest.putIfAbsent(digest, document);
                if (first != null && !first.id().equals(document.id())) {
                    found.add(
                            new Found(
                                    "SAME_CONTENT_TWICE",
                                    Severity.RED,
                                    List.of(document.number(), first.number()),
                                    remove));
                }
            }
        }
    }
}
