package vn.hue.earchive.archive.rebuild;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.identity.JobScope;

/** Works on rebuilds in the background of every instance; one is at it, the others wait. */
@ApplicationScoped
class RebuildWorker {

    private static final Logger LOG = Logger.getLogger(RebuildWorker.class);
    private static final String JOB = "rebuild";
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final Rebuild rebuild;
    private final RebuildConfig config;
    private @Nullable Thread thread;
    private volatile boolean stopping;

    RebuildWorker(Rebuild rebuild, RebuildConfig config) {
        this.rebuild = rebuild;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            thread = Thread.ofVirtual().name(JOB).start(() -> JobScope.run(JOB, this::work));
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(STOP_WITHIN);
        }
    }

    private void work() {
        while (!stopping) {
            try {
                boolean busy = true;
                while (busy && !stopping) {
                    busy = rebuild.next();
                }
                Thread.sleep(config.poll());
            } catch (InterruptedException e) {
                stopping = true;
            } catch (RuntimeException | Error e) {
                // Its lease ends; then it goes on after the last step that was committed.
                LOG.warnf(e, "rebuild failed, goes on");
                rest();
            }
        }
    }

    private void rest() {
        try {
            Thread.sleep(config.poll());
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
