package vn.hue.earchive.archive.store;

import org.jspecify.annotations.Nullable;

/**
 * What became of a defect.
 *
 * @param source store that the good bytes came from; null for bytes that follow from a noted
 *     inventory, and where nothing was repaired
 */
public record Repaired(Defect defect, Outcome outcome, @Nullable String source) {

    /** How a repair can end. */
    public enum Outcome {
        /** The right bytes are there again. */
        REPAIRED,
        /** It was moved out of the object, and is kept. */
        SET_ASIDE,
        /** No store has the right bytes; nothing was touched. */
        UNREPAIRABLE,
        /** Nobody has noted that version; nothing was touched, a person decides. */
        LEFT
    }
}
