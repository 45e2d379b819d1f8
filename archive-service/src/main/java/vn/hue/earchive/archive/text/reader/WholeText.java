package vn.hue.earchive.archive.text.reader;

import java.awt.image.BufferedImage;
import java.io.IOException;

/** A file that is one text without pages. */
record WholeText(String text) implements OpenFile {

    @Override
    public int pages() {
        return 1;
    }

    @Override
    public Read page(int number) {
        return new Read(text, null);
    }

    @Override
    public BufferedImage draw(int number, long maxPixels) throws IOException {
        throw new IOException("a text has no pages to draw");
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
