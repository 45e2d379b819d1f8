package vn.hue.earchive.document.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * One cut of the typeface in one document. Liberation Serif has the widths of Times New Roman,
 * which Decree 30/2020 Annex I demands, and every Vietnamese letter; of it only the glyphs in use
 * are embedded.
 */
final class Face {

    /** Stands for a character that the typeface does not have. */
    private static final char UNKNOWN = '□';

    private static final float NOT_MEASURED = -1f;

    private final PDType0Font font;
    private final float[] widths = new float[Character.MAX_VALUE + 1];

    /** The cuts that the papers use. */
    enum Cut {
        REGULAR("Regular"),
        BOLD("Bold"),
        ITALIC("Italic");

        @SuppressWarnings("ImmutableEnumChecker") // Read once, never written.
        private final byte[] file;

        Cut(String name) {
            file = read("/liberation/LiberationSerif-" + name + ".ttf");
        }

        private static byte[] read(String resource) {
            try (InputStream in = Face.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("No font " + resource);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Face in(PDDocument document) throws IOException {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            // Substitutions cost ten times what the rest of a page does, and Vietnamese needs none.
            font.setEnableGsub(false);
            return new Face(PDType0Font.load(document, font, true));
        }
    }

    private Face(PDType0Font font) {
        this.font = font;
        Arrays.fill(widths, NOT_MEASURED);
    }

    PDType0Font font() {
        return font;
    }

    /** The text with a box for each character that this typeface lacks. */
    String known(String text) {
        StringBuilder known = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point ->
                        known.append(
                                point <= Character.MAX_VALUE && (point == '\n' || has((char) point))
                                        ? (char) point
                                        : UNKNOWN));
        return known.toString();
    }

    private boolean has(char one) {
        return width(one) >= 0;
    }

    /** In points, of text whose characters are {@link #known}. */
    float width(String text, float size) {
        float width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += Math.max(0, width(text.charAt(i)));
        }
        return width * size / 1000f;
    }

    /** In thousandths of the size; -2 when there is no glyph. */
    private float width(char one) {
        if (widths[one] == NOT_MEASURED) {
            widths[one] = measure(one);
        }
        return widths[one];
    }

    private float measure(char one) {
        try {
            return font.getStringWidth(String.valueOf(one));
        } catch (IllegalArgumentException | IOException e) {
            return -2f;
        }
    }
}
