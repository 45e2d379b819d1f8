package vn.hue.earchive.archive.pdfa;

import java.util.Arrays;
import java.util.List;

/**
 * What veraPDF says of a file.
 *
 * @param flavour for example {@code 2b}; empty when the file claims none
 * @param clauses clauses of ISO 19005 that are broken, some of them
 */
public record PdfaResult(Outcome outcome, String flavour, List<String> clauses) {

    /** What became of the check. */
    public enum Outcome {
        /** It is what it claims. */
        CONFORMS,
        /** It claims to be PDF/A and is not. */
        BROKEN,
        /** It does not claim to be PDF/A. */
        NOT_CLAIMED,
        /** It cannot be read as a PDF. */
        UNREADABLE,
        /** It is larger than is looked into. */
        TOO_LARGE,
        TIMED_OUT,
        OUT_OF_MEMORY,
        /** The checking process did not start or ended by itself. */
        NOT_RUN
    }

    static PdfaResult of(Outcome outcome) {
        return new PdfaResult(outcome, "", List.of());
    }

    /** One line: outcome, flavour and clauses, separated by tabulators. */
    String line() {
        return outcome + "\t" + flavour + "\t" + String.join(";", clauses);
    }

    static PdfaResult parse(String line) {
        String[] cells = line.split("\t", -1);
        return new PdfaResult(
                Outcome.valueOf(cells[0]),
                cells[1],
                cells[2].isEmpty() ? List.of() : Arrays.asList(cells[2].split(";")));
    }
}
