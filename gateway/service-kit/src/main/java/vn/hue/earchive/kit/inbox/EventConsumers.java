package vn.hue.earchive.kit.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.hue.earchive.kit.kafka.Broker;

/**
 * Runs one consumer for each topic that the service has a handler for, when {@code
 * earchive.consumers.enabled}. Any number of instances share the partitions.
 */
@Singleton
public class EventConsumers {

    private static final int AFTER_TOPICS = 300;

    private final Broker broker;
    private final Deliveries deliveries;
    private final MeterRegistry metrics;
    private final boolean enabled;
    private final int batch;
    private final List<ConsumerLoop> loops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    EventConsumers(
            Broker broker,
            Deliveries deliveries,
            MeterRegistry metrics,
            @ConfigProperty(name = "earchive.consumers.enabled") boolean enabled,
            @ConfigProperty(name = "earchive.consumers.batch", defaultValue = "200") int batch) {
        this.broker = broker;
        this.deliveries = deliveries;
        this.metrics = metrics;
        this.enabled = enabled;
        this.batch = batch;
    }

    void start(@Observes @Priority(AFTER_TOPICS) StartupEvent event) {
        deliveries.check();
        if (!enabled) {
            return;
        }
        deliveries.single().forEach(this::consume);
        deliveries.batches().forEach(this::consumeBatches);
    }

    private void consume(String topic, List<EventDelivery<?>> handlers) {
        start(
                topic,
                () -> "",
                new ConsumerLoop.Work(
                        false,
                        group -> {
                            Incoming in = Incoming.of(topic, group.getFirst());
                            handlers.forEach(handler -> handler.deliver(in));
                        }));
    }

    private void consumeBatches(String topic, Deliveries.Batch handler) {
        start(
                topic,
                handler.generation(),
                new ConsumerLoop.Work(
                        true,
                        group ->
                                handler.delivery()
                                        .deliver(
                                                group.stream()
                                                        .map(m -> Incoming.of(topic, m))
                                                        .toList())));
    }

    private void start(String topic, Supplier<String> generation, ConsumerLoop.Work work) {
        ConsumerLoop loop =
                new ConsumerLoop(
                        broker.topic(topic),
                        generation,
                        of -> broker.consumer(broker.group(topic, of), batch),
                        work);
        Gauge.builder("earchive.consumer.lag", loop, ConsumerLoop::lag)
                .tag("topic", topic)
                .description("Events of this instance's partitions that are not dealt with")
                .register(metrics);
        loops.add(loop);
        threads.add(Thread.ofPlatform().name("consumer-" + topic).daemon().start(loop));
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loops.forEach(ConsumerLoop::stop);
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(10));
        }
    }

    /** The handlers of this service. */
    @Singleton
    static class Deliveries {

        private final Instance<EventHandler<?>> handlers;
        private final Instance<BatchEventHandler> batchHandlers;
        private final EventDelivery.Inbox inbox;

        Deliveries(
                @Any Instance<EventHandler<?>> handlers,
                @Any Instance<BatchEventHandler> batchHandlers,
                vn.hue.earchive.kit.events.CloudEvents events,
                InboxTable table,
                ParkedEventTable kept,
                Parking parking) {
            this.handlers = handlers;
            this.batchHandlers = batchHandlers;
            this.inbox = new EventDelivery.Inbox(events, table, kept, parking);
        }

        record Batch(Supplier<String> generation, BatchDelivery delivery) {}

        /** Topic → its handlers. */
        Map<String, List<EventDelivery<?>>> single() {
            Map<String, List<EventDelivery<?>>> topics = new TreeMap<>();
            for (EventHandler<?> handler : handlers) {
                topics.computeIfAbsent(handler.topic(), t -> new ArrayList<>())
                        .add(new EventDelivery<>(handler, inbox, ConsumerSteps.NOBODY));
            }
            return topics;
        }

        /** Topic → its batch handler. */
        Map<String, Batch> batches() {
            Map<String, Batch> topics = new TreeMap<>();
            for (BatchEventHandler handler : batchHandlers) {
                topics.put(
                        handler.topic(),
                        new Batch(
                                handler::generation,
                                new BatchDelivery(handler, inbox.events(), inbox.parking())));
            }
            return topics;
        }

        /** Two handlers of one name would share what they remember. */
        void check() {
            Set<String> names = new HashSet<>();
            Set<String> topics = new HashSet<>();
            for (EventHandler<?> handler : handlers) {
                require(names.add(handler.name()), "two handlers are named " + handler.name());
                topics.add(handler.topic());
            }
            for (BatchEventHandler handler : batchHandlers) {
                require(names.add(handler.name()), "two handlers are named " + handler.name());
                require(
                        topics.add(handler.topic()),
                        "a batch handler shares its topic: " + handler.topic());
            }
        }

        private static void require(boolean holds, String otherwise) {
            if (!holds) {
                throw new IllegalStateException("Event handlers: " + otherwise);
            }
        }
    }
}
