package vn.hue.earchive.archive.text.reader;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that is being read. */
interface OpenFile extends Closeable {

    int pages();

    /**
     * Text of a page, from 1; a picture of it as well where its text does not tell what it shows.
     */
    Read page(int number) throws IOException;

    /**
     * A page, from 1, in colour.
     *
     * @param maxPixels of the picture
     */
    BufferedImage draw(int number, long maxPixels) throws IOException;

    /**
     * @param picture grey, upright, at most as large as the limit; null when the text is enough
     */
    record Read(String text, @Nullable BufferedImage picture) {}
}
