package vn.hue.earchive.archive.pronom;

import java.util.List;

/**
 * What PRONOM says of a file.
 *
 * @param hits the formats that it may have: none, one, or several that the signatures do not tell
 *     apart
 */
public record PronomResult(Outcome outcome, List<PronomHit> hits) {

    /** What became of the look. */
    public enum Outcome {
        LOOKED,
        /** A container (ZIP, OLE2) of which not all is there, or that cannot be opened. */
        CONTAINER_NOT_READ,
        TIMED_OUT,
        OUT_OF_MEMORY,
        /** The process did not start or ended by itself, or the look is switched off. */
        NOT_RUN
    }

    public PronomResult {
        hits = List.copyOf(hits);
    }

    public static PronomResult of(Outcome outcome) {
        return new PronomResult(outcome, List.of());
    }
}
