package vn.hue.earchive.archive.pdfa;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * The checking process: reads the path of a PDF a line from its standard input and writes one
 * {@link PdfaResult} a line, {@value #READY} first; ends with its input.
 */
public final class PdfaMain {

    static final String READY = "READY";
    private static final int MAX_CLAUSES = 10;

    private PdfaMain() {}

    /** No arguments. */
    public static void main(String[] arguments) throws IOException {
        PrintStream replies = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        // Whatever a library prints must not be taken for an answer, and fills no disk.
        System.setOut(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        replies.println(READY);
        replies.flush();
        var requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String path = requests.readLine(); path != null; path = requests.readLine()) {
            replies.println(check(new File(path)).line());
            replies.flush();
        }
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
