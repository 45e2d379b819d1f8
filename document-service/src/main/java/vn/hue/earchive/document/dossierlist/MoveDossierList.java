package vn.hue.earchive.document.dossierlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.dossierlist.DossierListState.Command;
import vn.hue.earchive.document.retention.RetentionRules;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;

/** Takes a list from draft to use and to its close, each step by another person's hand. */
@ApplicationScoped
class MoveDossierList {

    private final ChangeDossierList change;
    private final DossierLists lists;
    private final RetentionRules rules;
    private final Validation validation;

    MoveDossierList(
            ChangeDossierList change,
            DossierLists lists,
            RetentionRules rules,
            Validation validation) {
        this.change = change;
        this.lists = lists;
        this.rules = rules;
        this.validation = validation;
    }

    /** The list has lines, and the current schedule has the rule of each. */
    @Transactional
    Answer<DossierListView> review(UUID id, @Nullable String ifMatch, @Nullable String key) {
        return change.once(
                "reviewDossierList",
                id,
                ifMatch,
                key,
                Map.of(),
                list -> {
                    list.require(Command.REVIEW);
                    Findings findings = validation.begin();
                    List<DossierListItem> items = lists.items(id);
                    findings.addUnless(!items.isEmpty(), "/items", "NO_LINES");
                    for (DossierListItem item : items) {
                        String rule = item.retention().ruleCode();
                        findings.addUnless(
                                rules.fix(rule).isPresent(),
                                "/items/" + item.id() + "/retentionRuleCode",
                                "UNKNOWN_RETENTION_RULE",
                                rule);
                    }
                    findings.raise();
                    list.review(change.act());
                    return Map.of("items", items.size());
                });
    }

    @Transactional
    Answer<DossierListView> returnToUnits(
            UUID id,
            @Nullable ReturnDossierListRequest request,
            @Nullable String ifMatch,
            @Nullable String key) {
        return change.once(
                "returnDossierList",
                id,
                ifMatch,
                key,
                request == null ? Map.of() : request,
                list -> {
                    list.require(Command.RETURN);
                    validation.of(request).raise();
                    String reason = VietnameseText.clean(Objects.requireNonNull(request).reason());
                    list.returnToUnits(Objects.requireNonNull(reason));
                    return Map.of("reason", reason);
                });
    }

    @Transactional
    Answer<DossierListView> approve(
            UUID id,
            @Nullable ApproveDossierListRequest request,
            @Nullable String ifMatch,
            @Nullable String key) {
        return change.once(
                "approveDossierList",
                id,
                ifMatch,
                key,
                request == null ? Map.of() : request,
                list -> {
                    list.require(Command.APPROVE);
                    if (request != null) {
                        validation.of(request).raise();
                    }
                    String reference =
                            request == null
                                    ? null
                                    : VietnameseText.clean(request.approvalReference());
                    list.approve(change.act(), reference);
                    return reference == null ? Map.of() : Map.of("reference", reference);
                });
    }

    /** Gives the approved list to the units; dossiers are opened from it from now on. */
    @Transactional
    Answer<DossierListView> issue(UUID id, @Nullable String ifMatch, @Nullable String key) {
        return change.once(
                "issueDossierList",
                id,
                ifMatch,
                key,
                Map.of(),
                list -> {
                    list.issue(change.today());
                    return Map.of();
                });
    }

    @Transactional
    Answer<DossierListView> close(UUID id, @Nullable String ifMatch, @Nullable String key) {
        return change.once(
                "closeDossierList",
                id,
                ifMatch,
                key,
                Map.of(),
                list -> {
                    list.close(change.today());
                    return Map.of();
                });
    }
}
