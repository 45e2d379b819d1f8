package vn.hue.earchive.archive.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Ends the work on a rebuild after some step, as {@code kill -9} would. */
@ApplicationScoped
public class RebuildKill {

    /** Passes every handler of failures. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed by the test");
        }
    }

    private final ConcurrentHashMap<RebuildRuns.Stage, AtomicInteger> armed =
            new ConcurrentHashMap<>();

    /** Kills the next rebuild after this many steps of a stage, once. */
    public void after(String stage, int steps) {
        armed.put(RebuildRuns.Stage.valueOf(stage), new AtomicInteger(steps));
    }

    /** Whether every kill that was asked for has happened. */
    public boolean isDone() {
        return armed.isEmpty();
    }

    void at(@Observes RebuildProgress progress) {
        AtomicInteger left = armed.get(progress.stage());
        if (left != null && left.decrementAndGet() <= 0) {
            armed.remove(progress.stage());
            throw new Killed();
        }
    }
}
