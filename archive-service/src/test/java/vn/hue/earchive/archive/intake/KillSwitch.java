package vn.hue.earchive.archive.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends the work on a dossier at one step, once, as {@code kill -9} would: nothing after that point
 * runs, no lease is given back, no retry is noted.
 */
@ApplicationScoped
class KillSwitch {

    /** Passes every handler of failures. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed by the test");
        }
    }

    private final Map<UUID, IntakeProgress.Step> armed = new ConcurrentHashMap<>();

    void killOnce(UUID dossierId, IntakeProgress.Step at) {
        armed.put(dossierId, at);
    }

    boolean hasKilled(UUID dossierId) {
        return !armed.containsKey(dossierId);
    }

    void at(@Observes IntakeProgress progress) {
        if (armed.remove(progress.dossierId(), progress.step())) {
            throw new Killed();
        }
    }
}
