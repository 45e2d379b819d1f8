package vn.hue.earchive.archive.custody;

import java.time.Duration;

/** Pauses between attempts that double up to a limit. */
public final class Backoff {

    private Backoff() {}

    /**
     * The pause after an attempt.
     *
     * @param attempt number of the attempt that failed, from 1
     */
    public static Duration pause(int attempt, Duration first, Duration longest) {
        Duration pause = first.multipliedBy(1L << Math.clamp(attempt - 1L, 0, 20));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
