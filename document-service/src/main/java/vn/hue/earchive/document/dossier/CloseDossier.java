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
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.register.RegisteredDocuments;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.time.LegalDate;

/**
 * Closes a complete dossier: nothing red in the check, documents put in the order of their dates,
 * end written, last day of the hand-over set.
 */
@ApplicationScoped
class CloseDossier {

    private final ChangeDossier change;
    private final Dossiers dossiers;
    private final RegisteredDocuments documents;
    private final ClosingCheck check;
    private final DossierConfig config;

    CloseDossier(
            ChangeDossier change,
            Dossiers dossiers,
            RegisteredDocuments documents,
            ClosingCheck check,
            DossierConfig config) {
        this.change = change;
        this.dossiers = dossiers;
        this.documents = documents;
        this.check = check;
        this.config = config;
    }

    @Transactional
    Answer<DossierView> once(
            UUID id,
            @Nullable CloseDossierRequest request,
            @Nullable String ifMatch,
            @Nullable String key) {
        LocalDate given = request == null ? null : request.endDate();
        Map<String, Object> details = new HashMap<>();
        return change.once(
                "closeDossier",
                id,
                ifMatch,
                key,
                given == null ? Map.of() : Map.of("endDate", given),
                dossier -> close(dossier, given, details),
                details);
    }

    private DossierClosed close(
            Dossier dossier, @Nullable LocalDate given, Map<String, Object> details) {
        dossier.require(Command.CLOSE);
        ClosingCheck.Result checked = check.demand(dossier, given);
        LocalDate end = Objects.requireNonNull(checked.endDate());
        // Whoever closes has seen these, and answers for them.
        details.put(
                "accepted", checked.items().stream().map(ClosingItem::code).distinct().toList());
        putInOrder(dossier.id());
        LocalDate today = LegalDate.today(change.clock());
        dossier.close(today, end, end.plusDays(config.handOverDays()));
        return new DossierClosed(
                dossier.agencyId(),
                dossier.version(),
                change.clock().instant(),
                dossier.description());
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
