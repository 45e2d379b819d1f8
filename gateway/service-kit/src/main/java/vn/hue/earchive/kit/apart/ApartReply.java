package vn.hue.earchive.kit.apart;

/** What became of one request. */
public sealed interface ApartReply {

    /**
     * @param line what the process said, one line without its end
     */
    record Answer(String line) implements ApartReply {}

    /** The request cost its process; the next request gets a new one. */
    record Lost(Cause cause) implements ApartReply {}

    /** Why a process was lost. */
    enum Cause {
        TIMED_OUT,
        OUT_OF_MEMORY,
        /** It ended by itself, or its answer had no end. */
        ENDED
    }
}
