package vn.hue.earchive.archive.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.hue.earchive.archive.work.Workers;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Reads packages in the background, a bounded number at a time, and removes what is not needed any
 * more. Any number of instances do so side by side.
 */
@ApplicationScoped
class PackageWorker {

    private static final Logger LOG = Logger.getLogger(PackageWorker.class);
    private static final String JOB = "packages";

    private final PackageQueue queue;
    private final ReadPackage read;
    private final UnpackPackage unpacked;
    private final PackageConfig config;
    private final Workers workers = new Workers();

    PackageWorker(
            PackageQueue queue, ReadPackage read, UnpackPackage unpacked, PackageConfig config) {
        this.queue = queue;
        this.read = read;
        this.unpacked = unpacked;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            for (int number = 1; number <= config.concurrency(); number++) {
                workers.start(JOB, config.poll(), this::next);
            }
            workers.start(JOB, config.poll(), this::sweep);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        workers.stop();
    }

    private boolean next() {
        Optional<PackageQueue.Claim> claim = queue.claim();
        claim.ifPresent(this::read);
        return claim.isPresent();
    }

    private void read(PackageQueue.Claim claim) {
        try {
            read.run(claim);
        } catch (LeaseLost e) {
            LOG.infof("taken over by another worker packageId=%s", claim.row().id());
        } catch (Problem e) {
            LOG.warnf(
                    "package postponed packageId=%s attempt=%d problem=%s",
                    claim.row().id(), claim.attempt(), e.type().code());
            LOG.debug("cause", e);
            queue.postpone(claim, e.type().code());
        } catch (RuntimeException e) {
            LOG.errorf(e, "package postponed packageId=%s", claim.row().id());
            queue.postpone(claim, "INTERNAL");
        }
    }

    private boolean sweep() {
        queue.expire();
        for (UUID id : queue.givenUp()) {
            unpacked.discard(id);
            queue.swept(id);
        }
        List<UUID> done = queue.done();
        for (UUID id : done) {
            unpacked.clear(id);
            queue.swept(id);
        }
        return !done.isEmpty();
    }
}
