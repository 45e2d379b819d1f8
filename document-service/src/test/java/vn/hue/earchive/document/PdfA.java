package vn.hue.earchive.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Judges a PDF as an archive would: by veraPDF, and by the text that comes out of it again. */
public final class PdfA {

    private PdfA() {}

    /** Red with every rule of PDF/A-2u that the file breaks. */
    public static void assertConforms(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                Foundries.defaultInstance()
                        .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_U)) {
            ValidationResult result =
                    Foundries.defaultInstance()
                            .createValidator(PDFAFlavour.PDFA_2_U, false)
                            .validate(parser);
            assertThat(
                            result.getTestAssertions().stream()
                                    .map(a -> a.getRuleId().getClause() + " " + a.getMessage())
                                    .distinct()
                                    .limit(10)
                                    .collect(Collectors.toList()))
                    .isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    /** All text in reading order, blanks and line ends as single blanks. */
    public static String text(byte[] pdf) throws IOException {
        return text(pdf, 1, Integer.MAX_VALUE);
    }

    public static String text(byte[] pdf, int first, int last) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(first);
            stripper.setEndPage(Math.min(last, document.getNumberOfPages()));
            return stripper.getText(document).replaceAll("\\s+", " ");
        }
    }

    public static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }
}
