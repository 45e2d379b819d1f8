package vn.hue.earchive.document.print;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines: at blanks, then behind the signs within a number, at last anywhere. */
final class Lines {

    private static final String BREAKS_BEHIND = "/-–.,;:_)";

    private final Face face;
    private final float size;
    private final float width;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();

    private Lines(Face face, float size, float width) {
        this.face = face;
        this.size = size;
        this.width = width;
    }

    /** At least one line; none wider than {@code width} but for a single character. */
    static List<String> of(String text, Face face, float size, float width) {
        Lines broken = new Lines(face, size, width);
        for (String paragraph : face.known(PrintableText.of(text)).split("\n", -1)) {
            for (String word : paragraph.split(" +")) {
                broken.add(word);
            }
            broken.end();
        }
        return broken.lines;
    }

    private boolean fits(CharSequence text) {
        return face.width(text.toString(), size) <= width;
    }

    private void add(String word) {
        if (word.isEmpty()) {
            return;
        }
        String longer = line.isEmpty() ? word : line + " " + word;
        if (fits(longer)) {
            line.setLength(0);
            line.append(longer);
            return;
        }
        if (!line.isEmpty()) {
            end();
        }
        String rest = word;
        while (!fits(rest)) {
            int cut = cut(rest);
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut);
        }
        line.append(rest);
    }

    private void end() {
        lines.add(line.toString());
        line.setLength(0);
    }

    /** How much of a word that is too long stands on this line; at least one character. */
    private int cut(String word) {
        int most = 1;
        float used = face.width(word.substring(0, 1), size);
        while (most < word.length()) {
            used += face.width(word.substring(most, most + 1), size);
            if (used > width) {
                break;
            }
            most++;
        }
        for (int i = most; i > 1; i--) {
            if (BREAKS_BEHIND.indexOf(word.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return most;
    }
}
