package vn.hue.earchive.kit.inbox;

/** Points between two steps of a consumer; the fault tests kill it at each. */
enum ConsumerStep {
    /** The event came from Kafka; nothing was done. */
    RECEIVED,
    /** The transaction holds the aggregate's lock; the effect is next. */
    LOCKED,
    /** The effect is written, not committed. */
    EFFECTED,
    /** Effect and inbox row are committed; the offset is not. */
    COMMITTED,
    /** Events that waited behind this one are handled; the offset is not committed. */
    DRAINED
}
