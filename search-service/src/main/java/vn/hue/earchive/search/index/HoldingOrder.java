package vn.hue.earchive.search.index;

import java.time.Instant;

/**
 * Which of two entries of one holding says more: the description of the later version, and of two
 * with the same description the one whose text was read later. What describes a holding and what it
 * says are told apart, in any order; this order is the engine's external version.
 */
public final class HoldingOrder {

    /** Bits of a second since 1970, until the year 2514. */
    private static final int SECONDS = 34;

    private static final long MOST = 1L << (Long.SIZE - 1 - SECONDS);

    private HoldingOrder() {}

    /** A description without a text. */
    public static long described(long version) {
        if (version < 1 || version >= MOST) {
            throw new IllegalArgumentException("version " + version);
        }
        return version << SECONDS;
    }

    /**
     * The same description with a text.
     *
     * @param told when the text was told
     */
    public static long saying(long version, Instant told) {
        return described(version) + Math.clamp(told.getEpochSecond(), 1, (1L << SECONDS) - 1);
    }
}
