package vn.hue.earchive.document.scheme;

import java.util.List;

/**
 * What a version would do to the lines of lists from its year on that are not closed.
 *
 * @param planHash what an approval names
 * @param placed lines that have a place in the version before
 * @param moves where they go; the code of the version before and of this one
 * @param byHand notations of lines that the version leaves to be placed by hand
 * @param forgotten headings with lines of which the version says nothing: it cannot come into force
 *     before it does
 */
record SchemePlanView(
        String planHash,
        int placed,
        List<Move> moves,
        List<String> byHand,
        List<String> forgotten) {

    record Move(String from, String to, int lines) {}
}
