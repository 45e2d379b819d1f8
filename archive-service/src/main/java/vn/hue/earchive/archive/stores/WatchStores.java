package vn.hue.earchive.archive.stores;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import vn.hue.earchive.archive.store.StoreCapabilities;
import vn.hue.earchive.archive.store.StoreInspection;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Looks whether each store answers, what it can do, and whether it was exchanged for an empty one
 * while the service was serving: then its copies are noted as missing and made again.
 */
@ApplicationScoped
class WatchStores {

    private static final Logger LOG = Logger.getLogger(WatchStores.class);
    private static final int SAMPLE = 20;

    private final StoreInspection stores;
    private final StoreLosses losses;
    private final Clock clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    WatchStores(StoreInspection stores, StoreLosses losses, Clock clock) {
        this.stores = stores;
        this.losses = losses;
        this.clock = clock;
    }

    /**
     * What this instance saw of a store last.
     *
     * @param capabilities empty while it has never answered
     */
    record Seen(boolean reachable, Optional<StoreCapabilities> capabilities, Instant at) {}

    /** What this instance saw of the store last; empty before the first look. */
    Optional<Seen> last(String store) {
        return Optional.ofNullable(seen.get(store));
    }

    /** Looks at every store once. */
    void look() {
        stores.stores().forEach(this::look);
        boolean busy = true;
        while (busy) {
            busy = losses.noteNext();
        }
    }

    /** Tries out what the store can do, as long as it has not told. */
    Optional<StoreCapabilities> probe(String store) {
        Optional<StoreCapabilities> known = last(store).flatMap(Seen::capabilities);
        try {
            StoreCapabilities capabilities =
                    known.isPresent() ? known.get() : stores.capabilities(store);
            seen.put(store, new Seen(true, Optional.of(capabilities), clock.instant()));
            return Optional.of(capabilities);
        } catch (Problem e) {
            seen.put(store, new Seen(false, known, clock.instant()));
            return known;
        }
    }

    private void look(String store) {
        try {
            Optional<String> identity = stores.identity(store);
            if (identity.isEmpty()) {
                stores.mark(store);
                identity = stores.identity(store);
            }
            if (identity.isPresent() && !identity.equals(losses.identity(store))) {
                boolean lost = isLost(store);
                losses.meet(store, identity.get(), lost);
                if (lost) {
                    LOG.errorf(
                            "Archive store was exchanged, its copies are made again store=%s",
                            store);
                }
            }
            probe(store);
        } catch (Problem e) {
            seen.put(
                    store,
                    new Seen(false, last(store).flatMap(Seen::capabilities), clock.instant()));
        }
    }

    /** Whether it lacks what it should have; an identity can be lost alone. */
    private boolean isLost(String store) {
        return losses.sample(store, SAMPLE).stream()
                .anyMatch(objectId -> !stores.has(store, objectId));
    }
}
