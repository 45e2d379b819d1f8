package vn.hue.earchive.document.edxml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.arrival.Overrides;
import vn.hue.earchive.document.arrival.Proposal;
import vn.hue.earchive.document.edxml.MessageLife.Command;
import vn.hue.earchive.document.edxml.MessageLife.State;
import vn.hue.earchive.document.incoming.IncomingView;
import vn.hue.earchive.document.incoming.RegisterIncoming;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.register.RegisteredDocuments;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;

/**
 * Registers the document of a message as proposed, or as a person overrides it. A message gives one
 * register line: registered already, it answers 200 with that line.
 */
@ApplicationScoped
class RegisterMessage {

    private final EdxmlMessages messages;
    private final RegisterIncoming register;
    private final RegisteredDocuments documents;
    private final Idempotency idempotency;
    private final Audit audit;
    private final Event<MessageAnswered> answered;
    private final CurrentCaller caller;
    private final Clock clock;

    RegisterMessage(
            EdxmlMessages messages,
            RegisterIncoming register,
            RegisteredDocuments documents,
            Idempotency idempotency,
            Audit audit,
            Event<MessageAnswered> answered,
            CurrentCaller caller,
            Clock clock) {
        this.messages = messages;
        this.register = register;
        this.documents = documents;
        this.idempotency = idempotency;
        this.audit = audit;
        this.answered = answered;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Answer<IncomingView> once(
            UUID id,
            @Nullable RegisterMessageRequest request,
            @Nullable String ifMatch,
            @Nullable String key) {
        Overrides overrides =
                request == null
                        ? Overrides.NONE
                        : Objects.requireNonNullElse(request.overrides(), Overrides.NONE);
        return idempotency.once(
                "registerEdxmlMessage",
                key,
                Map.of("messageId", id, "overrides", overrides),
                IncomingView.class,
                () -> register(id, overrides, ifMatch));
    }

    private Answer<IncomingView> register(UUID id, Overrides overrides, @Nullable String ifMatch) {
        EdxmlMessage message = messages.locked(id);
        UUID registered = message.documentId();
        if (registered != null && message.state() == State.REGISTERED) {
            Answer<IncomingView> first =
                    register.answer(documents.findByIdOptional(registered).orElseThrow());
            return new Answer<>(200, first.location(), first.etag(), first.body());
        }
        if (ifMatch != null) {
            ETags.check(ifMatch, message.version());
        }
        if (!message.may(Command.REGISTER)) {
            throw new Problem(
                    DocumentProblem.EDXML_STATE_FORBIDS,
                    message.kind().name(),
                    message.state().name(),
                    Command.REGISTER.name());
        }
        return register.answer(enter(message, overrides, "registerEdxmlMessage"));
    }

    /**
     * Enters the document of a message that permits it.
     *
     * @param operation for the audit trail
     */
    @Transactional(Transactional.TxType.MANDATORY)
    RegisteredDocument enter(EdxmlMessage message, Overrides overrides, String operation) {
        Proposal proposal = messages.proposal(message);
        RegisteredDocument document =
                register.fromMessage(overrides.on(proposal), proposal.uploads());
        messages.flush();
        message.registered(document.id());
        superseded(message);
        audit.append(
                document.agencyId(),
                operation,
                "edxml-message",
                message.id(),
                message.version(),
                Map.of("documentId", document.id().toString()));
        tell(message, StatusCode.RECEIVED);
        if (message.kind().changesDocument()) {
            tell(message, StatusCode.CHANGE_AGREED);
        }
        return document;
    }

    /** What an update or a replacement takes the place of is not registered any more. */
    private void superseded(EdxmlMessage message) {
        UUID related = message.relatedId();
        if (related != null) {
            EdxmlMessage earlier = messages.locked(related);
            if (earlier.may(Command.WITHDRAW)) {
                earlier.decide(
                        Command.WITHDRAW,
                        message.id().toString(),
                        clock.instant(),
                        caller.get().username());
            }
        }
    }

    private void tell(EdxmlMessage message, StatusCode status) {
        answered.fire(new MessageAnswered(message.id(), message.agencyId(), status, null));
    }
}
