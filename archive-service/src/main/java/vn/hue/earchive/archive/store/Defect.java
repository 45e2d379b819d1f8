package vn.hue.earchive.archive.store;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one file of a copy of an object.
 *
 * @param path relative to the object root; empty when the whole object is missing
 * @param expected lower-case SHA-256 that the file should have; null when it should not be there
 * @param found lower-case SHA-256 that it has; null when it is not there, or was not read
 * @param foundSize bytes that it has, -1 when it is not there
 */
public record Defect(
        Kind kind, String path, @Nullable String expected, @Nullable String found, long foundSize) {

    /** How a file can be wrong. */
    public enum Kind {
        /** It is not there. */
        MISSING,
        /** Its bytes are others: flipped, cut, exchanged. */
        CHANGED,
        /** It is there, and nothing says that it should be. */
        UNTRACKED
    }

    /** The path of an object that is missing as a whole. */
    public static final String WHOLE = "";

    static Defect missing(String path, @Nullable String expected) {
        return new Defect(Kind.MISSING, path, expected, null, -1);
    }

    static Defect changed(String path, String expected, @Nullable String found, long foundSize) {
        return new Defect(Kind.CHANGED, path, expected, found, foundSize);
    }

    static Defect untracked(String path, long foundSize) {
        return new Defect(Kind.UNTRACKED, path, null, null, foundSize);
    }
}
