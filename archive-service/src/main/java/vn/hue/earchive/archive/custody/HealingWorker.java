package vn.hue.earchive.archive.custody;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;
import vn.hue.earchive.archive.work.Workers;

/**
 * Runs {@link HealCopies} in the background of every instance, and shows the number of
 * under-replicated holdings as {@code earchive.holdings.underreplicated}.
 */
@ApplicationScoped
class HealingWorker {

    private static final String JOB = "copy-healing";

    private final HealCopies healing;
    private final HealCopies.HealingSteps steps;
    private final SpreadCopies spread;
    private final CopiesPolicy policy;
    private final CustodyConfig config;
    private final AtomicLong underReplicated = new AtomicLong();
    private final Workers workers = new Workers();
    private boolean hasSpread;

    HealingWorker(
            HealCopies healing,
            HealCopies.HealingSteps steps,
            SpreadCopies spread,
            CopiesPolicy policy,
            CustodyConfig config,
            MeterRegistry meters) {
        this.healing = healing;
        this.steps = steps;
        this.spread = spread;
        this.policy = policy;
        this.config = config;
        Gauge.builder("earchive.holdings.underreplicated", underReplicated, AtomicLong::get)
                .description("Holdings with fewer verified copies than required")
                .register(meters);
    }

    /**
     * @throws IllegalStateException when the policy cannot be kept with the configured stores
     */
    void start(@Observes StartupEvent event) {
        policy.validate();
        if (config.healing().enabled()) {
            workers.start(JOB, config.healing().poll(), this::spreadAndHeal);
            for (int more = 1; more < config.healing().concurrency(); more++) {
                workers.start(JOB, config.healing().poll(), this::heal);
            }
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        workers.stop();
    }

    private boolean spreadAndHeal() {
        if (!hasSpread) {
            spread.spread();
            hasSpread = true;
        }
        return heal();
    }

    private boolean heal() {
        boolean busy = healing.healNext();
        if (!busy) {
            underReplicated.set(steps.underReplicated());
        }
        return busy;
    }
}
