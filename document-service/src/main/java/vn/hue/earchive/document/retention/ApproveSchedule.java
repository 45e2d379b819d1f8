package vn.hue.earchive.document.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.identity.Role;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.time.LegalDate;

/**
 * Puts a version in force. The approver is another person than the importer: the head of the agency
 * for its own set, the director of the city's archive for the sets of all. The version before ends
 * on the day before.
 */
@ApplicationScoped
class ApproveSchedule {

    private final RetentionSchedules schedules;
    private final ScheduleViews views;
    private final Validation validation;
    private final Idempotency idempotency;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    ApproveSchedule(
            RetentionSchedules schedules,
            ScheduleViews views,
            Validation validation,
            Idempotency idempotency,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.schedules = schedules;
        this.views = views;
        this.validation = validation;
        this.idempotency = idempotency;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * The approval.
     *
     * @param reference number and date of the approving paper
     * @param validFrom first day in force
     */
    record Request(@NotBlank @Size(max = 200) String reference, @NotNull LocalDate validFrom) {}

    static boolean competent(RetentionSchedule schedule, Caller by) {
        return by.is(schedule.agencyId() == null ? Role.ARCHIVE_DIRECTOR : Role.LEADER);
    }

    @Transactional
    Answer<RetentionScheduleView> once(
            UUID id, @Nullable Request request, @Nullable String ifMatch, @Nullable String key) {
        return idempotency.once(
                "approveRetentionSchedule",
                key,
                Map.of("id", id, "body", request == null ? Map.of() : request),
                RetentionScheduleView.class,
                () -> {
                    RetentionSchedule schedule = schedules.locked(id);
                    ETags.check(ifMatch, schedule.version());
                    approve(schedule, request);
                    return new Answer<>(
                            200, null, ETags.header(schedule.version()), views.of(schedule));
                });
    }

    private void approve(RetentionSchedule schedule, @Nullable Request given) {
        Findings findings = validation.of(given);
        Request request = Objects.requireNonNull(given);
        Caller by = caller.get();
        if (!competent(schedule, by)) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
        if (by.subject().equals(schedule.importedSubject())) {
            throw new Problem(DocumentProblem.RETENTION_APPROVER_IS_IMPORTER, schedule.title());
        }
        List<RetentionSchedule> others =
                schedules.living(schedule.sourceCode(), schedule.agencyId()).stream()
                        .filter(o -> !o.id().equals(schedule.id()))
                        .filter(o -> o.isApproved() || o.stateCode().equals("SAMPLE"))
                        .toList();
        for (RetentionSchedule other : others) {
            findings.addUnless(
                    request.validFrom() == null
                            || !other.isApproved()
                            || request.validFrom().isAfter(other.validFrom()),
                    "/validFrom",
                    "NOT_AFTER_CURRENT",
                    other.validFrom().toString());
        }
        findings.raise();
        LocalDate today = LegalDate.today(clock);
        schedule.approve(
                new ScheduleState.Approval(
                        clock.instant(),
                        by.username(),
                        request.reference().strip(),
                        request.validFrom()));
        others.forEach(other -> other.endBefore(request.validFrom(), today));
        audit.append(
                by.agencyId(),
                "approveRetentionSchedule",
                "retention-schedule",
                schedule.id(),
                schedule.version(),
                Map.of(
                        "source", schedule.sourceCode(),
                        "reference", request.reference(),
                        "validFrom", request.validFrom(),
                        "ended", others.stream().map(RetentionSchedule::id).toList()));
    }
}
