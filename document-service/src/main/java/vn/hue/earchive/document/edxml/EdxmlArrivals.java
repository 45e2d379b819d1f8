package vn.hue.earchive.document.edxml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.arrival.ArrivalSource;
import vn.hue.earchive.document.arrival.OnDesk;
import vn.hue.earchive.document.arrival.Overrides;
import vn.hue.earchive.document.edxml.DecideMessage.Decision;
import vn.hue.earchive.document.edxml.MessageLife.Command;
import vn.hue.earchive.document.file.ServeContent;
import vn.hue.earchive.document.register.RegisteredDocument;

/**
 * Messages that bring a document, on the clerk's desk. An update or a replacement that is sent back
 * is refused: its sender gets status 16, of a new document status 02.
 */
@ApplicationScoped
class EdxmlArrivals implements ArrivalSource {

    private final EdxmlMessages messages;
    private final EdxmlViews views;
    private final RegisterMessage register;
    private final DecideMessage decide;
    private final ChangeRegistered change;

    EdxmlArrivals(
            EdxmlMessages messages,
            EdxmlViews views,
            RegisterMessage register,
            DecideMessage decide,
            ChangeRegistered change) {
        this.messages = messages;
        this.views = views;
        this.register = register;
        this.decide = decide;
        this.change = change;
    }

    @Override
    public Set<Source> sources() {
        return EnumSet.of(Source.EDXML);
    }

    @Override
    public Optional<OnDesk> find(UUID id, boolean lock) {
        return messages.findByIdOptional(
                        id, lock ? LockModeType.PESSIMISTIC_WRITE : LockModeType.NONE)
                .filter(m -> m.kind().bringsDocument())
                .map(this::onDesk);
    }

    @Override
    public List<OnDesk> page(
            State state, @Nullable Source source, @Nullable UUID beyond, int rows) {
        return messages
                .arrivals(messageStates(state), state == State.WAITING, beyond, rows)
                .stream()
                .map(this::onDesk)
                .toList();
    }

    @Override
    public RegisteredDocument register(UUID id, Overrides overrides) {
        return register.enter(messages.locked(id), overrides, "registerArrival");
    }

    @Override
    public void decide(UUID id, Step step, @Nullable String reason, @Nullable UUID documentId) {
        EdxmlMessage message = messages.locked(id);
        if (documentId != null) {
            change.merge(documentId, message);
            message.changed(documentId);
        }
        Decision decision =
                switch (step) {
                    case MERGE -> Decision.MERGE;
                    case DISMISS -> Decision.DISMISS;
                    case RETURN -> message.may(Command.RETURN) ? Decision.RETURN : Decision.REFUSE;
                    case REGISTER -> throw new IllegalArgumentException("not a decision");
                };
        decide.decide(decision, message, reason);
    }

    private OnDesk onDesk(EdxmlMessage message) {
        EdxmlHeader header = messages.header(message);
        return new OnDesk(
                message.id(),
                Source.EDXML,
                message.agencyId(),
                state(message.state()),
                may(message),
                Objects.requireNonNullElse(header.organName(), message.key().organId()),
                messages.proposal(message),
                views.problems(message, header, messages.proposal(message)).found(),
                message.receivedAt(),
                message.receivedBy(),
                message.state() == MessageLife.State.RECEIVED
                        ? null
                        : new OnDesk.Decided(
                                message.documentId(),
                                message.decidedAt(),
                                message.decidedBy(),
                                message.reason()),
                new ServeContent.Stored(
                        message.objectKey(),
                        "message.edxml",
                        "application/xml",
                        message.size(),
                        message.sha256()),
                message.version());
    }

    private static Set<Step> may(EdxmlMessage message) {
        Set<Step> steps = EnumSet.noneOf(Step.class);
        if (message.may(Command.REGISTER)) {
            steps.add(Step.REGISTER);
        }
        if (message.may(Command.RETURN) || message.may(Command.REFUSE)) {
            steps.add(Step.RETURN);
        }
        if (message.may(Command.DISMISS)) {
            steps.add(Step.DISMISS);
        }
        if (message.may(Command.MERGE)) {
            steps.add(Step.MERGE);
        }
        return steps;
    }

    private static State state(MessageLife.State state) {
        return switch (state) {
            case RECEIVED -> State.WAITING;
            case REGISTERED -> State.REGISTERED;
            case RETURNED, REFUSED -> State.RETURNED;
            case DISMISSED -> State.DISMISSED;
            case ACCEPTED, MERGED -> State.MERGED;
            case WITHDRAWN, NOTED -> State.WITHDRAWN;
        };
    }

    private static Set<MessageLife.State> messageStates(State wanted) {
        Set<MessageLife.State> states = EnumSet.noneOf(MessageLife.State.class);
        for (MessageLife.State state : MessageLife.State.values()) {
            if (state(state) == wanted) {
                states.add(state);
            }
        }
        return states;
    }
}
