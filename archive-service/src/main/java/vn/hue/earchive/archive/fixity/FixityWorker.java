package vn.hue.earchive.archive.fixity;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.hue.earchive.archive.store.Pace;
import vn.hue.earchive.archive.work.Workers;

/**
 * Runs {@link CheckCopies} and {@link RepairCopies} in the background of every instance; counts the
 * bytes as {@code earchive.fixity.bytes}.
 */
@ApplicationScoped
class FixityWorker {

    private final CheckCopies check;
    private final RepairCopies repair;
    private final FixityRounds rounds;
    private final FixityConfig config;
    private final Pace pace;
    private final Workers workers = new Workers();

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
            workers.start("fixity-check", config.poll(), () -> check.checkNext(pace));
        }
        workers.start("fixity-repair", config.poll(), () -> repair.repairNext(pace));
        workers.start("fixity-round", config.poll(), rounds::callNext);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        workers.stop();
    }
}
