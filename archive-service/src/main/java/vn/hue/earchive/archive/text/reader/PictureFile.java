package vn.hue.earchive.archive.text.reader;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A picture, or several in one TIFF: nothing of them is text until it is recognised. */
final class PictureFile implements OpenFile {

    private final ImageInputStream bytes;
    private final ImageReader reader;
    private final int pages;
    private final long maxPixels;

    PictureFile(File file, long maxPixels) throws IOException {
        this.maxPixels = maxPixels;
        ImageInputStream in = ImageIO.createImageInputStream(file);
        if (in == null) {
            throw new IOException("no stream");
        }
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            in.close();
            throw new IOException("no picture that is known");
        }
        this.bytes = in;
        this.reader = readers.next();
        reader.setInput(in);
        // A GIF is one picture for us, however much it moves.
        this.pages = reader.getFormatName().equalsIgnoreCase("gif") ? 1 : reader.getNumImages(true);
    }

    @Override
    public int pages() {
        return pages;
    }

    @Override
    public Read page(int number) throws IOException {
        return new Read("", draw(number, maxPixels, BufferedImage.TYPE_BYTE_GRAY));
    }

    @Override
    public BufferedImage draw(int number, long most) throws IOException {
        return draw(number, most, BufferedImage.TYPE_INT_RGB);
    }

    /** Read with every n-th pixel where it is larger than the limit: no size fills the heap. */
    private BufferedImage draw(int number, long most, int type) throws IOException {
        long width = reader.getWidth(number - 1);
        long height = reader.getHeight(number - 1);
        ImageReadParam parameters = reader.getDefaultReadParam();
        int every = (int) Math.ceil(Math.sqrt((double) width * height / most));
        if (every > 1) {
            parameters.setSourceSubsampling(every, every, 0, 0);
        }
        BufferedImage read = reader.read(number - 1, parameters);
        var drawn = new BufferedImage(read.getWidth(), read.getHeight(), type);
        Graphics2D graphics = drawn.createGraphics();
        graphics.drawImage(read, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return drawn;
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        bytes.close();
    }
}
