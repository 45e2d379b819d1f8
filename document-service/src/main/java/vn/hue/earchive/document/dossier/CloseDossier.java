package vn.hue.earchive.document.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.dossier.DossierState.Command;
import vn.hue.earchive.document.events.DossierClosed;
import vn.hue.earchive.document.period.HandOverKind;
import vn.hue.earchive.document.period.StatutoryPeriods;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.register.RegisteredDocuments;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.time.LegalDate;

/**
 * Closes a complete dossier: nothing red in the check, documents put in the order of their dates,
 * end written, last day of the hand-over set.
 */
@ApplicationScoped
class CloseDossier {

    private static final CloseDossierRequest NOTHING_SAID =
            new CloseDossierRequest(null, null, null);

    private final ChangeDossier change;
    private final Dossiers dossiers;
    private final RegisteredDocuments documents;
    private final ClosingCheck check;
    private final StatutoryPeriods periods;
    private final Validation validation;

    CloseDossier(
            ChangeDossier change,
            Dossiers dossiers,
            RegisteredDocuments documents,
            ClosingCheck check,
            StatutoryPeriods periods,
            Validation validation) {
        this.change = change;
        this.dossiers = dossiers;
        this.documents = documents;
        this.check = check;
        this.periods = periods;
        this.validation = validation;
    }

    @Transactional
    Answer<DossierView> once(
            UUID id,
            @Nullable CloseDossierRequest request,
            @Nullable String ifMatch,
            @Nullable String key) {
        Map<String, Object> details = new HashMap<>();
        return change.once(
                "closeDossier",
                id,
                ifMatch,
                key,
                request == null ? Map.of() : request,
                dossier -> close(dossier, request == null ? NOTHING_SAID : request, details),
                details);
    }

    private DossierClosed close(
            Dossier dossier, CloseDossierRequest said, Map<String, Object> details) {
        dossier.require(Command.CLOSE);
        HandOverKind kind = kind(said);
        ClosingCheck.Result checked = check.demand(dossier, said.endDate());
        LocalDate end = Objects.requireNonNull(checked.endDate());
        // Whoever closes has seen these, and answers for them.
        details.put(
                "accepted", checked.items().stream().map(ClosingItem::code).distinct().toList());
        putInOrder(dossier.id());
        LocalDate today = LegalDate.today(change.clock());
        dossier.handOverAs(kind);
        LocalDate start = said.settledOn() == null ? end : said.settledOn();
        dossier.close(today, end, periods.handOverDueOn(kind, start));
        return new DossierClosed(
                dossier.agencyId(),
                dossier.version(),
                change.clock().instant(),
                dossier.description());
    }

    /** Only construction works have a final settlement, and their period needs its day. */
    private HandOverKind kind(CloseDossierRequest said) {
        Findings findings = validation.of(said);
        LocalDate settled = said.settledOn();
        boolean construction = HandOverKind.CONSTRUCTION.name().equals(said.handOverKind());
        findings.addUnless(!construction || settled != null, "/settledOn", "REQUIRED");
        findings.addUnless(construction || settled == null, "/settledOn", "ONLY_FOR_CONSTRUCTION");
        findings.addUnless(
                settled == null || !settled.isAfter(LegalDate.today(change.clock())),
                "/settledOn",
                "IN_THE_FUTURE");
        findings.raise();
        String named = said.handOverKind();
        return named == null ? HandOverKind.DIGITAL : HandOverKind.valueOf(named);
    }

    private void putInOrder(UUID dossierId) {
        List<Filing> filings = dossiers.filings(dossierId);
        Map<UUID, RegisteredDocument> known =
                documents.byId(filings.stream().map(Filing::documentId).toList());
        Map<UUID, Filing> places =
                filings.stream().collect(Collectors.toMap(Filing::documentId, f -> f));
        List<RegisteredDocument> ordered =
                known.values().stream()
                        .sorted(
                                Comparator.comparing(RegisteredDocument::issuedDate)
                                        .thenComparingInt(RegisteredDocument::registerYear)
                                        .thenComparingLong(RegisteredDocument::registerNumber))
                        .toList();
        int ordinal = 0;
        for (RegisteredDocument document : ordered) {
            Objects.requireNonNull(places.get(document.id())).moveTo(++ordinal);
        }
    }
}
