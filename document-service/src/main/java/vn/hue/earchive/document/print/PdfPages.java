package vn.hue.earchive.document.print;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a PDF/A-2u document, written from the top down. Finished pages lie in a temporary file;
 * in memory are the current one and some hundred bytes for each other. Lengths are points.
 */
final class PdfPages implements AutoCloseable {

    static final float MM = 72f / 25.4f;

    private static final float TOP = 18 * MM;
    private static final float BOTTOM = 18 * MM;
    private static final float LEFT_BOUND = 22 * MM;
    private static final float RIGHT = 15 * MM;
    private static final float FOOTER_SIZE = 8.5f;

    private final PDDocument document;
    private final PDRectangle format;
    private final @Nullable String mark;
    private final Face regular;
    private final Face bold;
    private final Face italic;
    private @Nullable PDPageContentStream page;
    private float y;

    PdfPages(PaperForm.Orientation orientation, @Nullable String mark) throws IOException {
        document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
        PDRectangle a4 = PDRectangle.A4;
        format = orientation == PaperForm.Orientation.PORTRAIT ? a4 : turned(a4);
        this.mark = mark;
        regular = Face.Cut.REGULAR.in(document);
        bold = Face.Cut.BOLD.in(document);
        italic = Face.Cut.ITALIC.in(document);
    }

    @SuppressWarnings("ArgumentSelectionDefectChecker") // On purpose: that is what turning is.
    private static PDRectangle turned(PDRectangle upright) {
        return new PDRectangle(upright.getHeight(), upright.getWidth());
    }

    Face regular() {
        return regular;
    }

    Face bold() {
        return bold;
    }

    Face italic() {
        return italic;
    }

    float left() {
        return LEFT_BOUND;
    }

    float width() {
        return format.getWidth() - LEFT_BOUND - RIGHT;
    }

    /** Height of an empty page. */
    float height() {
        return format.getHeight() - TOP - BOTTOM;
    }

    float room() {
        return y - BOTTOM;
    }

    float y() {
        return y;
    }

    void down(float points) {
        y -= points;
    }

    void newPage() throws IOException {
        endPage();
        PDPage fresh = new PDPage(format);
        document.addPage(fresh);
        page = new PDPageContentStream(document, fresh, AppendMode.APPEND, true);
        y = format.getHeight() - TOP;
        if (mark != null) {
            mark(page, mark);
        }
    }

    private void mark(PDPageContentStream to, String text) throws IOException {
        float size = 64;
        String known = bold.known(PrintableText.of(text));
        float half = bold.width(known, size) / 2;
        to.setNonStrokingColor(0.88f);
        to.beginText();
        to.setFont(bold.font(), size);
        Matrix place = Matrix.getTranslateInstance(format.getWidth() / 2, format.getHeight() / 2);
        place.concatenate(Matrix.getRotateInstance(Math.PI / 6, 0, 0));
        place.concatenate(Matrix.getTranslateInstance(-half, -size / 3));
        to.setTextMatrix(place);
        to.showText(known);
        to.endText();
        to.setNonStrokingColor(0f);
    }

    private void endPage() throws IOException {
        if (page != null) {
            page.close();
        }
    }

    private PDPageContentStream page() {
        if (page == null) {
            throw new IllegalStateException("No page yet");
        }
        return page;
    }

    /** One line of {@link Face#known} text with its base line at {@code base}. */
    void text(String line, Face face, float size, float x, float base) throws IOException {
        if (line.isEmpty()) {
            return;
        }
        PDPageContentStream to = page();
        to.beginText();
        to.setFont(face.font(), size);
        to.newLineAtOffset(x, base);
        to.showText(line);
        to.endText();
    }

    /** A line of text between {@code x} and {@code x + width}. */
    void text(
            String line,
            Face face,
            float size,
            float x,
            float width,
            Column.Align align,
            float base)
            throws IOException {
        float free = width - face.width(line, size);
        float shift =
                switch (align) {
                    case LEFT -> 0;
                    case CENTRE -> free / 2;
                    case RIGHT -> free;
                };
        text(line, face, size, x + shift, base);
    }

    void rule(float fromX, float fromY, float toX, float toY) throws IOException {
        PDPageContentStream to = page();
        to.setLineWidth(0.5f);
        to.moveTo(fromX, fromY);
        to.lineTo(toX, toY);
        to.stroke();
    }

    /** Numbers the pages and writes the document; nothing can be added afterwards. */
    void finish(OutputStream to, PdfArchival.Description description, String footer)
            throws IOException {
        endPage();
        page = null;
        int count = document.getNumberOfPages();
        String known = regular.known(PrintableText.of(footer)).replace('\n', ' ');
        int number = 0;
        for (PDPage one : document.getPages()) {
            number++;
            String pageNumber = "Trang " + number + "/" + count;
            try (PDPageContentStream foot =
                    new PDPageContentStream(document, one, AppendMode.APPEND, true, true)) {
                foot(foot, known, LEFT_BOUND);
                float width = regular.width(pageNumber, FOOTER_SIZE);
                foot(foot, pageNumber, format.getWidth() - RIGHT - width);
            }
        }
        PdfArchival.describe(document, description);
        // Object streams would gather all objects in memory before the first byte is written.
        document.save(to, CompressParameters.NO_COMPRESSION);
    }

    private void foot(PDPageContentStream to, String text, float x) throws IOException {
        to.beginText();
        to.setFont(regular.font(), FOOTER_SIZE);
        to.newLineAtOffset(x, BOTTOM - 8 * MM);
        to.showText(text);
        to.endText();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
