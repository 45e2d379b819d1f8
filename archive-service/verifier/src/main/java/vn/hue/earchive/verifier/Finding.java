package vn.hue.earchive.verifier;

/** One thing that was checked, in both languages. */
public record Finding(Kind kind, String vietnamese, String english) {

    /** What came of it. */
    public enum Kind {
        HOLDS,
        /** Nothing is wrong, but the reader should know. */
        NOTE,
        FAILS
    }

    static Finding holds(String vietnamese, String english) {
        return new Finding(Kind.HOLDS, vietnamese, english);
    }

    static Finding note(String vietnamese, String english) {
        return new Finding(Kind.NOTE, vietnamese, english);
    }

    static Finding fails(String vietnamese, String english) {
        return new Finding(Kind.FAILS, vietnamese, english);
    }
}
