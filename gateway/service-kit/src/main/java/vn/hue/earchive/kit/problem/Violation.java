package vn.hue.earchive.kit.problem;

/**
 * One finding in a request. All findings are reported, not the first one only.
 *
 * @param pointer JSON pointer into the body, for example {@code /files/0/uploadId}, or the name of
 *     a query or header parameter
 * @param code stable, upper snake case
 * @param message for a person, in the language of the answer; when empty, the answer takes {@code
 *     CODE.message} of the problem texts
 */
public record Violation(String pointer, String code, String message) {

    /** A finding whose message stands in the problem texts as {@code CODE.message}. */
    public static Violation of(String pointer, String code) {
        return new Violation(pointer, code, "");
    }
}
