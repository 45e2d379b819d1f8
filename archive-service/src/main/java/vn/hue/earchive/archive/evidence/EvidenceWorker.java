package vn.hue.earchive.archive.evidence;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Runs the {@link Sequencer}, {@link StampCheckpoints} and {@link KeepRecords} in the background of
 * every instance that has the key.
 */
@ApplicationScoped
class EvidenceWorker {

    private static final Logger LOG = Logger.getLogger(EvidenceWorker.class);

    private final Sequencer sequencer;
    private final StampCheckpoints stamps;
    private final KeepRecords records;
    private final SigningKey key;
    private final EvidenceConfig config;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    EvidenceWorker(
            Sequencer sequencer,
            StampCheckpoints stamps,
            KeepRecords records,
            SigningKey key,
            EvidenceConfig config) {
        this.sequencer = sequencer;
        this.stamps = stamps;
        this.records = records;
        this.key = key;
        this.config = config;
    }

    /**
     * @throws IllegalStateException when this instance is to sign and has no key
     */
    void start(@Observes StartupEvent event) {
        if (!config.enabled()) {
            return;
        }
        LOG.infof("Evidence log is kept key=%s", key.verifier().vkey());
        threads.add(Thread.ofVirtual().name(EvidenceJob.NAME).start(this::sequence));
        if (!config.timestamps().authorities().isEmpty()) {
            threads.add(
                    Thread.ofVirtual().name("evidence-records").start(() -> loop(records::round)));
            threads.add(
                    Thread.ofVirtual()
                            .name("evidence-timestamps")
                            .start(() ->
                                    loop(() -> {
                                        stamps.round();
                                        return false;
                                    })));
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join(5000);
        }
    }

    private interface Round {
        /** Whether there may be more to do at once. */
        boolean run() throws InterruptedException;
    }

    private void sequence() {
        loop(sequencer::round);
        giveUp();
    }

    private void loop(Round round) {
        while (!stopping) {
            try {
                boolean busy = true;
                while (busy && !stopping) {
                    busy = round.run();
                }
            } catch (InterruptedException e) {
                stopping = true;
            } catch (RuntimeException | Error e) {
                if (!stopping) {
                    LOG.warnf(e, "Evidence log was not continued, goes on");
                }
            }
            pause();
        }
    }

    private void pause() {
        try {
            Thread.sleep(config.poll());
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private void giveUp() {
        try {
            sequencer.release();
        } catch (RuntimeException e) {
            LOG.debug("The lease runs out by itself", e);
        }
    }
}
