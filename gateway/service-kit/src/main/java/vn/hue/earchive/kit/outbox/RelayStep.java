package vn.hue.earchive.kit.outbox;

/** Points between two steps of the relay; the fault tests kill it at each. */
enum RelayStep {
    /** Shards are leased and committed. */
    LEASED,
    /** Unsent rows are read; nothing was sent. */
    READ,
    /** Some of the rows were handed to the producer; no acknowledgement was waited for. */
    SENDING,
    /** The broker has acknowledged; nothing is marked. */
    ACKNOWLEDGED,
    /** The marks are written, not committed. */
    MARKING,
    /** The marks are committed. */
    MARKED
}
