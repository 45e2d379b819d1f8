package vn.hue.earchive.archive.stores;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import vn.hue.earchive.archive.store.StoreCapabilities;
import vn.hue.earchive.archive.store.StoreInspection;
import vn.hue.earchive.archive.stores.WatchStores.Seen;

/**
 * The archive stores under {@code /q/health/well}: down when one does not answer or lacks
 * conditional PUT. The service stays ready then, because intake and reading go on with the others.
 */
@Wellness
@ApplicationScoped
class StoresHealth implements HealthCheck {

    private final WatchStores watch;
    private final StoreInspection stores;

    StoresHealth(WatchStores watch, StoreInspection stores) {
        this.watch = watch;
        this.stores = stores;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("archive stores");
        boolean well = true;
        for (String store : stores.stores()) {
            Optional<Seen> seen = watch.last(store);
            Optional<StoreCapabilities> can = seen.flatMap(Seen::capabilities);
            well &= seen.isPresent() && seen.get().reachable();
            well &= can.isPresent() && can.get().conditionalPut();
            response.withData(
                    store,
                    seen.map(Seen::reachable).orElse(false)
                            ? can.map(StoresHealth::words).orElse("reachable")
                            : "not reachable");
        }
        return response.status(well).build();
    }

    private static String words(StoreCapabilities can) {
        return "conditional PUT %s, versioning %s, object lock %s"
                .formatted(
                        word(can.conditionalPut()), word(can.versioning()), word(can.objectLock()));
    }

    private static String word(boolean able) {
        return able ? "yes" : "no";
    }
}
