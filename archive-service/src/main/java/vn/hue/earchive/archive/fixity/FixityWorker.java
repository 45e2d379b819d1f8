package vn.hue.earchive.archive.fixity;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import vn.hue.earchive.archive.store.Pace;
import vn.hue.earchive.kit.identity.JobScope;

/**
 * Runs {@link CheckCopies} and {@link RepairCopies} in the background of every instance; counts the
 * bytes as {@code earchive.fixity.bytes}.
 */
@ApplicationScoped
class FixityWorker {

    private static final Logger LOG = Logger.getLogger(FixityWorker.class);

    private final CheckCopies check;
    private final RepairCopies repair;
    private final FixityRounds rounds;
    private final FixityConfig config;
    private final Pace pace;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    FixityWorker(
            CheckCopies check,
            RepairCopies repair,
            FixityRounds rounds,
            FixityConfig config,
            MeterRegistry meters) {
        this.check = check;
        this.repair = repair;
        this.rounds = rounds;
        this.config = config;
        Budget budget = new Budget(config.bytesPerSecond());
        Counter bytes =
                Counter.builder("earchive.fixity.bytes")
                        .description("Bytes that were read to check copies")
                        .register(meters);
        this.pace =
                read -> {
                    bytes.increment((double) read);
                    budget.took(read);
                };
    }

    void start(@Observes StartupEvent event) {
        if (!config.enabled()) {
            return;
        }
        for (int number = 1; number <= config.concurrency(); number++) {
            start("fixity-check", () -> check.checkNext(pace));
        }
        start("fixity-repair", () -> repair.repairNext(pace));
        start("fixity-round", rounds::callNext);
    }

    private interface Step {
        /** Whether there was something to do. */
        boolean run() throws InterruptedException;
    }

    private void start(String job, Step step) {
        threads.add(
                Thread.ofVirtual().name(job).start(() -> JobScope.run(job, () -> loop(job, step))));
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join(5000);
        }
    }

    private void loop(String job, Step step) {
        while (!stopping) {
            try {
                boolean busy = true;
                while (busy && !stopping) {
                    busy = step.run();
                }
                Thread.sleep(config.poll());
            } catch (InterruptedException e) {
                stopping = true;
            } catch (RuntimeException e) {
                if (!stopping) {
                    LOG.warnf(e, "%s failed, goes on", job);
                    pause();
                }
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(config.poll());
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
