package vn.hue.earchive.document.edxml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.edxml.MessageLife.Command;
import vn.hue.earchive.document.edxml.MessageLife.Kind;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;

/**
 * A person decides about a message: returns a document, agrees to a recall, an update or a
 * replacement, or refuses it. The sender is told (status 02, 15, 16); every message stays as it
 * came.
 */
@ApplicationScoped
class DecideMessage {

    private final EdxmlMessages messages;
    private final EdxmlViews views;
    private final ChangeRegistered change;
    private final Validation validation;
    private final Idempotency idempotency;
    private final Event<MessageAnswered> answered;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    DecideMessage(
            EdxmlMessages messages,
            EdxmlViews views,
            ChangeRegistered change,
            Validation validation,
            Idempotency idempotency,
            Event<MessageAnswered> answered,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.messages = messages;
        this.views = views;
        this.change = change;
        this.validation = validation;
        this.idempotency = idempotency;
        this.answered = answered;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** What a person may decide, with its operationId and the status that the sender is told. */
    enum Decision {
        RETURN("returnEdxmlMessage", Command.RETURN, StatusCode.REFUSED, true),
        ACCEPT("acceptEdxmlMessage", Command.ACCEPT, StatusCode.CHANGE_AGREED, false),
        REFUSE("refuseEdxmlMessage", Command.REFUSE, StatusCode.CHANGE_REFUSED, true),
        DISMISS("dismissArrival", Command.DISMISS, StatusCode.REFUSED, true),
        MERGE("mergeArrival", Command.MERGE, StatusCode.RECEIVED, false);

        private final String operation;
        private final Command command;
        private final StatusCode status;
        private final boolean reasoned;

        Decision(String operation, Command command, StatusCode status, boolean reasoned) {
            this.operation = operation;
            this.command = command;
            this.status = status;
            this.reasoned = reasoned;
        }
    }

    @Transactional
    Answer<EdxmlView> once(
            Decision decision,
            UUID id,
            @Nullable DecisionRequest request,
            @Nullable String ifMatch,
            @Nullable String key) {
        String reason = request == null ? null : VietnameseText.clean(request.reason());
        return idempotency.once(
                decision.operation,
                key,
                Map.of("messageId", id, "reason", reason == null ? "" : reason),
                EdxmlView.class,
                () -> {
                    EdxmlMessage message = decide(decision, id, reason, ifMatch);
                    return new Answer<>(
                            200,
                            "/v1/edxml-messages/" + id,
                            ETags.header(message.version()),
                            views.of(message));
                });
    }

    private EdxmlMessage decide(
            Decision decision, UUID id, @Nullable String reason, @Nullable String ifMatch) {
        EdxmlMessage message = messages.locked(id);
        ETags.check(ifMatch, message.version());
        Findings findings = validation.begin();
        findings.addUnless(!decision.reasoned || reason != null, "/reason", "REQUIRED");
        findings.addUnless(
                reason == null || reason.length() <= 500, "/reason", "WRONG_LENGTH", "1", "500");
        findings.raise();
        decide(decision, message, reason);
        return message;
    }

    /** As decided, told to the sender and noted; the message permits it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void decide(Decision decision, EdxmlMessage message, @Nullable String reason) {
        Caller by = caller.get();
        message.decide(decision.command, reason, clock.instant(), by.username());
        if (decision == Decision.ACCEPT) {
            agree(message, by);
        }
        messages.flush();
        audit.append(
                message.agencyId(),
                decision.operation,
                "edxml-message",
                message.id(),
                message.version(),
                Map.of("kind", message.kind().name()));
        answered.fire(
                new MessageAnswered(message.id(), message.agencyId(), decision.status, reason));
    }

    private void agree(EdxmlMessage message, Caller by) {
        String target = message.targetKey();
        if (target == null || message.relatedId() == null) {
            return;
        }
        List<EdxmlMessage> brought = messages.lockedOf(message.agencyId(), target);
        Optional<UUID> document =
                brought.stream()
                        .filter(m -> m.state().reachedRegister())
                        .map(EdxmlMessage::documentId)
                        .filter(Objects::nonNull)
                        .findFirst();
        if (message.kind() == Kind.RECALL) {
            brought.stream()
                    .filter(m -> m.may(Command.WITHDRAW))
                    .forEach(m -> withdraw(m, message, by));
            document.ifPresent(id -> change.recall(id, message));
        } else if (document.isPresent()) {
            change.update(document.get(), message, Decision.ACCEPT.operation);
        } else if (brought.stream().anyMatch(m -> m.may(Command.WITHDRAW))) {
            throw new Problem(DocumentProblem.EDXML_REGISTER_INSTEAD);
        }
        document.ifPresent(message::changed);
    }

    private void withdraw(EdxmlMessage waiting, EdxmlMessage recall, Caller by) {
        waiting.decide(Command.WITHDRAW, recall.id().toString(), clock.instant(), by.username());
    }
}
