package vn.hue.earchive.archive.fixity;

import java.util.concurrent.TimeUnit;
import vn.hue.earchive.archive.store.Pace;

/**
 * Lets so many bytes pass in a second, shared by all readers of this instance. Unused time is saved
 * for one second and no longer.
 */
final class Budget implements Pace {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long bytesPerSecond;
    // When, on the clock of System.nanoTime, all that has passed is paid for.
    private long paidUntil = System.nanoTime();

    /**
     * @param bytesPerSecond 0 for no limit
     */
    Budget(long bytesPerSecond) {
        if (bytesPerSecond < 0) {
            throw new IllegalArgumentException("earchive.fixity.bytes-per-second");
        }
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public void took(long bytes) throws InterruptedException {
        if (bytesPerSecond == 0) {
            return;
        }
        long wait = charge(bytes, System.nanoTime());
        if (wait > 0) {
            TimeUnit.NANOSECONDS.sleep(wait);
        }
    }

    /** Nanoseconds to wait. */
    synchronized long charge(long bytes, long now) {
        if (paidUntil - (now - SECOND) < 0) {
            paidUntil = now - SECOND;
        }
        paidUntil += Math.round((double) bytes / bytesPerSecond * SECOND);
        return paidUntil - now;
    }
}
