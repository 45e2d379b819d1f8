package vn.hue.earchive.archive.evidence;

/**
 * Fired between two steps of the sequencer. A crash at any of these points must neither lose an
 * entry, nor give two the same place, nor leave a checkpoint without its tiles.
 */
record EvidenceProgress(Step step) {

    enum Step {
        /** The lease is held; the published checkpoint was found consistent. */
        CHECKED,
        /** Entries have their places, committed; nothing of it is published. */
        SEQUENCED,
        /** One more tile or bundle lies in the bucket. */
        TILE_WRITTEN,
        /** The signed checkpoint lies in the bucket; the database does not know. */
        CHECKPOINT_WRITTEN,
        /** All is done. */
        PUBLISHED
    }
}
