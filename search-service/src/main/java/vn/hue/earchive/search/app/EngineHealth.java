package vn.hue.earchive.search.app;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import vn.hue.earchive.search.index.EntryIndex;

/** Ready when the engine answers and the index is there. Not ready is not broken: facts wait. */
@Readiness
class EngineHealth implements HealthCheck {

    private final EntryIndex index;

    EngineHealth(EntryIndex index) {
        this.index = index;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            return HealthCheckResponse.named("search engine").status(index.exists()).build();
        } catch (RuntimeException e) {
            return HealthCheckResponse.named("search engine").down().build();
        }
    }
}
