package vn.hue.earchive.search.projection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jboss.logging.Logger;
import vn.hue.earchive.kit.inbox.BatchEventHandler.Rejected;
import vn.hue.earchive.kit.inbox.ReceivedEvent;
import vn.hue.earchive.search.index.WriteReport;

/**
 * Projects a batch with one bulk write. Of several versions of one entry in a batch only the newest
 * is written. What cannot be projected is rejected; an engine that is down throws, so that the
 * batch comes again.
 */
@ApplicationScoped
class Projector {

    private static final Logger LOG = Logger.getLogger(Projector.class);

    private final MeterRegistry metrics;
    private final Clock clock;

    Projector(MeterRegistry metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    <T> List<Rejected> project(
            String topic,
            List<ReceivedEvent> batch,
            Function<ReceivedEvent, Optional<T>> toItem,
            Function<T, String> idOf,
            ToLongFunction<T> versionOf,
            Function<List<T>, WriteReport> write) {
        List<Rejected> rejected = new ArrayList<>();
        Map<String, Projected<T>> newest = new LinkedHashMap<>();
        for (ReceivedEvent event : batch) {
            try {
                toItem.apply(event)
                        .map(item -> new Projected<>(event, item))
                        .ifPresent(projected ->
                                newest.merge(
                                        idOf.apply(projected.item()),
                                        projected,
                                        (a, b) -> newer(a, b, versionOf)));
            } catch (Facts.PoisonFact e) {
                rejected.add(new Rejected(event, String.valueOf(e.getMessage())));
            } catch (RuntimeException e) {
                // Projecting is a pure function of the event: what fails now fails for ever.
                LOG.debugf(e, "Not projected eventId=%s", event.envelope().id());
                rejected.add(
                        new Rejected(event, "NOT_PROJECTABLE " + e.getClass().getSimpleName()));
            }
        }
        if (!newest.isEmpty()) {
            List<T> items = newest.values().stream().map(Projected::item).toList();
            for (WriteReport.Refusal refusal : write.apply(items).refusals()) {
                Projected<T> refused = newest.get(refusal.id());
                if (refused != null) {
                    rejected.add(new Rejected(refused.event(), refusal.reason()));
                }
            }
        }
        measure(topic, batch, rejected.size());
        return rejected;
    }

    private static <T> Projected<T> newer(
            Projected<T> a, Projected<T> b, ToLongFunction<T> versionOf) {
        return versionOf.applyAsLong(b.item()) > versionOf.applyAsLong(a.item()) ? b : a;
    }

    private void measure(String topic, List<ReceivedEvent> batch, int rejected) {
        Timer delay =
                Timer.builder("earchive.search.projection.delay")
                        .description("From the commit of a fact to its write to the index")
                        .tag("topic", topic)
                        .publishPercentiles(0.5, 0.99)
                        .register(metrics);
        for (ReceivedEvent event : batch) {
            Duration age = Duration.between(event.envelope().time(), clock.instant());
            delay.record(age.isNegative() ? Duration.ZERO : age);
        }
        Counter.builder("earchive.search.projection.rejected")
                .description("Events that can never be projected, parked for an operator")
                .tag("topic", topic)
                .register(metrics)
                .increment(rejected);
    }

    private record Projected<T>(ReceivedEvent event, T item) {}
}
