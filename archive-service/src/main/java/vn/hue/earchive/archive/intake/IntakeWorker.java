package vn.hue.earchive.archive.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import vn.hue.earchive.archive.store.AipConflict;
import vn.hue.earchive.archive.store.FixityFailure;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Takes dossiers from the queue and checks them, a bounded number at a time. Any number of
 * instances do so side by side. Trouble around the intake is never a reason to return a dossier: it
 * waits and is tried again.
 */
@ApplicationScoped
class IntakeWorker {

    private static final Logger LOG = Logger.getLogger(IntakeWorker.class);
    private static final String JOB = "intake";
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final IntakeQueue queue;
    private final CheckDossier check;
    private final SweepLeftovers leftovers;
    private final IntakeConfig config;
    private final MeterRegistry meters;
    private final Semaphore wake = new Semaphore(0);
    private final Set<UUID> leases = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong open = new AtomicLong();
    private final AtomicLong blocked = new AtomicLong();
    private volatile boolean stopping;

    IntakeWorker(
            IntakeQueue queue,
            CheckDossier check,
            SweepLeftovers leftovers,
            IntakeConfig config,
            MeterRegistry meters) {
        this.queue = queue;
        this.check = check;
        this.leftovers = leftovers;
        this.config = config;
        this.meters = meters;
        Gauge.builder("earchive.intake.open", open, AtomicLong::get)
                .description("Dossiers that wait for a decision")
                .register(meters);
        Gauge.builder("earchive.intake.blocked", blocked, AtomicLong::get)
                .description("Dossiers that an operator has to look at")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        if (!config.enabled()) {
            return;
        }
        for (int number = 1; number <= config.concurrency(); number++) {
            begin("intake-" + number, this::work);
        }
        begin("intake-leases", this::renewLeases);
        begin("intake-sweep", this::sweep);
    }

    private void begin(String name, Runnable work) {
        threads.add(Thread.ofVirtual().name(name).start(() -> JobScope.run(JOB, work)));
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wake.release(config.concurrency() + 1);
        long until = System.nanoTime() + STOP_WITHIN.toNanos();
        for (Thread thread : threads) {
            long left = until - System.nanoTime();
            if (left > 0) {
                thread.join(Duration.ofNanos(left));
            }
            // What is cut off is taken over when its lease ends.
            thread.interrupt();
        }
    }

    void queued(
            @Observes(during = TransactionPhase.AFTER_SUCCESS) ReceiveSubmission.Queued queued) {
        wake.release(config.concurrency());
    }

    private void work() {
        while (!stopping) {
            try {
                Optional<IntakeQueue.Claim> claim = queue.claim();
                if (claim.isPresent()) {
                    check(claim.get());
                } else {
                    rest();
                }
            } catch (RuntimeException | Error e) {
                if (!stopping) {
                    LOG.warnf(e, "intake worker failed, goes on");
                    rest();
                }
            }
        }
    }

    private void check(IntakeQueue.Claim claim) {
        leases.add(claim.lease());
        Timer.Sample sample = Timer.start(meters);
        String outcome = "failed";
        try {
            outcome = check.run(claim).code();
        } catch (LeaseLost e) {
            LOG.infof("taken over by another worker dossierId=%s", claim.dossierId());
            outcome = "overtaken";
        } catch (ManifestRefused e) {
            LOG.errorf(
                    "intake blocked submissionId=%s dossierId=%s problem=%s",
                    claim.submissionId(), claim.dossierId(), e.reason());
            queue.block(claim, e.reason().name());
            outcome = "BLOCKED";
        } catch (AipConflict | FixityFailure e) {
            LOG.errorf(e, "intake blocked dossierId=%s", claim.dossierId());
            queue.block(claim, "AIP_CONFLICT");
            outcome = "BLOCKED";
        } catch (Problem e) {
            LOG.warnf(
                    "intake postponed dossierId=%s attempt=%d problem=%s",
                    claim.dossierId(), claim.attempt(), e.type().code());
            LOG.debug("cause", e);
            queue.postpone(claim, e.type().code());
            outcome = "postponed";
        } catch (RuntimeException e) {
            LOG.errorf(e, "intake postponed dossierId=%s", claim.dossierId());
            queue.postpone(claim, "INTERNAL");
            outcome = "postponed";
        } finally {
            leases.remove(claim.lease());
            sample.stop(meters.timer("earchive.intake.dossier", "outcome", outcome));
        }
    }

    private void renewLeases() {
        while (!stopping) {
            try {
                if (!leases.isEmpty()) {
                    queue.renew(List.copyOf(leases));
                }
                IntakeQueue.Backlog backlog = queue.backlog();
                open.set(backlog.open());
                blocked.set(backlog.blocked());
            } catch (RuntimeException e) {
                LOG.debugf(e, "leases not renewed");
            }
            sleep(config.lease().dividedBy(3));
        }
    }

    private void sweep() {
        while (!stopping) {
            try {
                boolean busy = true;
                while (busy && !stopping) {
                    busy = leftovers.sweepNext();
                }
            } catch (RuntimeException e) {
                LOG.debugf(e, "leftovers not swept");
            }
            sleep(SWEEP_EVERY);
        }
    }

    private void rest() {
        try {
            if (wake.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.trace("woken");
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
