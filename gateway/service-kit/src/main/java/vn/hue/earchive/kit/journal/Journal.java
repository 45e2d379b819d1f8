package vn.hue.earchive.kit.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import vn.hue.earchive.kit.events.CloudEvents;
import vn.hue.earchive.kit.events.EventFacts;
import vn.hue.earchive.kit.events.EventNames;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.outbox.Outbox;

/**
 * Records what a state change leaves behind, in its transaction: the event for the other services
 * and the audit entry. Either all three commit or none.
 */
@ApplicationScoped
public class Journal {

    private final CloudEvents events;
    private final Outbox outbox;
    private final Audit audit;

    Journal(CloudEvents events, Outbox outbox, Audit audit) {
        this.events = events;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Records one event. Its wire name is the one that {@code JsonSubTypes} of its sealed root
     * gives.
     *
     * @param event a record with {@code aggregateId()}, {@code version()}, {@code agencyId()},
     *     {@code occurredAt()} and {@code topic()}
     * @param action what was done, in the words of the domain, for example {@code closeDossier}
     * @param details what the audit trail keeps besides; codes, ids and digests, no content
     * @throws RuntimeException when the aggregate already has an event of this version: two writers
     *     have passed each other, and the transaction must not commit
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Object event, String action, String aggregateType, Map<String, ?> details) {
        EventFacts facts = EventFacts.of(event);
        UUID id = Ids.next();
        String type = EventNames.of(event.getClass());
        outbox.add(
                facts.topic(),
                facts.aggregateId(),
                facts.version(),
                events.write(events.envelope(id, type, facts, event)));
        audit.append(
                facts.agencyId(),
                action,
                aggregateType,
                facts.aggregateId(),
                facts.version(),
                details);
    }
}
