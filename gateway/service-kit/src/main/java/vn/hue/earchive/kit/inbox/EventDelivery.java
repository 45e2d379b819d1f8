package vn.hue.earchive.kit.inbox;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import vn.hue.earchive.kit.events.CloudEvent;
import vn.hue.earchive.kit.events.CloudEvents;
import vn.hue.earchive.kit.events.EventNames;
import vn.hue.earchive.kit.events.UnreadableEvent;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Failures;
import vn.hue.earchive.kit.trace.Trace;

/**
 * Brings events to one handler. However often an event comes, it has its effect once: the effect,
 * the inbox row and the aggregate's version commit together, under a lock on the aggregate.
 */
final class EventDelivery<E> {

    private static final Logger LOG = Logger.getLogger(EventDelivery.class);

    /** Tries before a failure that does not look as if it would pass parks the event. */
    private static final int ATTEMPTS = 3;

    private final EventHandler<E> handler;
    private final Inbox inbox;
    private final ConsumerSteps steps;
    private final String name;

    EventDelivery(EventHandler<E> handler, Inbox inbox, ConsumerSteps steps) {
        this.handler = handler;
        this.inbox = inbox;
        this.steps = steps;
        this.name = handler.name();
    }

    /** What delivery needs of the kit. */
    record Inbox(CloudEvents events, InboxTable table, ParkedEventTable kept, Parking parking) {}

    String name() {
        return name;
    }

    /**
     * Deals with one message: handled, passed over, waiting or parked. May be repeated.
     *
     * @throws RuntimeException when it could not be dealt with now: try again later
     */
    void deliver(Incoming in) {
        steps.at(ConsumerStep.RECEIVED);
        CloudEvent event;
        try {
            event = inbox.events().read(in.payload());
        } catch (UnreadableEvent e) {
            transaction(() -> {
                inbox.parking().park(name, in, null, Parking.code(e));
                return true;
            });
            return;
        }
        Trace.continuing(
                event.traceparent(),
                () -> {
                    deliver(event, in);
                    return true;
                });
    }

    private void deliver(CloudEvent event, Incoming in) {
        boolean waiting = attempt(event, in, () -> handle(event, in));
        steps.at(ConsumerStep.COMMITTED);
        if (waiting) {
            drain(event.subject());
        }
        steps.at(ConsumerStep.DRAINED);
    }

    /** Runs the transaction; parks the event when it fails for good. Returns what it returns. */
    private boolean attempt(CloudEvent event, Incoming in, Supplier<Boolean> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction(work);
            } catch (RuntimeException e) {
                if (passes(e)) {
                    throw e;
                }
                if (attempt == ATTEMPTS || e instanceof UnreadableEvent) {
                    LOG.errorf(
                            e, "Event cannot be handled handler=%s eventId=%s", name, event.id());
                    transaction(() -> {
                        inbox.parking().park(name, in, event, Parking.code(e));
                        return true;
                    });
                    return false;
                }
            }
        }
    }

    /** Two writers that passed each other are no fault of the event's. */
    static boolean passes(Throwable failure) {
        return Failures.isTransient(failure)
                || Failures.problem(failure).type() == CommonProblem.STALE_ETAG;
    }

    /** Returns whether events of the aggregate wait. */
    private boolean handle(CloudEvent event, Incoming in) {
        long handled = inbox.table().lock(name, event.subject());
        InboxTable.Known known = inbox.table().known(name, event.id(), event.subject());
        if (known.duplicate()) {
            return known.waiting();
        }
        if (known.blocked() || isAhead(event, handled)) {
            inbox.kept().keep(name, in, event, null);
            return false;
        }
        if (event.aggregateversion() > handled) {
            effect(event);
            inbox.table().advance(name, event.subject(), event.aggregateversion());
        }
        inbox.table().remember(name, event.id());
        return known.waiting();
    }

    private boolean isAhead(CloudEvent event, long handled) {
        return handler.delivery() == Delivery.DELTA && event.aggregateversion() > handled + 1;
    }

    private void effect(CloudEvent event) {
        steps.at(ConsumerStep.LOCKED);
        Optional<Class<? extends E>> type = EventNames.type(handler.root(), event.type());
        if (type.isPresent()) {
            E data = inbox.events().data(event.data(), type.get());
            handler.handle(
                    data,
                    new EventContext(
                            event.id(),
                            event.type(),
                            event.subject(),
                            event.aggregateversion(),
                            event.agencyid(),
                            event.time(),
                            event.traceparent()));
        }
        steps.at(ConsumerStep.EFFECTED);
    }

    /** Handles, one transaction each, what waited and need not wait any more. */
    void drain(UUID aggregateId) {
        boolean more = true;
        while (more) {
            more = drainOne(aggregateId);
        }
    }

    private boolean drainOne(UUID aggregateId) {
        Optional<ParkedEvent> next = transaction(() -> inbox.kept().nextWaiting(name, aggregateId));
        if (next.isEmpty()) {
            return false;
        }
        ParkedEvent waiting = next.get();
        CloudEvent event = inbox.events().read(waiting.payload());
        return attempt(event, incoming(waiting), () -> handleKept(waiting, event, name));
    }

    /** Handles a kept event when its turn has come; false when it goes on waiting. */
    private boolean handleKept(ParkedEvent kept, CloudEvent event, String by) {
        long handled = inbox.table().lock(name, event.subject());
        boolean open = inbox.kept().find(kept.id()).filter(ParkedEvent::isOpen).isPresent();
        if (!open) {
            return true;
        }
        boolean itself = "PARKED".equals(kept.state());
        boolean blocked =
                !itself && inbox.table().known(name, event.id(), event.subject()).blocked();
        if (blocked || isAhead(event, handled)) {
            return false;
        }
        if (event.aggregateversion() > handled) {
            effect(event);
            inbox.table().advance(name, event.subject(), event.aggregateversion());
        }
        inbox.table().remember(name, event.id());
        inbox.kept().settle(kept.id(), "HANDLED", by, null);
        return true;
    }

    /**
     * Handles a parked event again, then what waited behind it.
     *
     * @return false when its turn has not come
     * @throws RuntimeException as the handler fails; the event stays parked
     */
    boolean replay(ParkedEvent parked, String by) {
        CloudEvent event = inbox.events().read(parked.payload());
        boolean handled =
                Trace.continuing(
                        event.traceparent(),
                        () -> transaction(() -> handleKept(parked, event, by)));
        if (handled) {
            drain(event.subject());
        }
        return handled;
    }

    /** Gives a kept event up: later ones of its aggregate no longer wait for it. */
    void discard(ParkedEvent parked, String by, String reason) {
        transaction(() -> {
            UUID aggregateId = parked.aggregateId();
            Long version = parked.version();
            if (aggregateId != null && version != null) {
                long handled = inbox.table().lock(name, aggregateId);
                if (version == handled + 1) {
                    inbox.table().advance(name, aggregateId, version);
                }
            }
            inbox.kept().settle(parked.id(), "DISCARDED", by, reason);
            return true;
        });
        if (parked.aggregateId() != null) {
            drain(parked.aggregateId());
        }
    }

    private static Incoming incoming(ParkedEvent kept) {
        return new Incoming(
                kept.topic(), kept.partition(), kept.offset(), kept.key(), kept.payload());
    }

    private <T> T transaction(Supplier<T> work) {
        return JobScope.transaction("consumer:" + name, work);
    }
}
