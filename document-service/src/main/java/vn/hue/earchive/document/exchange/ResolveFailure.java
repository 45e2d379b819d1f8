package vn.hue.earchive.document.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.rest.ETags;

/** A clerk deals with a failure: replays it, or dismisses it with a note. */
@ApplicationScoped
class ResolveFailure {

    private final ExchangeFailures failures;
    private final OutboundMessages messages;
    private final BusDocuments held;
    private final ExchangeViews views;
    private final Validation validation;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    ResolveFailure(
            ExchangeFailures failures,
            OutboundMessages messages,
            BusDocuments held,
            ExchangeViews views,
            Validation validation,
            Idempotency idempotency,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.failures = failures;
        this.messages = messages;
        this.held = held;
        this.views = views;
        this.validation = validation;
        this.idempotency = idempotency;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Answer<FailureView> replay(UUID id, @Nullable String ifMatch, @Nullable String key) {
        return idempotency.once(
                "replayExchangeFailure",
                key,
                Map.of("failureId", id),
                FailureView.class,
                () -> {
                    ExchangeFailure failure = failures.locked(id);
                    ETags.check(ifMatch, failure.version());
                    Instant now = clock.instant();
                    failure.resolve(
                            ExchangeFailure.State.REPLAYED, null, now, caller.get().username());
                    UUID outbound = failure.outboundId();
                    String busId = failure.busId();
                    if (outbound != null) {
                        messages.locked(outbound).replay(now);
                    } else if (busId != null) {
                        held.fetchAgain(failure.agencyId(), busId, now);
                    }
                    return answer(failure, "replayExchangeFailure");
                });
    }

    @Transactional
    Answer<FailureView> dismiss(
            UUID id,
            @Nullable DismissalRequest request,
            @Nullable String ifMatch,
            @Nullable String key) {
        String note = request == null ? null : VietnameseText.clean(request.note());
        return idempotency.once(
                "dismissExchangeFailure",
                key,
                Map.of("failureId", id, "note", note == null ? "" : note),
                FailureView.class,
                () -> {
                    ExchangeFailure failure = failures.locked(id);
                    ETags.check(ifMatch, failure.version());
                    Findings findings = validation.begin();
                    findings.addUnless(note != null, "/note", "REQUIRED");
                    findings.addUnless(
                            note == null || note.length() <= 500,
                            "/note",
                            "WRONG_LENGTH",
                            "1",
                            "500");
                    findings.raise();
                    failure.resolve(
                            ExchangeFailure.State.DISMISSED,
                            note,
                            clock.instant(),
                            caller.get().username());
                    UUID outbound = failure.outboundId();
                    if (outbound != null && note != null) {
                        messages.locked(outbound).giveUp(note);
                    }
                    return answer(failure, "dismissExchangeFailure");
                });
    }

    private Answer<FailureView> answer(ExchangeFailure failure, String action) {
        failures.flush();
        audit.append(
                failure.agencyId(),
                action,
                "exchange-failure",
                failure.id(),
                failure.version(),
                Map.of("code", failure.code()));
        return new Answer<>(
                200,
                "/v1/exchange-failures/" + failure.id(),
                ETags.header(failure.version()),
                views.of(failure));
    }
}
