package vn.hue.earchive.archive.text;

/** What became of the text of one file. */
public enum FileState {
    /** There is text; its problem, if any, says why there is not more of it. */
    TEXT,
    /** Read to the end, and there was none. */
    EMPTY,
    /** Pictures in it are not recognised yet; what else it says is there. */
    NO_OCR,
    /** Nothing reads this format, or it is a photo or a recording. */
    UNSUPPORTED,
    /** Larger than is looked into. */
    TOO_LARGE,
    /** It could not be read; the problem says why. */
    FAILED
}
