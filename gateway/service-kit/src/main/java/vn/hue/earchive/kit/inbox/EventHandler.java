package vn.hue.earchive.kit.inbox;

/**
 * Takes the events of one topic; a CDI bean. Each event is handled once, in one transaction of the
 * role {@code <prefix>_jobs} that also holds the inbox row, so that an effect in the database and
 * the memory of having had it commit together. What the handler does elsewhere must be repeatable.
 *
 * <p>A handler is quick: it notes work for a job rather than doing it for minutes. It throws when
 * it cannot: trouble of the database, the store or the broker is tried again with a growing pause,
 * anything else parks the event and its key for an operator.
 *
 * @param <E> root of the events, usually a sealed interface whose {@code JsonSubTypes} name them
 */
public interface EventHandler<E> {

    /** Types outside this root are passed over. */
    Class<E> root();

    /** Topic without the deployment's prefix. */
    String topic();

    Delivery delivery();

    /** Stable name under which handled events are remembered; unique within the service. */
    default String name() {
        return HandlerNames.of(getClass());
    }

    void handle(E event, EventContext context);
}
