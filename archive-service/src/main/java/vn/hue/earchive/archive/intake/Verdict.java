package vn.hue.earchive.archive.intake;

/** What the virus scanner said about one file. */
sealed interface Verdict {

    record Clean() implements Verdict {}

    /**
     * @param signature name of the malware as the scanner gives it
     */
    record Infected(String signature) implements Verdict {}

    /** No scanner is configured. */
    record NotScanned() implements Verdict {}

    /** The scanner refused the file for its size. */
    record TooLarge() implements Verdict {}
}
