package vn.hue.earchive.archive.evidence;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import vn.hue.earchive.archive.work.Workers;

/**
 * Runs the {@link Sequencer}, {@link WitnessCheckpoints}, {@link StampCheckpoints} and {@link
 * KeepRecords} in the background of every instance that has the key.
 */
@ApplicationScoped
class EvidenceWorker {

    private static final Logger LOG = Logger.getLogger(EvidenceWorker.class);

    private final Sequencer sequencer;
    private final StampCheckpoints stamps;
    private final WitnessCheckpoints witnesses;
    private final KeepRecords records;
    private final SigningKey key;
    private final EvidenceConfig config;
    private final Workers workers = new Workers();

    EvidenceWorker(
            Sequencer sequencer,
            StampCheckpoints stamps,
            WitnessCheckpoints witnesses,
            KeepRecords records,
            SigningKey key,
            EvidenceConfig config) {
        this.sequencer = sequencer;
        this.stamps = stamps;
        this.witnesses = witnesses;
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
        workers.start(EvidenceJob.NAME, config.poll(), this::sequence);
        workers.start("evidence-witnesses", config.poll(), witnesses::round);
        if (!config.timestamps().authorities().isEmpty()) {
            workers.start("evidence-records", config.poll(), records::round);
            workers.start("evidence-timestamps", config.poll(), stamps::round);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        workers.stop();
        if (config.enabled()) {
            giveUp();
        }
    }

    private boolean sequence() {
        witnesses.begin();
        return sequencer.round();
    }

    private void giveUp() {
        try {
            sequencer.release();
        } catch (RuntimeException e) {
            LOG.debug("The lease runs out by itself", e);
        }
    }
}
