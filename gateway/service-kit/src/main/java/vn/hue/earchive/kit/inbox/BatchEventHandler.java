package vn.hue.earchive.kit.inbox;

import java.util.List;

/**
 * Takes the events of one topic in batches without a transaction, for effects that are guarded
 * outside PostgreSQL, such as an index by external version; a CDI bean. Offsets are committed after
 * the return, so a batch may come again and events of one aggregate may come twice.
 */
public interface BatchEventHandler {

    /** Topic without the deployment's prefix. */
    String topic();

    /** Stable name in metrics and parked events; unique within the service. */
    default String name() {
        return HandlerNames.of(getClass());
    }

    /** Events in the order of their partitions; never empty. */
    void handle(List<ReceivedEvent> batch);
}
