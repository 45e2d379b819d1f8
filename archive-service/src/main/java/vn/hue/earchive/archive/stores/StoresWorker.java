package vn.hue.earchive.archive.stores;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import vn.hue.earchive.archive.store.StoreCapabilities;
import vn.hue.earchive.archive.store.StoreInspection;
import vn.hue.earchive.kit.identity.JobScope;

/** Runs {@link WatchStores} and {@link CompareStores} in the background of every instance. */
@ApplicationScoped
class StoresWorker {

    private static final Logger LOG = Logger.getLogger(StoresWorker.class);

    private final WatchStores watch;
    private final CompareStores compare;
    private final StoreInspection stores;
    private final StoresConfig config;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    StoresWorker(
            WatchStores watch, CompareStores compare, StoreInspection stores, StoresConfig config) {
        this.watch = watch;
        this.compare = compare;
        this.stores = stores;
        this.config = config;
    }

    /**
     * @throws IllegalStateException when a store that answers lacks what production needs
     */
    void start(@Observes StartupEvent event) {
        if (config.requireConditionalPut()) {
            for (String store : stores.stores()) {
                watch.probe(store).ifPresent(can -> require(store, can));
            }
        }
        if (config.enabled()) {
            start(
                    "store-watch",
                    config.watch(),
                    () -> {
                        watch.look();
                        return false;
                    });
            start("store-comparison", config.watch(), compare::next);
        }
    }

    /**
     * @throws IllegalStateException when the store lacks what production needs
     */
    static void require(String store, StoreCapabilities can) {
        if (!can.conditionalPut()) {
            throw new IllegalStateException(
                    "archive store "
                            + store
                            + " does not honour If-None-Match: two writers of one object could"
                            + " overwrite each other; use another store, or set"
                            + " earchive.stores.require-conditional-put=false outside of production");
        }
    }

    private interface Step {
        /** Whether there was something to do. */
        boolean run();
    }

    private void start(String job, Duration pause, Step step) {
        threads.add(
                Thread.ofVirtual()
                        .name(job)
                        .start(() -> JobScope.run(job, () -> loop(job, pause, step))));
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join(5000);
        }
    }

    private void loop(String job, Duration pause, Step step) {
        while (!stopping) {
            try {
                boolean busy = true;
                while (busy && !stopping) {
                    busy = step.run();
                }
            } catch (RuntimeException e) {
                if (!stopping) {
                    LOG.warnf(e, "%s failed, goes on", job);
                }
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                stopping = true;
            }
        }
    }
}
