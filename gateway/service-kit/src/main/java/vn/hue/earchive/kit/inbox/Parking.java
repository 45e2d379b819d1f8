package vn.hue.earchive.kit.inbox;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.events.CloudEvent;
import vn.hue.earchive.kit.events.CloudEvents;
import vn.hue.earchive.kit.events.EventFacts;
import vn.hue.earchive.kit.events.UnreadableEvent;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.kafka.Broker;
import vn.hue.earchive.kit.outbox.Outbox;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Failures;
import vn.hue.earchive.kit.problem.ProblemType;

/** Parks an event and tells the dead-letter topic where it is, both in one transaction. */
@Singleton
class Parking {

    private static final Logger LOG = Logger.getLogger(Parking.class);
    private static final String TYPE = "event.parked.v1";
    private static final UUID NO_AGENCY = new UUID(0, 0);

    private final ParkedEventTable table;
    private final Outbox outbox;
    private final CloudEvents events;
    private final Clock clock;
    private final String service;

    Parking(
            ParkedEventTable table,
            Outbox outbox,
            CloudEvents events,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.table = table;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
        this.service = service;
    }

    /** Where a parked event is; never what is in it. */
    record Coordinates(
            String service,
            String handler,
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            UUID eventId,
            String errorCode) {}

    @Transactional(Transactional.TxType.MANDATORY)
    void park(String handler, Incoming in, @Nullable CloudEvent event, String errorCode) {
        Optional<UUID> parked = table.keep(handler, in, event, errorCode);
        if (parked.isEmpty()) {
            return;
        }
        UUID eventId = event == null ? in.derivedId() : event.id();
        LOG.errorf(
                "Event parked handler=%s topic=%s partition=%d offset=%d eventId=%s code=%s",
                handler, in.topic(), in.partition(), in.offset(), eventId, errorCode);
        EventFacts facts =
                new EventFacts(
                        parked.get(),
                        1,
                        event == null ? NO_AGENCY : event.agencyid(),
                        clock.instant(),
                        Broker.DEAD_LETTER);
        Coordinates where =
                new Coordinates(
                        service,
                        handler,
                        in.topic(),
                        in.partition(),
                        in.offset(),
                        in.key(),
                        eventId,
                        errorCode);
        outbox.add(
                Broker.DEAD_LETTER,
                parked.get(),
                1,
                events.write(events.envelope(Ids.next(), TYPE, facts, where)));
    }

    /** A stable code for an operator; the failure itself is in the log only. */
    static String code(Throwable failure) {
        if (failure instanceof UnreadableEvent) {
            return "UNREADABLE_EVENT";
        }
        ProblemType type = Failures.problem(failure).type();
        return type == CommonProblem.INTERNAL ? "HANDLER_FAILED" : type.code();
    }
}
