package vn.hue.earchive.kit.inbox;

import java.util.List;

/**
 * Takes the events of one topic in batches without a transaction, for effects that are guarded
 * outside PostgreSQL, such as an index by external version; a CDI bean. Offsets are committed after
 * the return, so a batch may come again and events of one aggregate may come twice.
 *
 * <p>An exception means that nothing of the batch is done for good (the index is down, say): the
 * same batch is handed over again with a growing pause, for as long as it takes. An event that can
 * never be taken is not thrown but returned as rejected: it is parked with its coordinates on the
 * dead-letter topic, and neither the partition nor later events of its key wait for it.
 */
public interface BatchEventHandler {

    /** Topic without the deployment's prefix. */
    String topic();

    /** Stable name in metrics and parked events; unique within the service. */
    default String name() {
        return HandlerNames.of(getClass());
    }

    /**
     * Names what the events build up; asked before consuming starts, again and again while it
     * throws, and every few seconds afterwards. It is part of the consumer group, so that what was
     * deleted and made anew under another generation is filled from the beginning of the topic.
     * Empty: there is only ever one.
     */
    default String generation() {
        return "";
    }

    /**
     * Handles events in the order of their partitions.
     *
     * @param batch never empty
     * @return the events that can never be taken; empty when all were
     */
    List<Rejected> handle(List<ReceivedEvent> batch);

    /**
     * An event that can never be taken.
     *
     * @param reason stable code and what an operator needs to know; never content of the event
     */
    record Rejected(ReceivedEvent event, String reason) {}
}
