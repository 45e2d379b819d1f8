package vn.hue.earchive.document.rulechange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.retention.RuleVersions;
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

/** Queues the plan that was approved; one that is no longer true is refused. */
@ApplicationScoped
class StartRecomputation {

    private final PlanRecomputation plans;
    private final Recomputations recomputations;
    private final Validation validation;
    private final Idempotency idempotency;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    StartRecomputation(
            PlanRecomputation plans,
            Recomputations recomputations,
            Validation validation,
            Idempotency idempotency,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.plans = plans;
        this.recomputations = recomputations;
        this.validation = validation;
        this.idempotency = idempotency;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * The plan to carry out.
     *
     * @param planHash as the preview gave it
     */
    record Request(
            @NotNull UUID fromScheduleId,
            @NotNull UUID toScheduleId,
            @NotBlank String planHash,
            @NotBlank @Size(max = 1000) String reason) {}

    @Transactional
    Answer<RecomputationView> once(@Nullable Request request, @Nullable String key) {
        return idempotency.once(
                "startRetentionRecomputation",
                key,
                request == null ? Map.of() : request,
                RecomputationView.class,
                () -> {
                    Recomputation started = start(request);
                    return new Answer<>(
                            202,
                            "/v1/retention-recomputations/" + started.id(),
                            ETags.header(started.version()),
                            started.view(Map.of()));
                });
    }

    private Recomputation start(@Nullable Request given) {
        Findings findings = validation.of(given);
        Request request = Objects.requireNonNull(given);
        Map<String, RuleVersions.Heir> heirs =
                plans.heirs(request.fromScheduleId(), request.toScheduleId(), findings);
        findings.raise();
        PlanView plan = plans.plan(request.fromScheduleId(), request.toScheduleId(), heirs);
        if (!plan.planHash().equals(request.planHash())) {
            throw new Problem(DocumentProblem.RETENTION_PLAN_CHANGED);
        }
        Caller by = caller.get();
        Recomputation started =
                new Recomputation(
                        Ids.next(),
                        by.agencyId(),
                        plan,
                        request.reason().strip(),
                        clock.instant(),
                        by.username());
        recomputations.add(started);
        audit.append(
                by.agencyId(),
                "startRetentionRecomputation",
                "retention-recomputation",
                started.id(),
                1,
                Map.of(
                        "from", plan.fromScheduleId(),
                        "to", plan.toScheduleId(),
                        "planHash", plan.planHash(),
                        "outcomes", plan.outcomes()));
        return started;
    }
}
