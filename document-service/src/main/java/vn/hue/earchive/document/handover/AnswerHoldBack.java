package vn.hue.earchive.document.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.dossier.Dossier;
import vn.hue.earchive.document.dossier.DossierState;
import vn.hue.earchive.document.dossier.Dossiers;
import vn.hue.earchive.document.events.DossierDescribed;
import vn.hue.earchive.document.handover.HoldBackState.Command;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.journal.Journal;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;

/**
 * The head consents or refuses, or who asked takes it back. A dossier that was reopened or
 * submitted while the request waited is left out, and the list says so.
 */
@ApplicationScoped
class AnswerHoldBack {

    private final HoldBacks requests;
    private final Dossiers dossiers;
    private final Validation validation;
    private final Idempotency idempotency;
    private final Journal journal;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    AnswerHoldBack(
            HoldBacks requests,
            Dossiers dossiers,
            Validation validation,
            Idempotency idempotency,
            Journal journal,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.requests = requests;
        this.dossiers = dossiers;
        this.validation = validation;
        this.idempotency = idempotency;
        this.journal = journal;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Answer<HoldBackView> decideOnce(
            UUID id,
            @Nullable HoldBackDecision given,
            @Nullable String ifMatch,
            @Nullable String key) {
        Object body = given == null ? Map.of() : given;
        return once("decideHoldBack", id, body, ifMatch, key, request -> decide(request, given));
    }

    @Transactional
    Answer<HoldBackView> withdrawOnce(UUID id, @Nullable String ifMatch, @Nullable String key) {
        return once("withdrawHoldBack", id, Map.of(), ifMatch, key, this::withdraw);
    }

    private Answer<HoldBackView> once(
            String operation,
            UUID id,
            Object body,
            @Nullable String ifMatch,
            @Nullable String key,
            Consumer<HoldBack> act) {
        Supplier<Answer<HoldBackView>> effect =
                () -> {
                    HoldBack request = requests.locked(id);
                    ETags.check(ifMatch, request.version());
                    act.accept(request);
                    audit.append(
                            request.agencyId(),
                            operation,
                            "hold-back",
                            id,
                            request.version(),
                            Map.of("state", request.state().code()));
                    return new Answer<>(
                            200, null, ETags.header(request.version()), requests.view(request));
                };
        return idempotency.once(
                operation, key, Map.of("id", id, "body", body), HoldBackView.class, effect);
    }

    private void decide(HoldBack request, @Nullable HoldBackDecision given) {
        Findings findings = validation.of(given);
        HoldBackDecision decision = Objects.requireNonNull(given);
        boolean approve = "APPROVED".equals(decision.decision());
        String note = VietnameseText.clean(decision.note());
        findings.addUnless(approve || note != null, "/note", "REQUIRED");
        findings.raise();
        Caller by = caller.get();
        SeparationOfDuties.demand(
                SeparationOfDuties.Act.DECIDE_HOLD_BACK,
                by.subject(),
                Map.of(SeparationOfDuties.Act.REQUEST_HOLD_BACK, request.requester()));
        Instant now = clock.instant();
        request.answer(approve ? Command.APPROVE : Command.REFUSE, by, note, now);
        List<HoldBackItem> items = requests.items(request.id());
        if (approve) {
            hold(request, items, now);
        } else {
            items.forEach(i -> i.became(HoldBackItem.Outcome.NOT_HELD));
        }
    }

    private void hold(HoldBack request, List<HoldBackItem> items, Instant now) {
        Map<UUID, Dossier> known = new HashMap<>();
        dossiers.locked(items.stream().map(HoldBackItem::dossierId).toList())
                .forEach(d -> known.put(d.id(), d));
        for (HoldBackItem item : items) {
            Dossier dossier = known.get(item.dossierId());
            if (dossier == null || !dossier.state().allows(DossierState.Command.HOLD_BACK)) {
                item.became(HoldBackItem.Outcome.LEFT);
                continue;
            }
            dossier.holdBackUntil(request.heldUntil());
            item.became(HoldBackItem.Outcome.HELD);
            journal.record(
                    new DossierDescribed(
                            dossier.agencyId(), dossier.version(), now, dossier.description()),
                    "holdBackDossier",
                    "dossier",
                    Map.of(
                            "holdBackId", request.id().toString(),
                            "until", request.heldUntil().toString()));
        }
    }

    private void withdraw(HoldBack request) {
        Caller by = caller.get();
        if (!by.subject().equals(request.requester())) {
            throw new Problem(DocumentProblem.HOLD_BACK_OF_ANOTHER);
        }
        request.answer(Command.WITHDRAW, by, null, clock.instant());
        requests.items(request.id()).forEach(i -> i.became(HoldBackItem.Outcome.NOT_HELD));
    }
}
