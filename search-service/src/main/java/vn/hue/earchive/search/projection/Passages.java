package vn.hue.earchive.search.projection;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a page into pieces that overlap, so that a phrase at an edge stands whole in one of them.
 */
final class Passages {

    /** Characters of a piece. */
    static final int LENGTH = 1200;

    /** Characters that two neighbours share. */
    static final int OVERLAP = 120;

    private Passages() {}

    /** Never in the middle of a word that is shorter than the overlap. */
    static List<String> of(String page) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (from < page.length()) {
            int to = Math.min(page.length(), from + LENGTH);
            if (to < page.length()) {
                to = edge(page, to, to - OVERLAP);
            }
            String piece = page.substring(from, to).strip();
            if (!piece.isEmpty()) {
                pieces.add(piece);
            }
            from = to == page.length() ? to : edge(page, to - OVERLAP, to - 2 * OVERLAP);
        }
        return pieces;
    }

    /** The last place at or before {@code at} where a word ends, but not before {@code least}. */
    private static int edge(String text, int at, int least) {
        for (int place = at; place > least; place--) {
            if (Character.isWhitespace(text.charAt(place))) {
                return place;
            }
        }
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
