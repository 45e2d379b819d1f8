package vn.hue.earchive.document.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.dossier.ClosingItem.Severity;
import vn.hue.earchive.document.file.DocumentFile;
import vn.hue.earchive.document.file.DocumentFiles;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.register.RegisteredDocuments;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.retention.RetentionRules;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.problem.Violation;
import vn.hue.earchive.kit.time.LegalDate;

/** Says what stands between a dossier and its closing, in plain words and with what mends it. */
@ApplicationScoped
class ClosingCheck {

    private final Dossiers dossiers;
    private final RegisteredDocuments documents;
    private final DocumentFiles files;
    private final RetentionRules rules;
    private final Validation validation;
    private final Clock clock;

    ClosingCheck(
            Dossiers dossiers,
            RegisteredDocuments documents,
            DocumentFiles files,
            RetentionRules rules,
            Validation validation,
            Clock clock) {
        this.dossiers = dossiers;
        this.documents = documents;
        this.files = files;
        this.rules = rules;
        this.validation = validation;
        this.clock = clock;
    }

    /**
     * The result for a reader.
     *
     * @param closable true when nothing is red
     * @param endDate the end that closing would write; absent while there is no document
     */
    record Result(boolean closable, @Nullable LocalDate endDate, List<ClosingItem> items) {}

    /**
     * @param end the end that a person gives; otherwise the dossier's, otherwise the date of the
     *     last document
     */
    Result check(Dossier dossier, @Nullable LocalDate end) {
        List<UUID> ids = dossiers.filings(dossier.id()).stream().map(Filing::documentId).toList();
        Map<UUID, RegisteredDocument> known = ids.isEmpty() ? Map.of() : documents.byId(ids);
        Map<UUID, List<DocumentFile>> filesOf = ids.isEmpty() ? Map.of() : files.ofDocuments(ids);
        List<ClosingRules.Doc> docs =
                known.values().stream()
                        .map(d -> doc(d, filesOf.getOrDefault(d.id(), List.of())))
                        .toList();
        LocalDate last =
                docs.stream().map(ClosingRules.Doc::issued).max(LocalDate::compareTo).orElse(null);
        LocalDate given = end != null ? end : dossier.endDate();
        LocalDate written = given != null ? given : last;
        List<ClosingItem> items =
                ClosingRules.check(
                                new ClosingRules.Facts(
                                        dossier.id(),
                                        dossier.startDate(),
                                        written,
                                        LegalDate.today(clock),
                                        dossier.confidenceLevel(),
                                        dossier.paperFileCode(),
                                        rules.isConfirmed(dossier.retention().ruleCode()),
                                        docs))
                        .stream()
                        .map(f -> item(dossier.id(), f))
                        .toList();
        return new Result(
                items.stream().noneMatch(i -> i.severity() == Severity.RED), written, items);
    }

    /**
     * @return the end to write
     * @throws Problem CLOSING_CHECK_FAILED with every red item
     */
    LocalDate demand(Dossier dossier, @Nullable LocalDate end) {
        Result result = check(dossier, end);
        LocalDate written = result.endDate();
        if (!result.closable() || written == null) {
            throw new Problem(DocumentProblem.CLOSING_CHECK_FAILED, dossier.fileCode())
                    .withViolations(
                            result.items().stream()
                                    .filter(i -> i.severity() == Severity.RED)
                                    .map(i -> new Violation(fixOf(i), i.code(), i.message()))
                                    .toList());
        }
        return written;
    }

    private static String fixOf(ClosingItem item) {
        ClosingItem.Fix fix = item.fix();
        return fix == null ? "" : fix.path();
    }

    private static ClosingRules.Doc doc(RegisteredDocument document, List<DocumentFile> files) {
        return new ClosingRules.Doc(
                document.id(),
                document.number() + "/" + document.notation(),
                document.issuedDate(),
                files.stream().map(DocumentFile::sha256).toList(),
                files.stream().allMatch(DocumentFile::isPresent),
                files.stream().noneMatch(f -> f.signature().equals("NOT_CHECKED")));
    }

    private ClosingItem item(UUID dossierId, ClosingRules.Found found) {
        Object[] args = found.args().toArray();
        ClosingRules.Repair repair = found.repair();
        return new ClosingItem(
                found.code(),
                found.severity(),
                Findings.text(validation.language(), found.code(), args),
                Findings.text(Validation.VIETNAMESE, found.code(), args),
                Findings.text(Locale.ENGLISH, found.code(), args),
                repair == null
                        ? null
                        : new ClosingItem.Fix(
                                repair.operation(),
                                repair.method(),
                                "/v1/dossiers/" + dossierId + repair.below()));
    }
}
