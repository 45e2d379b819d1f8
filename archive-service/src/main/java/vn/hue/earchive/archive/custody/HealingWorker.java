package vn.hue.earchive.archive.custody;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.identity.JobScope;

/**
 * Runs {@link HealCopies} in the background of every instance, and shows the number of
 * under-replicated holdings as {@code earchive.holdings.underreplicated}.
 */
@ApplicationScoped
class HealingWorker {

    private static final Logger LOG = Logger.getLogger(HealingWorker.class);

    private final HealCopies healing;
    private final HealCopies.HealingSteps steps;
    private final CustodyConfig config;
    private final AtomicLong underReplicated = new AtomicLong();
    private volatile boolean stopping;
    private @Nullable Thread thread;

    HealingWorker(
            HealCopies healing,
            HealCopies.HealingSteps steps,
            CustodyConfig config,
            MeterRegistry meters) {
        this.healing = healing;
        this.steps = steps;
        this.config = config;
        Gauge.builder("earchive.holdings.underreplicated", underReplicated, AtomicLong::get)
                .description("Holdings with fewer verified copies than required")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        if (config.healing().enabled()) {
            thread =
                    Thread.ofVirtual()
                            .name("copy-healing")
                            .start(() -> JobScope.run("copy-healing", this::loop));
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(5000);
        }
    }

    private void loop() {
        while (!stopping) {
            try {
                boolean busy = true;
                while (busy && !stopping) {
                    busy = healing.healNext();
                }
                underReplicated.set(steps.underReplicated());
            } catch (RuntimeException e) {
                if (!stopping) {
                    LOG.warnf(e, "healing of copies failed, goes on");
                }
            }
            pause();
        }
    }

    private void pause() {
        try {
            Thread.sleep(config.healing().poll());
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
