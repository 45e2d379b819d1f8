package vn.hue.earchive.document.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.edxml.MessageAnswered;
import vn.hue.earchive.document.edxml.OutgoingEdxml;
import vn.hue.earchive.document.edxml.ReceivedFrom;
import vn.hue.earchive.document.edxml.ReceivedMessages;
import vn.hue.earchive.document.edxml.StatusCode;
import vn.hue.earchive.document.edxml.StatusEdxml;
import vn.hue.earchive.document.exchange.OutboundMessage.Matter;
import vn.hue.earchive.document.exchange.OutboundMessage.Recipient;
import vn.hue.earchive.document.incoming.IncomingStateChanged;

/**
 * Tells the senders of received documents what became of them: a status message for each step that
 * the standard has a code for (domain reference 6). Registration answers on the same day because it
 * is queued with it (Decree 30/2020 Art 21.2c).
 */
@ApplicationScoped
class AnswerSenders {

    private final ReceivedMessages received;
    private final QueueMessage queue;
    private final OutboundMessages messages;
    private final Identities identities;
    private final Clock clock;

    AnswerSenders(
            ReceivedMessages received,
            QueueMessage queue,
            OutboundMessages messages,
            Identities identities,
            Clock clock) {
        this.received = received;
        this.queue = queue;
        this.messages = messages;
        this.identities = identities;
        this.clock = clock;
    }

    void answered(@Observes MessageAnswered event) {
        received.ofMessage(event.messageId())
                .ifPresent(from -> tell(from, event.status(), event.reason()));
    }

    /** The steps of handling; the steps before them are told by {@link #answered}. */
    void changed(@Observes IncomingStateChanged event) {
        ofState(event.state())
                .ifPresent(status ->
                        received.ofDocument(event.documentId())
                                .ifPresent(from -> tell(from, status, null)));
    }

    private static Optional<StatusCode> ofState(String state) {
        return switch (state) {
            case "SUBMITTED_TO_LEADER" -> Optional.of(StatusCode.WAITING_FOR_ASSIGNMENT);
            case "ASSIGNED", "IN_PROGRESS" -> Optional.of(StatusCode.IN_PROGRESS);
            case "COMPLETED" -> Optional.of(StatusCode.COMPLETED);
            case "RETURNED" -> Optional.of(StatusCode.REFUSED);
            default -> Optional.empty();
        };
    }

    private void tell(ReceivedFrom from, StatusCode status, @Nullable String reason) {
        StatusEdxml content =
                new StatusEdxml(
                        identities.own(from.agencyId()),
                        new OutgoingEdxml.Answered(
                                from.organId(), from.code(), from.documentId(), from.promulgated()),
                        null,
                        status,
                        reason == null ? status.meaning() : status.meaning() + ": " + reason,
                        clock.instant());
        queue.queue(
                from.agencyId(),
                new Matter(
                        ServiceBus.Kind.STATUS,
                        null,
                        status.code(),
                        "S" + status.code() + ":" + from.messageId(),
                        null,
                        from.messageId(),
                        from.busId(),
                        from.documentId(),
                        messages.write(content)),
                new Recipient(from.organId(), from.organKey(), from.organName()));
    }
}
