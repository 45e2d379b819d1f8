package vn.hue.earchive.archive.evidence;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import vn.hue.earchive.archive.evidence.EvidenceViews.Log;

/**
 * The evidence log under {@code /q/health/well}: down when it is not signed, or when an entry has
 * waited too long. The service stays ready: what is done meanwhile waits for its place.
 */
@Wellness
@ApplicationScoped
class EvidenceHealth implements HealthCheck {

    private final ReadEvidence evidence;
    private final EvidenceConfig config;
    private final Clock clock;

    EvidenceHealth(ReadEvidence evidence, EvidenceConfig config, Clock clock) {
        this.evidence = evidence;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        Log log = evidence.log();
        boolean late =
                log.waitingSince() != null
                        && log.waitingSince().plus(config.late()).isBefore(clock.instant());
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("evidence log")
                        .status(log.refusal() == null && !late)
                        .withData("size", log.size())
                        .withData("published", log.publishedSize())
                        .withData("waiting", log.waiting());
        if (log.refusal() != null) {
            response.withData("refusal", log.refusal());
        }
        return response.build();
    }
}
