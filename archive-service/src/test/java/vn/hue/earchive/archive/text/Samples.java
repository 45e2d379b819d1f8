package vn.hue.earchive.archive.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Files to read. */
public final class Samples {

    /** Says it in its text layer. */
    public static final String BORN_DIGITAL = "05-CT-UBND.pdf";

    /** Says the same in a picture only. */
    public static final String SCAN = "05-CT-UBND.scan.pdf";

    private Samples() {}

    /** A document of the demo data. */
    public static byte[] document(String name) {
        try {
            return Files.readAllBytes(Path.of("../deploy/local/demo/documents", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PDF of pages that say which they are. */
    public static byte[] pages(int count) {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (int number = 1; number <= count; number++) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(50, 700);
                    content.showText("This is page " + number + " of a plan of the ward.");
                    content.endText();
                }
            }
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A PDF of a few MB whose cross references unpack to 3 GB. */
    public static byte[] bomb() {
        var packed = new ByteArrayOutputStream();
        var pdf = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 3072; i++) {
                deflate.write(zeros);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pdf.writeBytes("%PDF-1.7\n".getBytes(StandardCharsets.ISO_8859_1));
        int xref = pdf.size();
        pdf.writeBytes(
                "1 0 obj\n<< /Type /XRef /Size 900000000 /W [1 2 1] /Root 2 0 R /Filter /FlateDecode /Length %d >>\nstream\n"
                        .formatted(packed.size())
                        .getBytes(StandardCharsets.ISO_8859_1));
        pdf.writeBytes(packed.toByteArray());
        pdf.writeBytes(
                "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n"
                        .formatted(xref)
                        .getBytes(StandardCharsets.ISO_8859_1));
        return pdf.toByteArray();
    }
}
