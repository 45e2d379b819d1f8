package vn.hue.earchive.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * What an operator can do about parked events. It concerns events of every agency and shows none of
 * their content, so it works as a job; the audit trail names the operator.
 */
@Singleton
class ParkedEvents {

    private static final Logger LOG = Logger.getLogger(ParkedEvents.class);
    private static final String JOB = "parked-events";

    private final ParkedEventTable table;
    private final EventConsumers.Deliveries deliveries;
    private final Audit audit;
    private final CurrentCaller caller;

    ParkedEvents(
            ParkedEventTable table,
            EventConsumers.Deliveries deliveries,
            Audit audit,
            CurrentCaller caller) {
        this.table = table;
        this.deliveries = deliveries;
        this.audit = audit;
        this.caller = caller;
    }

    List<ParkedEvent> list(String state, UUID after, int atMost) {
        return transaction(() -> table.list(state, after, atMost));
    }

    ParkedEvent get(UUID id) {
        return transaction(
                () -> table.find(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND)));
    }

    /** Handles it again. One that is handled already is answered as it is. */
    ParkedEvent replay(UUID id) {
        ParkedEvent parked = get(id);
        if ("HANDLED".equals(parked.state())) {
            return parked;
        }
        if (!parked.isOpen()) {
            throw new Problem(ParkedEventProblem.PARKED_EVENT_SETTLED);
        }
        String by = caller.get().subject();
        try {
            replay(parked, by);
        } catch (RuntimeException e) {
            if (EventDelivery.passes(e)) {
                throw e;
            }
            LOG.errorf(e, "Parked event still fails handler=%s id=%s", parked.handler(), id);
            String code = Parking.code(e);
            transaction(() -> {
                table.failedAgain(id, code);
                return true;
            });
            throw new Problem(ParkedEventProblem.PARKED_EVENT_STILL_FAILS, code).causedBy(e);
        }
        return settled(parked, "replayParkedEvent", Map.of("handler", parked.handler()));
    }

    private void replay(ParkedEvent parked, String by) {
        EventDelivery<?> single = single(parked.handler());
        if (single != null) {
            if (!single.replay(parked, by)) {
                throw new Problem(ParkedEventProblem.PARKED_EVENT_STILL_FAILS, "WAITING");
            }
            return;
        }
        BatchDelivery batch = batch(parked.handler());
        if (batch == null) {
            throw new Problem(ParkedEventProblem.PARKED_EVENT_STILL_FAILS, "NO_HANDLER");
        }
        batch.deliver(
                List.of(
                        new Incoming(
                                parked.topic(),
                                parked.partition(),
                                parked.offset(),
                                parked.key(),
                                parked.payload())));
        transaction(() -> {
            table.settle(parked.id(), "HANDLED", by, null);
            return true;
        });
    }

    /** Gives it up. One that was discarded already is answered as it is. */
    ParkedEvent discard(UUID id, String reason) {
        ParkedEvent parked = get(id);
        if ("DISCARDED".equals(parked.state())) {
            return parked;
        }
        if (!"PARKED".equals(parked.state())) {
            throw new Problem(ParkedEventProblem.PARKED_EVENT_SETTLED);
        }
        String by = caller.get().subject();
        EventDelivery<?> single = single(parked.handler());
        if (single != null) {
            single.discard(parked, by, reason);
        } else {
            transaction(() -> {
                table.settle(id, "DISCARDED", by, reason);
                return true;
            });
        }
        return settled(
                parked,
                "discardParkedEvent",
                Map.of("handler", parked.handler(), "reason", reason));
    }

    private ParkedEvent settled(ParkedEvent parked, String action, Map<String, String> details) {
        UUID agency = parked.agencyId() == null ? caller.get().agencyId() : parked.agencyId();
        return transaction(() -> {
            audit.append(agency, action, "parkedEvent", parked.id(), 1, details);
            return table.find(parked.id()).orElse(parked);
        });
    }

    private @org.jspecify.annotations.Nullable EventDelivery<?> single(String name) {
        return deliveries.single().values().stream()
                .flatMap(List::stream)
                .filter(delivery -> delivery.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private @org.jspecify.annotations.Nullable BatchDelivery batch(String name) {
        return deliveries.batches().values().stream()
                .map(EventConsumers.Deliveries.Batch::delivery)
                .filter(delivery -> delivery.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private <T> T transaction(Supplier<T> work) {
        return JobScope.call(JOB, () -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
