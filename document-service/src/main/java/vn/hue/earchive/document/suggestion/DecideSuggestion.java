package vn.hue.earchive.document.suggestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.retention.RetentionRules;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.rest.ETags;

/** Logs what a person made of an offer; a rule that was not offered needs a reason. */
@ApplicationScoped
public class DecideSuggestion {

    private final Suggestions suggestions;
    private final Precedents precedents;
    private final RetentionRules rules;
    private final Validation validation;
    private final Idempotency idempotency;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    DecideSuggestion(
            Suggestions suggestions,
            Precedents precedents,
            RetentionRules rules,
            Validation validation,
            Idempotency idempotency,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.suggestions = suggestions;
        this.precedents = precedents;
        this.rules = rules;
        this.validation = validation;
        this.idempotency = idempotency;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * The choice.
     *
     * @param ruleCode a rule in force, offered or not
     * @param reason needed for a rule that was not offered
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Request(@NotBlank String ruleCode, @Size(max = 1000) @Nullable String reason) {}

    @Transactional
    Answer<SuggestionView> once(
            UUID id, @Nullable Request request, @Nullable String ifMatch, @Nullable String key) {
        return idempotency.once(
                "decideRetentionSuggestion",
                key,
                Map.of("id", id, "body", request == null ? Map.of() : request),
                SuggestionView.class,
                () -> {
                    RetentionSuggestion suggestion = suggestions.locked(id);
                    ETags.check(ifMatch, suggestion.version());
                    Findings findings = validation.of(request);
                    Request choice = Objects.requireNonNull(request);
                    decide(suggestion, choice.ruleCode(), choice.reason(), null, findings, "");
                    precedents.remember(suggestion.title(), choice.ruleCode(), null);
                    return new Answer<>(
                            200,
                            null,
                            ETags.header(suggestion.version()),
                            suggestion.view(List.of(), List.of(), List.of(), List.of()));
                });
    }

    /**
     * Logs the choice that was made by opening a dossier. In the transaction of the opening.
     *
     * @param suggestionId as the offer was logged; unknown to the agency: a finding
     * @param reason needed for a rule that was not offered
     * @param findings findings go here; nothing is logged when there are any
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void onOpening(
            UUID suggestionId,
            String ruleCode,
            @Nullable String reason,
            UUID dossierId,
            Findings findings) {
        RetentionSuggestion suggestion =
                suggestions
                        .findByIdOptional(suggestionId, LockModeType.PESSIMISTIC_WRITE)
                        .orElse(null);
        if (suggestion == null) {
            findings.add("/suggestionId", "UNKNOWN_SUGGESTION").raise();
            return;
        }
        decide(suggestion, ruleCode, reason, dossierId, findings, "/retentionReason");
    }

    private void decide(
            RetentionSuggestion suggestion,
            @Nullable String ruleCode,
            @Nullable String givenReason,
            @Nullable UUID dossierId,
            Findings findings,
            String reasonPointer) {
        String reason = VietnameseText.clean(givenReason);
        if (ruleCode != null) {
            findings.addUnless(
                    rules.fix(ruleCode).isPresent(),
                    "/ruleCode",
                    "UNKNOWN_RETENTION_RULE",
                    ruleCode);
            findings.addUnless(
                    reason != null || suggestion.offered().contains(ruleCode),
                    reasonPointer.isEmpty() ? "/reason" : reasonPointer,
                    "REASON_FOR_OTHER_RULE");
        }
        findings.raise();
        String code = Objects.requireNonNull(ruleCode);
        suggestion.decide(
                new RetentionSuggestion.Choice(code, reason, dossierId),
                clock.instant(),
                caller.get().username());
        Map<String, Object> details = new HashMap<>();
        details.put("offered", suggestion.offered());
        details.put("chosen", code);
        details.put("rank", suggestion.chosenRank() == null ? 0 : suggestion.chosenRank());
        audit.append(
                suggestion.agencyId(),
                "decideRetentionSuggestion",
                "retention-suggestion",
                suggestion.id(),
                suggestion.version(),
                details);
    }
}
