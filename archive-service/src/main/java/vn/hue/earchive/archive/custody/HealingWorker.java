package vn.hue.earchive.archive.custody;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
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
    private final SpreadCopies spread;
    private final CopiesPolicy policy;
    private final CustodyConfig config;
    private final AtomicLong underReplicated = new AtomicLong();
    private volatile boolean stopping;
    private final List<Thread> threads = new ArrayList<>();

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
            start(this::spreadAndHeal);
            for (int more = 1; more < config.healing().concurrency(); more++) {
                start(this::loop);
            }
        }
    }

    private void start(Runnable work) {
        threads.add(
                Thread.ofVirtual()
                        .name("copy-healing")
                        .start(() -> JobScope.run("copy-healing", work)));
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join(5000);
        }
    }

    private void spreadAndHeal() {
        boolean spread = false;
        while (!stopping && !spread) {
            try {
                this.spread.spread();
                spread = true;
            } catch (RuntimeException e) {
                LOG.warnf(e, "copies could not be called for, tried again");
                pause();
            }
        }
        loop();
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
