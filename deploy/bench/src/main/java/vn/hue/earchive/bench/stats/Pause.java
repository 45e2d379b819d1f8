package vn.hue.earchive.bench.stats;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Waiting that belongs to the measurement itself: the pace of a load, the interval of a poll, a
 * Retry-After.
 */
public final class Pause {

    private Pause() {}

    /** Returns at once for a duration of nothing or less. */
    public static void of(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }
}
