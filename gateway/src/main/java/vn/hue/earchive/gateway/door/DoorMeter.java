package vn.hue.earchive.gateway.door;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import vn.hue.earchive.gateway.routing.ServiceRoutes;

/**
 * {@code earchive.gateway.answers}: time from request to end of answer by {@code service}
 * ("gateway" for what it answered itself) and {@code status}. No paths and no accounts among the
 * tags, so that their number stays small.
 */
@ApplicationScoped
class DoorMeter {

    private final MeterRegistry registry;
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

    DoorMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    void follow(RoutingContext context) {
        long began = System.nanoTime();
        context.addEndHandler(ended ->
                timers.computeIfAbsent(
                                new Key(
                                        ServiceRoutes.servedBy(context),
                                        context.response().getStatusCode()),
                                this::timer)
                        .record(System.nanoTime() - began, TimeUnit.NANOSECONDS));
    }

    private Timer timer(Key key) {
        return Timer.builder("earchive.gateway.answers")
                .tag("service", key.service())
                .tag("status", Integer.toString(key.status()))
                .register(registry);
    }

    private record Key(String service, int status) {}
}
