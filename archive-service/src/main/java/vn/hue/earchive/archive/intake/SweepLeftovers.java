package vn.hue.earchive.archive.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.hue.earchive.archive.aip.AipDescription;
import vn.hue.earchive.archive.store.AipStore;

/**
 * Deletes what an attempt that died has left in the stores without committing it, an hour after the
 * dossier was decided, so that an object holds what its inventory names and nothing else.
 */
@ApplicationScoped
class SweepLeftovers {

    private final IntakeQueue queue;
    private final AipStore store;

    SweepLeftovers(IntakeQueue queue, AipStore store) {
        this.queue = queue;
        this.store = store;
    }

    /** Sweeps after one dossier; false when none is due. */
    boolean sweepNext() {
        Optional<UUID> due = queue.claimForSweep();
        due.ifPresent(id -> {
            store.reap(AipDescription.objIdOf(id));
            queue.swept(id);
        });
        return due.isPresent();
    }
}
