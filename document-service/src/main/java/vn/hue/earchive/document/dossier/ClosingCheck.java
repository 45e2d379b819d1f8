package vn.hue.earchive.document.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.dossier.ClosingItem.Severity;
import vn.hue.earchive.document.file.DocumentFile;
import vn.hue.earchive.document.file.DocumentFiles;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.register.RegisteredDocuments;
import vn.hue.earchive.document.retention.FixedRetention;
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
    private final DossierAccess access;
    private final Validation validation;
    private final Clock clock;

    ClosingCheck(
            Dossiers dossiers,
            RegisteredDocuments documents,
            DocumentFiles files,
            RetentionRules rules,
            DossierAccess access,
            Validation validation,
            Clock clock) {
        this.dossiers = dossiers;
        this.documents = documents;
        this.files = files;
        this.rules = rules;
        this.access = access;
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
        List<ClosingRules.Doc> docs = docs(dossier.id());
        List<LocalDate> media =
                dossier.mediaCount() == 0 ? List.of() : dossiers.mediaDates(dossier.id());
        LocalDate last =
                Stream.concat(docs.stream().map(ClosingRules.Doc::issued), media.stream())
                        .max(LocalDate::compareTo)
                        .orElse(null);
        LocalDate given = end != null ? end : dossier.endDate();
        LocalDate written = given != null ? given : last;
        Described said = dossier.described();
        List<ClosingItem> items =
                ClosingRules.check(
                                new ClosingRules.Facts(
                                        dossier.startDate(),
                                        written,
                                        LegalDate.today(clock),
                                        dossier.confidenceLevel(),
                                        said.paperFileCode(),
                                        said.medium(),
                                        said.paper(),
                                        period(dossier.retention()),
                                        docs,
                                        media,
                                        access(dossier)))
                        .stream()
                        .map(f -> item(dossier, f))
                        .toList();
        return new Result(
                written != null && items.stream().noneMatch(i -> i.severity() == Severity.RED),
                written,
                items);
    }

    /**
     * The check of a dossier that may be closed, with the end to write.
     *
     * @throws Problem CLOSING_CHECK_FAILED with every red item
     */
    Result demand(Dossier dossier, @Nullable LocalDate end) {
        Result result = check(dossier, end);
        if (!result.closable()) {
            throw new Problem(DocumentProblem.CLOSING_CHECK_FAILED, dossier.fileCode())
                    .withViolations(
                            result.items().stream()
                                    .filter(i -> i.severity() == Severity.RED)
                                    .map(i -> new Violation(hrefOf(i), i.code(), i.message()))
                                    .toList());
        }
        return result;
    }

    private static String hrefOf(ClosingItem item) {
        ClosingItem.Fix fix = item.fix();
        return fix == null ? "" : fix.href();
    }

    private ClosingRules.AccessDoubt access(Dossier dossier) {
        DossierAccess.Access now = access.ofDossier(dossier);
        if (now.decision() != null) {
            return ClosingRules.AccessDoubt.NONE;
        }
        return new ClosingRules.AccessDoubt(
                now.from().equals("RULE"),
                !now.personalData().equals("NONE"),
                now.suggested().maybeSecret(),
                now.suggested().grounds().stream()
                        .map(g -> g.label() + " (" + g.legalBasis() + ")")
                        .collect(Collectors.joining("; ")));
    }

    private ClosingRules.Period period(FixedRetention fixed) {
        Optional<FixedRetention> now = rules.fix(fixed.ruleCode());
        return new ClosingRules.Period(
                !fixed.code().isEmpty(),
                rules.isConfirmed(fixed.ruleCode()),
                now.filter(fixed::saysTheSame).isPresent(),
                fixed.ruleCode(),
                fixed.years());
    }

    private List<ClosingRules.Doc> docs(UUID dossierId) {
        List<Filing> filings = dossiers.filings(dossierId);
        if (filings.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = filings.stream().map(Filing::documentId).toList();
        Map<UUID, RegisteredDocument> known = documents.byId(ids);
        Map<UUID, List<DocumentFile>> filesOf = files.ofDocuments(ids);
        Set<UUID> withdrawn = dossiers.withdrawn(ids);
        return filings.stream()
                .map(f ->
                        DocumentFacts.of(
                                f.ordinal(),
                                Objects.requireNonNull(known.get(f.documentId())),
                                filesOf.getOrDefault(f.documentId(), List.of()),
                                withdrawn.contains(f.documentId())))
                .toList();
    }

    private ClosingItem item(Dossier dossier, ClosingRules.Found found) {
        Object[] args = found.args().toArray();
        return new ClosingItem(
                found.code(),
                found.severity(),
                Findings.text(validation.language(), found.code(), args),
                Findings.text(Validation.VIETNAMESE, found.code(), args),
                Findings.text(Locale.ENGLISH, found.code(), args),
                found.repair() == null ? null : found.repair().on(dossier));
    }
}
