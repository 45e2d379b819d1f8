package vn.hue.earchive.search.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.hue.earchive.search.index.AgencyEntry;
import vn.hue.earchive.search.index.AgencyIndex;

/**
 * The names of agencies, kept for a minute: they change a few times in a decade. As many as there
 * are agencies that search.
 */
@ApplicationScoped
class AgencyNames {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final AgencyIndex index;
    private final Clock clock;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    AgencyNames(AgencyIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    /** Empty while the agency has not been told of. */
    Optional<AgencyEntry.Names> of(UUID agencyId) {
        Known kept = known.get(agencyId);
        if (kept != null && clock.instant().isBefore(kept.until())) {
            return Optional.of(kept.names());
        }
        Optional<AgencyEntry.Names> found = index.find(agencyId);
        found.ifPresent(names -> known.put(agencyId, new Known(names, clock.instant().plus(KEPT))));
        return found;
    }

    private record Known(AgencyEntry.Names names, Instant until) {}
}
