package vn.hue.earchive.document.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.handover.SeparationOfDuties;
import vn.hue.earchive.document.handover.SeparationOfDuties.Act;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;

/**
 * Both sides confirm the minutes of a hand-over, each by a person of its own and with the digest of
 * what that person saw. With the second confirmation the hand-over is confirmed.
 */
@ApplicationScoped
class ConfirmHandOver {

    private final ReadMinutes minutes;
    private final Submissions submissions;
    private final Validation validation;
    private final Idempotency idempotency;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    ConfirmHandOver(
            ReadMinutes minutes,
            Submissions submissions,
            Validation validation,
            Idempotency idempotency,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.minutes = minutes;
        this.submissions = submissions;
        this.validation = validation;
        this.idempotency = idempotency;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Answer<HandOverMinutes> once(
            Act act,
            UUID submissionId,
            @Nullable ConfirmHandOverRequest request,
            @Nullable String ifMatch,
            @Nullable String key) {
        String operation = act == Act.CONFIRM_DELIVERY ? "confirmDelivery" : "confirmReceipt";
        return idempotency.once(
                operation,
                key,
                Map.of("id", submissionId, "body", request == null ? Map.of() : request),
                HandOverMinutes.class,
                () -> {
                    Submission submission = submissions.lockedOrMissing(submissionId);
                    Minutes known = minutes.locked(submissionId);
                    ETags.check(ifMatch, known.version());
                    confirm(act, submission, known, request);
                    audit.append(
                            known.agencyId(),
                            operation,
                            "submission",
                            submissionId,
                            submission.version(),
                            Map.of("contentSha256", known.contentSha256()));
                    return new Answer<>(
                            200, null, ETags.header(known.version()), minutes.view(known));
                });
    }

    private void confirm(
            Act act,
            Submission submission,
            Minutes known,
            @Nullable ConfirmHandOverRequest request) {
        validation.of(request).raise();
        String seen = Objects.requireNonNull(request).contentSha256();
        if (!known.contentSha256().equals(seen)) {
            throw new Problem(DocumentProblem.OTHER_MINUTES, known.contentSha256());
        }
        Caller by = caller.get();
        SeparationOfDuties.demand(act, by.subject(), known.done(submission.submitter()));
        Instant now = clock.instant();
        if (act == Act.CONFIRM_DELIVERY) {
            known.confirmDelivery(by, now);
        } else {
            known.confirmReceipt(by, now);
        }
        if (known.complete()) {
            submission.confirmed(now);
        }
    }
}
