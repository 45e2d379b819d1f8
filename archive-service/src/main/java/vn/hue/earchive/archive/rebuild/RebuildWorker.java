package vn.hue.earchive.archive.rebuild;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.hue.earchive.archive.work.Workers;

/** Works on rebuilds in the background of every instance; one is at it, the others wait. */
@ApplicationScoped
class RebuildWorker {

    /** Name of the work, whatever thread does it. */
    static final String JOB = "rebuild";

    private final Rebuild rebuild;
    private final RebuildConfig config;
    private final Workers workers = new Workers();

    RebuildWorker(Rebuild rebuild, RebuildConfig config) {
        this.rebuild = rebuild;
        this.config = config;
    }

    /** A step that fails leaves its lease; after that it goes on with what was committed. */
    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            workers.start(JOB, config.poll(), rebuild::next);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        workers.stop();
    }
}
