package vn.hue.earchive.kit.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.kafka.Broker;

/**
 * Runs this instance's relay as long as the service runs, when {@code earchive.relay.enabled}. Any
 * number of instances may run one: they share the shards.
 */
@Singleton
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration LAG_EVERY = Duration.ofSeconds(5);
    private static final int AFTER_TOPICS = 200;

    private final OutboxTable table;
    private final Broker broker;
    private final RelayBell bell;
    private final RelayLimits limits;
    private final boolean enabled;
    private final AtomicReference<Double> lag = new AtomicReference<>(0.0);
    private volatile boolean running;
    private @Nullable Thread thread;

    OutboxRelay(
            OutboxTable table,
            Broker broker,
            RelayBell bell,
            MeterRegistry metrics,
            @ConfigProperty(name = "earchive.relay.enabled") boolean enabled,
            @ConfigProperty(name = "earchive.relay.batch", defaultValue = "500") int batch,
            @ConfigProperty(name = "earchive.relay.lease", defaultValue = "15s") Duration lease,
            @ConfigProperty(name = "earchive.relay.poll", defaultValue = "500ms") Duration poll) {
        this.table = table;
        this.broker = broker;
        this.bell = bell;
        this.enabled = enabled;
        this.limits = new RelayLimits(batch, lease, poll, broker.topic(""));
        Gauge.builder("earchive.outbox.oldest.unsent", lag, AtomicReference::get)
                .baseUnit("seconds")
                .description("Age of the oldest event that waits for Kafka")
                .register(metrics);
    }

    void start(@Observes @Priority(AFTER_TOPICS) StartupEvent event) {
        if (enabled) {
            running = true;
            thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        bell.ring();
        Thread worker = thread;
        if (worker != null) {
            worker.join(Duration.ofSeconds(10));
        }
    }

    private void run() {
        String owner = UUID.randomUUID().toString();
        try (KafkaProducer<String, String> producer = broker.producer()) {
            Relay relay = new Relay(owner, table, producer, limits, RelaySteps.NOBODY);
            loop(relay);
            relay.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("The relay stopped; its leases run out by themselves", e);
        }
    }

    private void loop(Relay relay) throws InterruptedException {
        int failures = 0;
        long lagAt = System.nanoTime();
        while (running) {
            try {
                boolean more = relay.round();
                failures = 0;
                if (System.nanoTime() - lagAt >= 0) {
                    lag.set(table.oldestUnsentSeconds());
                    lagAt = System.nanoTime() + LAG_EVERY.toNanos();
                }
                if (!more) {
                    bell.await(limits.poll());
                }
            } catch (RuntimeException e) {
                Duration pause = Relay.backOff(failures);
                failures++;
                LOG.warnf(e, "Events wait in the outbox retryIn=%s", pause);
                lag.updateAndGet(seconds -> seconds + pause.toMillis() / 1000.0);
                bell.await(pause);
            }
        }
    }
}
