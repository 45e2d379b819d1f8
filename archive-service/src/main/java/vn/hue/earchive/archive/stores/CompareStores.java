package vn.hue.earchive.archive.stores;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hue.earchive.archive.store.ListedObject;
import vn.hue.earchive.archive.store.StoreInspection;
import vn.hue.earchive.archive.stores.Comparisons.Running;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Compares what lies in a store with what the archive answers for, some folders at a time. May be
 * killed at any step: another worker goes on after the last step that was noted.
 */
@ApplicationScoped
class CompareStores {

    /** First folders in one step: 64 steps a store, whatever it holds. */
    private static final int STEP = 64;

    private final Comparisons comparisons;
    private final StoreInspection stores;
    private final Clock clock;

    CompareStores(Comparisons comparisons, StoreInspection stores, Clock clock) {
        this.comparisons = comparisons;
        this.stores = stores;
        this.clock = clock;
    }

    /** Does the next step of a comparison; false when none is due. */
    boolean next() {
        comparisons.beginDue(stores.stores());
        Optional<Running> taken = comparisons.take(stores.stores());
        if (taken.isEmpty()) {
            return false;
        }
        Running running = taken.get();
        Instant before = clock.instant();
        int end = Math.min(StoreInspection.PREFIXES, running.prefix() + STEP);
        List<ListedObject> listed = new ArrayList<>();
        try {
            for (int prefix = running.prefix(); prefix < end; prefix++) {
                listed.addAll(stores.list(running.store(), prefix));
            }
        } catch (Problem e) {
            comparisons.later(running, e.type().code());
            return true;
        }
        comparisons.note(running, listed, end, before);
        return true;
    }
}
