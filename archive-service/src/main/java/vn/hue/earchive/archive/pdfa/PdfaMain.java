package vn.hue.earchive.archive.pdfa;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import vn.hue.earchive.kit.apart.ApartMain;

/** The checking process: the path of a PDF a line, a {@link PdfaResult} a line. */
public final class PdfaMain {

    private static final int MAX_CLAUSES = 10;

    private PdfaMain() {}

    /** No arguments. */
    public static void main(String[] arguments) throws IOException {
        ApartMain.serve(() -> {
            LogManager.getLogManager().reset();
            VeraGreenfieldFoundryProvider.initialise();
            return path -> check(new File(path)).line();
        });
    }

    static PdfaResult check(File file) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file)) {
            List<PDFAFlavour> claimed =
                    parser.getFlavours().stream()
                            .filter(flavour -> flavour != PDFAFlavour.NO_FLAVOUR)
                            .toList();
            if (claimed.isEmpty()) {
                return PdfaResult.of(PdfaResult.Outcome.NOT_CLAIMED);
            }
            PDFAFlavour flavour = claimed.getFirst();
            try (PDFAValidator validator =
                    Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                return new PdfaResult(
                        result.isCompliant()
                                ? PdfaResult.Outcome.CONFORMS
                                : PdfaResult.Outcome.BROKEN,
                        flavour.getId(),
                        result.getTestAssertions().stream()
                                .map(assertion -> assertion.getRuleId().getClause())
                                .distinct()
                                .limit(MAX_CLAUSES)
                                .toList());
            }
        } catch (Exception e) { // whatever a broken file makes the library throw
            return PdfaResult.of(PdfaResult.Outcome.UNREADABLE);
        }
    }
}
