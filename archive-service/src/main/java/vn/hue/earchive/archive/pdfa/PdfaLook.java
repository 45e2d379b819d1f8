package vn.hue.earchive.archive.pdfa;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.hue.earchive.archive.spool.SpooledFile;

/**
 * One file that passes: whether it begins like a PDF and bears the trace of a claim ({@code
 * pdfaid}). Without the trace a file that need not be PDF/A is not looked into: most files of an
 * office are such, and no library touches them.
 */
public final class PdfaLook {

    private static final int HEADER_WITHIN = 1024;
    private static final byte[] TRACE = "pdfaid".getBytes(StandardCharsets.US_ASCII);

    private final CheckPdfa checks;
    private final boolean wanted;
    private final byte[] first = new byte[HEADER_WITHIN];
    private int firstLength;
    private boolean traced;
    private int matched;

    PdfaLook(CheckPdfa checks, boolean wanted) {
        this.checks = checks;
        this.wanted = wanted;
    }

    /** The next bytes. */
    public void pass(byte[] bytes, int offset, int length) {
        int kept = Math.min(length, HEADER_WITHIN - firstLength);
        System.arraycopy(bytes, offset, first, firstLength, kept);
        firstLength += kept;
        for (int at = offset; at < offset + length && !traced; at++) {
            if (bytes[at] == TRACE[matched]) {
                matched++;
            } else {
                matched = bytes[at] == TRACE[0] ? 1 : 0;
            }
            traced = matched == TRACE.length;
        }
    }

    /** All bytes have passed: what the file is; empty when it is no PDF. */
    public Optional<PdfaResult> of(SpooledFile file) {
        String head = new String(first, 0, firstLength, StandardCharsets.ISO_8859_1);
        if (!head.contains("%PDF-")) {
            return Optional.empty();
        }
        if (!file.isWhole()) {
            return Optional.of(PdfaResult.of(PdfaResult.Outcome.TOO_LARGE));
        }
        return Optional.of(
                traced || wanted
                        ? checks.look(file.path())
                        : PdfaResult.of(PdfaResult.Outcome.NOT_CLAIMED));
    }
}
