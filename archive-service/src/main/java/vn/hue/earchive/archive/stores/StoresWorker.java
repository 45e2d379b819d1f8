package vn.hue.earchive.archive.stores;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.hue.earchive.archive.store.StoreCapabilities;
import vn.hue.earchive.archive.store.StoreInspection;
import vn.hue.earchive.archive.work.Workers;

/** Runs {@link WatchStores} and {@link CompareStores} in the background of every instance. */
@ApplicationScoped
class StoresWorker {

    private final WatchStores watch;
    private final CompareStores compare;
    private final StoreInspection stores;
    private final StoresConfig config;
    private final Workers workers = new Workers();

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
            workers.start(
                    "store-watch",
                    config.watch(),
                    () -> {
                        watch.look();
                        return false;
                    });
            workers.start("store-comparison", config.watch(), compare::next);
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

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        workers.stop();
    }
}
