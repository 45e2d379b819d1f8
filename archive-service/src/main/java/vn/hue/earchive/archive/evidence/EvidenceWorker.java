package vn.hue.earchive.archive.evidence;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs the {@link Sequencer} in the background of every instance that has the key. */
@ApplicationScoped
class EvidenceWorker {

    private static final Logger LOG = Logger.getLogger(EvidenceWorker.class);

    private final Sequencer sequencer;
    private final SigningKey key;
    private final EvidenceConfig config;
    private @Nullable Thread thread;
    private volatile boolean stopping;

    EvidenceWorker(Sequencer sequencer, SigningKey key, EvidenceConfig config) {
        this.sequencer = sequencer;
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
        thread = Thread.ofVirtual().name(EvidenceJob.NAME).start(this::loop);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            running.join(5000);
        }
    }

    private void loop() {
        while (!stopping) {
            try {
                boolean busy = true;
                while (busy && !stopping) {
                    busy = sequencer.round();
                }
            } catch (RuntimeException | Error e) {
                if (!stopping) {
                    LOG.warnf(e, "Evidence log was not continued, goes on");
                }
            }
            try {
                Thread.sleep(config.poll());
            } catch (InterruptedException e) {
                stopping = true;
            }
        }
        giveUp();
    }

    private void giveUp() {
        try {
            sequencer.release();
        } catch (RuntimeException e) {
            LOG.debug("The lease runs out by itself", e);
        }
    }
}
