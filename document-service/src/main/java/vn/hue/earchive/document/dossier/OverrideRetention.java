package vn.hue.earchive.document.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.dossier.DossierState.Command;
import vn.hue.earchive.document.events.DossierDescribed;
import vn.hue.earchive.document.retention.FixedRetention;
import vn.hue.earchive.document.retention.RetentionLedger;
import vn.hue.earchive.document.retention.RetentionRules;
import vn.hue.earchive.document.suggestion.Precedents;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.time.LegalDate;

/**
 * Chooses another rule for an open dossier, or for one of its documents, against the inherited one;
 * the reason stays in the log of overrides. Enters the event that starts a period.
 */
@ApplicationScoped
class OverrideRetention {

    private final ChangeDossier change;
    private final Dossiers dossiers;
    private final RetentionRules rules;
    private final RetentionLedger ledger;
    private final Precedents precedents;
    private final Validation validation;

    OverrideRetention(
            ChangeDossier change,
            Dossiers dossiers,
            RetentionRules rules,
            RetentionLedger ledger,
            Precedents precedents,
            Validation validation) {
        this.change = change;
        this.dossiers = dossiers;
        this.rules = rules;
        this.ledger = ledger;
        this.precedents = precedents;
        this.validation = validation;
    }

    /**
     * Another rule.
     *
     * @param ruleCode a rule in force; the inherited one ends the override
     */
    record Request(@NotBlank String ruleCode, @NotBlank @Size(max = 1000) String reason) {}

    /**
     * The event that starts a period: end of a contract, of an instrument's force, of an asset.
     *
     * @param eventOn not in the future
     */
    record EventRequest(@NotNull LocalDate eventOn, @Size(max = 500) @Nullable String note) {}

    @Transactional
    Answer<DossierView> ofDossier(
            UUID id, @Nullable Request request, @Nullable String ifMatch, @Nullable String key) {
        return change.once(
                "overrideDossierRetention",
                id,
                ifMatch,
                key,
                request == null ? Map.of() : request,
                dossier -> override(dossier, request));
    }

    private DossierDescribed override(Dossier dossier, @Nullable Request request) {
        Findings findings = validation.of(request);
        dossier.require(Command.AMEND);
        FixedRetention before = dossier.retention();
        FixedRetention chosen =
                chosen(Objects.requireNonNull(request), before.ruleCode(), findings);
        if (chosen.countedFrom().equals(FixedRetention.END_OF_WORK_YEAR)) {
            ledger.eventForgotten(dossier.id());
        }
        dossier.fixRetention(chosen);
        ledger.overridden(
                new RetentionLedger.Choice(
                        dossier.id(), null, before, chosen, request.reason().strip()),
                dossier.agencyId());
        precedents.remember(dossier.description().title(), chosen.ruleCode(), dossier.id());
        return described(dossier);
    }

    private FixedRetention chosen(Request request, String nowCode, Findings findings) {
        Optional<FixedRetention> chosen =
                Optional.ofNullable(VietnameseText.clean(request.ruleCode())).flatMap(rules::fix);
        if (request.ruleCode() != null && chosen.isEmpty()) {
            findings.add("/ruleCode", "UNKNOWN_RETENTION_RULE", request.ruleCode());
        }
        findings.addUnless(!nowCode.equals(request.ruleCode()), "/ruleCode", "SAME_RULE");
        findings.raise();
        return chosen.orElseThrow();
    }

    @Transactional
    Answer<DossierView> ofDocument(
            UUID id,
            UUID documentId,
            @Nullable Request request,
            @Nullable String ifMatch,
            @Nullable String key) {
        return change.once(
                "overrideDocumentRetention",
                id,
                ifMatch,
                key,
                Map.of("document", documentId, "body", request == null ? Map.of() : request),
                dossier -> {
                    if (dossiers.filing(dossier.id(), documentId) == null) {
                        throw new Problem(CommonProblem.NOT_FOUND);
                    }
                    Findings findings = validation.of(request);
                    dossier.require(Command.AMEND);
                    FixedRetention before =
                            ledger.documentsOf(dossier.id())
                                    .getOrDefault(documentId, dossier.retention());
                    FixedRetention chosen =
                            chosen(Objects.requireNonNull(request), before.ruleCode(), findings);
                    ledger.documentOverridden(
                            new RetentionLedger.Choice(
                                    dossier.id(),
                                    documentId,
                                    before,
                                    chosen,
                                    request.reason().strip()),
                            dossier.agencyId(),
                            dossier.retention());
                    dossier.retentionNoted();
                    return described(dossier);
                });
    }

    @Transactional
    Answer<DossierView> event(
            UUID id,
            @Nullable EventRequest request,
            @Nullable String ifMatch,
            @Nullable String key) {
        return change.once(
                "enterRetentionEvent",
                id,
                ifMatch,
                key,
                request == null ? Map.of() : request,
                dossier -> {
                    Findings findings = validation.of(request);
                    EventRequest event = Objects.requireNonNull(request);
                    LocalDate on = event.eventOn();
                    findings.addUnless(
                            on == null || !on.isAfter(LegalDate.today(change.clock())),
                            "/eventOn",
                            "IN_THE_FUTURE");
                    findings.addUnless(
                            !dossier.retention()
                                    .countedFrom()
                                    .equals(FixedRetention.END_OF_WORK_YEAR),
                            "/eventOn",
                            "TRIGGER_NOT_ENTERED");
                    findings.raise();
                    dossier.retentionNoted();
                    ledger.eventEntered(
                            dossier.id(),
                            Objects.requireNonNull(on),
                            VietnameseText.clean(event.note()));
                    return described(dossier);
                });
    }

    private DossierDescribed described(Dossier dossier) {
        return new DossierDescribed(
                dossier.agencyId(),
                dossier.version(),
                change.clock().instant(),
                dossier.description());
    }
}
