package vn.hue.earchive.archive.text.reader;

/** Why text, or some of it, is missing. */
public enum ReadProblem {
    /** Not what it says it is, or broken. */
    UNREADABLE,
    /** A password is needed. */
    ENCRYPTED,
    /** Text whose letters nobody can tell. */
    ENCODING_UNKNOWN,
    /** Took longer than one page, or one file, may take. */
    TIMED_OUT,
    OUT_OF_MEMORY,
    /** The reading process ended. */
    CRASHED,
    /** The rest of a long file was not read. */
    TOO_MANY_PAGES,
    TOO_MUCH_TEXT,
    /** A picture could not be recognised. */
    OCR_FAILED
}
