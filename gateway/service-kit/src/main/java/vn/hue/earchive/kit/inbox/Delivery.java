package vn.hue.earchive.kit.inbox;

/** What a handler demands of the order of one aggregate's events. */
public enum Delivery {
    /** Each event carries the full state: an older one is skipped, a gap does not matter. */
    FULL_STATE,
    /** Each event is a change: it waits until every earlier version was handled. */
    DELTA
}
