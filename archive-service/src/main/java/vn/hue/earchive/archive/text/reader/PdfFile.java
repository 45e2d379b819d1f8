package vn.hue.earchive.archive.text.reader;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A PDF: its text layer, and a picture of each page that is a scan. */
final class PdfFile implements OpenFile {

    /** A page that says less than this beside a picture is a scan with a stamp, not a text. */
    private static final int FEW_LETTERS = 40;

    private static final int FORMS_WITHIN_FORMS = 4;
    private static final long MAX_SCRATCH_BYTES = 1L << 30;
    private static final float DPI = 300f;
    private static final float POINTS_PER_INCH = 72f;

    private final PDDocument document;
    private final long maxPixels;

    PdfFile(File file, long maxPixels) throws IOException {
        this.document =
                Loader.loadPDF(
                        file,
                        "",
                        null,
                        null,
                        MemoryUsageSetting.setupTempFileOnly(MAX_SCRATCH_BYTES).streamCache);
        this.maxPixels = maxPixels;
    }

    @Override
    public int pages() {
        return document.getNumberOfPages();
    }

    @Override
    public Read page(int number) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        String text = stripper.getText(document);
        PDPage page = document.getPage(number - 1);
        boolean scan =
                text.codePoints().filter(Character::isLetter).limit(FEW_LETTERS).count()
                                < FEW_LETTERS
                        && hasPicture(page.getResources(), FORMS_WITHIN_FORMS);
        return new Read(text, scan ? draw(number, maxPixels, ImageType.GRAY) : null);
    }

    @Override
    public BufferedImage draw(int number, long most) throws IOException {
        return draw(number, most, ImageType.RGB);
    }

    /** At 300 dpi, or with as many pixels as there may be. */
    private BufferedImage draw(int number, long most, ImageType type) throws IOException {
        PDRectangle box = document.getPage(number - 1).getCropBox();
        double points = Math.max(1.0, box.getWidth()) * Math.max(1.0, box.getHeight());
        double within = Math.sqrt(most / points) * POINTS_PER_INCH;
        var renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        return renderer.renderImageWithDPI(number - 1, (float) Math.min(DPI, within), type);
    }

    private static boolean hasPicture(PDResources resources, int deep) throws IOException {
        if (resources == null) {
            return false;
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)) {
                return true;
            }
            if (deep > 0
                    && resources.getXObject(name) instanceof PDFormXObject form
                    && hasPicture(form.getResources(), deep - 1)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
