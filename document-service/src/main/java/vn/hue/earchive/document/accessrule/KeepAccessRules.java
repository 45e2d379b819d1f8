package vn.hue.earchive.document.accessrule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.accessrule.AccessRule.Effect;
import vn.hue.earchive.document.codelist.CodeLists;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;

/** Drafts a version of the agency's rules and puts it in force, by two different people. */
@ApplicationScoped
class KeepAccessRules {

    private final AccessRuleSets sets;
    private final PlanAccessChange plan;
    private final CodeLists codes;
    private final Validation validation;
    private final Idempotency idempotency;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    KeepAccessRules(
            AccessRuleSets sets,
            PlanAccessChange plan,
            CodeLists codes,
            Validation validation,
            Idempotency idempotency,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.sets = sets;
        this.plan = plan;
        this.codes = codes;
        this.validation = validation;
        this.idempotency = idempotency;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * The approval.
     *
     * @param planHash of the preview that was looked at
     * @param reference number and date of the approving paper
     */
    record Approval(@NotBlank String planHash, @NotBlank @Size(max = 200) String reference) {}

    @Transactional
    Answer<AccessRuleSetView> draft(@Nullable AccessRuleSetRequest request, @Nullable String key) {
        return idempotency.once(
                "createAccessRuleSet",
                key,
                request == null ? Map.of() : request,
                AccessRuleSetView.class,
                () -> answer(201, draft(request)));
    }

    private AccessRuleSet draft(@Nullable AccessRuleSetRequest given) {
        Findings findings = validation.of(given);
        AccessRuleSetRequest request = Objects.requireNonNull(given);
        findings.raise();
        check(request.rules(), findings);
        findings.raise();
        Caller by = caller.get();
        AccessRuleSet set =
                new AccessRuleSet(
                        Ids.next(),
                        by.agencyId(),
                        sets.nextNumber(by.agencyId()),
                        Objects.requireNonNull(VietnameseText.clean(request.title())),
                        sets.write(request.rules()),
                        act(by));
        sets.persistAndFlush(set);
        note("createAccessRuleSet", set, Map.of("rules", request.rules().size()));
        return set;
    }

    private void check(List<AccessRule> rules, Findings findings) {
        Set<String> known = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            AccessRule rule = rules.get(i);
            String at = "/rules/" + i;
            findings.addUnless(
                    known.add(rule.code()), at + "/code", "SAME_RULE_TWICE", rule.code());
            findings.addUnless(rule.hasCriterion(), at, "RULE_WITHOUT_CRITERION");
            findings.addUnless(
                    (rule.effect() == Effect.CLOSED_YEARS) == (rule.years() != null),
                    at + "/years",
                    "YEARS_OF_CLOSED_ONLY");
            List<String> types = Objects.requireNonNullElse(rule.typeCodes(), List.of());
            for (String type : types) {
                codes.check(findings, CodeLists.DOCUMENT_TYPE, type, at + "/typeCodes");
            }
        }
    }

    @Transactional
    AccessPlanView preview(UUID id) {
        return plan.of(sets.require(id));
    }

    @Transactional
    Answer<AccessRuleSetView> approve(
            UUID id, @Nullable Approval request, @Nullable String ifMatch, @Nullable String key) {
        return idempotency.once(
                "approveAccessRuleSet",
                key,
                Map.of("id", id, "body", request == null ? Map.of() : request),
                AccessRuleSetView.class,
                () -> {
                    AccessRuleSet set = sets.locked(id);
                    ETags.check(ifMatch, set.version());
                    approve(set, request);
                    return answer(200, set);
                });
    }

    private void approve(AccessRuleSet set, @Nullable Approval given) {
        validation.of(given).raise();
        Approval request = Objects.requireNonNull(given);
        Caller by = caller.get();
        if (!set.state().equals(AccessRuleSet.DRAFT)) {
            throw new Problem(DocumentProblem.ACCESS_RULES_STATE_FORBIDS, set.state());
        }
        if (by.subject().equals(set.createdSubject())) {
            throw new Problem(DocumentProblem.SAME_PERSON, set.title());
        }
        if (!plan.of(set).planHash().equals(request.planHash())) {
            throw new Problem(DocumentProblem.ACCESS_PLAN_CHANGED, set.id());
        }
        sets.inForce(set.agencyId()).ifPresent(before -> before.replace(clock.instant()));
        sets.flush();
        set.approve(act(by), request.reference().strip());
        sets.flush();
        note("approveAccessRuleSet", set, Map.of("reference", request.reference()));
    }

    private AccessRuleSet.Act act(Caller by) {
        return new AccessRuleSet.Act(by.subject(), by.username(), clock.instant());
    }

    private void note(String operation, AccessRuleSet set, Map<String, Object> details) {
        audit.append(
                set.agencyId(), operation, "access-rule-set", set.id(), set.version(), details);
    }

    private Answer<AccessRuleSetView> answer(int status, AccessRuleSet set) {
        return new Answer<>(
                status,
                "/v1/access-rule-sets/" + set.id(),
                ETags.header(set.version()),
                sets.view(set));
    }
}
