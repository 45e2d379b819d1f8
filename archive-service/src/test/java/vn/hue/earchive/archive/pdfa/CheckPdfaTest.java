package vn.hue.earchive.archive.pdfa;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hue.earchive.archive.spool.SpooledFile;
import vn.hue.earchive.archive.spool.TestSpool;

/** What is said of PDFs, by the real process. */
class CheckPdfaTest {

    @TempDir Path folder;

    /** Red when a claim is believed without a check (shown). */
    @Test
    void tellsPdfAFromWhatOnlyClaimsIt() throws Exception {
        CheckPdfa checks = checks(Duration.ofSeconds(60));

        assertThat(said(checks, TestPdf.pdfa(), false))
                .contains(new PdfaResult(PdfaResult.Outcome.CONFORMS, "2b", java.util.List.of()));
        PdfaResult pretender = said(checks, TestPdf.pretender(), false).orElseThrow();
        assertThat(pretender.outcome()).isEqualTo(PdfaResult.Outcome.BROKEN);
        assertThat(pretender.clauses()).contains("6.5.2");
        assertThat(outcome(checks, TestPdf.plain(), true)).contains(PdfaResult.Outcome.NOT_CLAIMED);
        assertThat(outcome(checks, Arrays.copyOf("%PDF-1.7".getBytes(US_ASCII), 900), true))
                .contains(PdfaResult.Outcome.UNREADABLE);
        assertThat(said(checks, new byte[5000], true)).isEmpty();
        checks.close();
    }

    /** Red when the half of a file is judged. */
    @Test
    void doesNotLookIntoWhatIsTooLarge() {
        CheckPdfa checks = checks(Duration.ofSeconds(60));
        byte[] large = Arrays.copyOf(TestPdf.pdfa(), 400_000);

        assertThat(outcome(checks, large, true)).contains(PdfaResult.Outcome.TOO_LARGE);
        checks.close();
    }

    /** Red when a file can hold up the intake for as long as it likes (shown). */
    @Test
    void endsAFileThatTakesTooLongAndGoesOnWithTheNext() throws Exception {
        CheckPdfa slow = checks(Duration.ofNanos(1));

        assertThat(outcome(slow, TestPdf.pdfa(), true)).contains(PdfaResult.Outcome.TIMED_OUT);
        assertThat(outcome(slow, TestPdf.pdfa(), true)).contains(PdfaResult.Outcome.TIMED_OUT);
        slow.close();
    }

    private Optional<PdfaResult> said(CheckPdfa checks, byte[] bytes, boolean wanted) {
        PdfaLook look = checks.begin(wanted);
        for (int at = 0; at < bytes.length; at += 700) {
            look.pass(bytes, at, Math.min(700, bytes.length - at));
        }
        try (SpooledFile file = TestSpool.of(folder, 300_000).file("a.pdf", bytes)) {
            return look.of(file);
        }
    }

    private Optional<PdfaResult.Outcome> outcome(CheckPdfa checks, byte[] bytes, boolean wanted) {
        return said(checks, bytes, wanted).map(PdfaResult::outcome);
    }

    private static CheckPdfa checks(Duration timeLimit) {
        return new CheckPdfa(
                new PdfaConfig() {
                    @Override
                    public boolean enabled() {
                        return true;
                    }

                    @Override
                    public boolean demanded() {
                        return false;
                    }

                    @Override
                    public int processes() {
                        return 1;
                    }

                    @Override
                    public int heapMb() {
                        return 256;
                    }

                    @Override
                    public Duration timeLimit() {
                        return timeLimit;
                    }
                });
    }
}
