package vn.hue.earchive.kit.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.identity.JobScope;

/** Counts parked events for the metrics. */
@Singleton
class ParkedEventGauge {

    private static final Logger LOG = Logger.getLogger(ParkedEventGauge.class);
    private static final int EVERY_SECONDS = 15;

    private final ParkedEventTable table;
    private final AtomicLong parked = new AtomicLong();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("parked-event-gauge").daemon().factory());
    private @Nullable ScheduledFuture<?> counting;

    ParkedEventGauge(ParkedEventTable table, MeterRegistry metrics) {
        this.table = table;
        Gauge.builder("earchive.events.parked", parked, AtomicLong::get)
                .description("Events that wait for an operator")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        counting = timer.scheduleWithFixedDelay(this::count, 1, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void count() {
        try {
            parked.set(
                    JobScope.<Long, RuntimeException>call(
                            "parked-event-gauge",
                            () -> QuarkusTransaction.requiringNew().call(table::parked)));
        } catch (RuntimeException e) {
            LOG.debug("Parked events not counted", e);
        }
    }

    @PreDestroy
    void stop() {
        ScheduledFuture<?> running = counting;
        if (running != null) {
            running.cancel(false);
        }
        timer.shutdown();
    }
}
