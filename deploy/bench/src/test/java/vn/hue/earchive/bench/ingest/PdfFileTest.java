package vn.hue.earchive.bench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfFileTest {

    private static final Path ROOT = Path.of(System.getProperty("earchive.root", "."));

    @ParameterizedTest
    @ValueSource(ints = {PdfFile.SMALLEST, 12_345, 200_000})
    void hasTheSizeThatWasAskedForAndTheMarksOfAPdf(int size) {
        byte[] pdf = PdfFile.of(size, "file", new SplittableRandom(1));

        assertThat(pdf).hasSize(size);
        assertThat(text(pdf)).startsWith("%PDF-1.4\n").endsWith("%%EOF\n");
    }

    @Test
    void theCrossReferenceTablePointsToEveryObject() {
        String pdf = text(PdfFile.of(50_000, "file", new SplittableRandom(1)));
        Matcher start = Pattern.compile("startxref\n(\\d+)\n").matcher(pdf);
        assertThat(start.find()).isTrue();
        String table = pdf.substring(Integer.parseInt(start.group(1)));

        Matcher entry = Pattern.compile("(\\d{10}) 00000 n ").matcher(table);
        for (int number = 1; number <= 6; number++) {
            assertThat(entry.find()).isTrue();
            assertThat(pdf.substring(Integer.parseInt(entry.group(1))))
                    .startsWith(number + " 0 obj\n");
        }
    }

    @Test
    void noTwoFilesOfARoundAreEqual() {
        IngestOptions options =
                IngestOptions.parse(
                        List.of("--dossiers", "3", "--files", "4", "--file-bytes", "3000"), ROOT);
        Set<String> digests = new HashSet<>();
        Set<String> words = new HashSet<>();
        for (int round = 0; round < 2; round++) {
            SampleDossier.Round name =
                    new SampleDossier.Round("bcdgh", round, LocalDate.of(2026, 11, 22));
            for (SampleDossier dossier : SampleDossier.round(name, options)) {
                words.add(dossier.word());
                dossier.documents().forEach(document -> digests.add(document.sha256()));
            }
        }

        assertThat(digests).hasSize(24);
        assertThat(words).hasSize(6);
    }

    /** The forms that the suite demands: domain reference 2.4 and 10. */
    @Test
    void numbersAndNotationsHaveLawfulForms() {
        IngestOptions options =
                IngestOptions.parse(
                        List.of("--dossiers", "200", "--files", "1", "--file-bytes", "2000"), ROOT);
        SampleDossier.Round round =
                new SampleDossier.Round("bcdgh", 99, LocalDate.of(2026, 11, 22));

        assertThat(SampleDossier.round(round, options))
                .allSatisfy(dossier -> {
                    assertThat(dossier.notation())
                            .matches("[\\p{L}\\d](?:[\\p{L}\\d.\\-]{0,18}[\\p{L}\\d])?");
                    assertThat(dossier.documents().getFirst().number()).matches("\\d{1,6}");
                    assertThat(dossier.documents().getFirst().notation())
                            .matches("BC-[\\p{L}\\d&.]{1,20}");
                });
    }

    private static String text(byte[] pdf) {
        return new String(pdf, StandardCharsets.ISO_8859_1);
    }
}
