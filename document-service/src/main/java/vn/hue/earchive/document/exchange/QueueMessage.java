package vn.hue.earchive.document.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import vn.hue.earchive.document.exchange.OutboundMessage.Matter;
import vn.hue.earchive.document.exchange.OutboundMessage.Recipient;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Audit;

/**
 * Puts a message into the outbound queue, in the transaction of the fact that calls for it. Once:
 * the same fact told again queues nothing.
 */
@ApplicationScoped
class QueueMessage {

    private final OutboundMessages queue;
    private final SendingPolicy policy;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    QueueMessage(
            OutboundMessages queue,
            SendingPolicy policy,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.queue = queue;
        this.policy = policy;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void queue(UUID agencyId, Matter matter, Recipient to) {
        if (queue.same(agencyId, to.key(), matter.cause()).isPresent()) {
            return;
        }
        OutboundMessage message =
                new OutboundMessage(
                        Ids.next(),
                        agencyId,
                        matter,
                        to,
                        policy.withheld(agencyId).orElse(null),
                        clock.instant(),
                        who());
        queue.persistAndFlush(message);
        audit.append(
                agencyId,
                "queueMessage",
                "outbound-message",
                message.id(),
                message.version(),
                Map.of(
                        "cause", matter.cause(),
                        "recipient", to.organId(),
                        "state", message.state().name()));
    }

    private String who() {
        return JobScope.current().orElseGet(() -> caller.get().username());
    }
}
