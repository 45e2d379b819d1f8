package vn.hue.earchive.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jboss.logging.Logger;
import vn.hue.earchive.kit.events.CloudEvent;
import vn.hue.earchive.kit.events.CloudEvents;
import vn.hue.earchive.kit.events.UnreadableEvent;
import vn.hue.earchive.kit.identity.JobScope;

/** Brings batches to one handler and parks what can never be taken. */
final class BatchDelivery {

    private static final Logger LOG = Logger.getLogger(BatchDelivery.class);

    private final BatchEventHandler handler;
    private final CloudEvents events;
    private final Parking parking;
    private final String name;

    BatchDelivery(BatchEventHandler handler, CloudEvents events, Parking parking) {
        this.handler = handler;
        this.events = events;
        this.parking = parking;
        this.name = handler.name();
    }

    String name() {
        return name;
    }

    /**
     * Deals with a batch. May be repeated.
     *
     * @throws RuntimeException when the handler could not take it now
     */
    void deliver(List<Incoming> batch) {
        List<ReceivedEvent> readable = new ArrayList<>();
        IdentityHashMap<ReceivedEvent, Incoming> sources = new IdentityHashMap<>();
        for (Incoming in : batch) {
            try {
                CloudEvent event = events.read(in.payload());
                ReceivedEvent received = new ReceivedEvent(event, event.data());
                readable.add(received);
                sources.put(received, in);
            } catch (UnreadableEvent e) {
                transaction(() -> parking.park(name, in, null, Parking.code(e)));
            }
        }
        if (readable.isEmpty()) {
            return;
        }
        for (BatchEventHandler.Rejected rejected :
                JobScope.call("consumer:" + name, () -> handler.handle(readable))) {
            Incoming in = sources.get(rejected.event());
            if (in == null) {
                LOG.errorf("A handler rejects an event that it was not given handler=%s", name);
            } else {
                transaction(() ->
                        parking.park(name, in, rejected.event().envelope(), rejected.reason()));
            }
        }
    }

    private void transaction(Runnable work) {
        JobScope.run("consumer:" + name, () -> QuarkusTransaction.requiringNew().run(work));
    }
}
