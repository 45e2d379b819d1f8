package vn.hue.earchive.bench.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A valid PDF 1.4 of an exact size: one page, one line of text, and a stream of random bytes that
 * nothing shows, so that it can neither be compressed nor deduplicated on its way.
 */
final class PdfFile {

    /** Smaller than this the structure does not fit. */
    static final int SMALLEST = 2_000;

    private PdfFile() {}

    /**
     * Makes a file.
     *
     * @param size bytes, at least {@link #SMALLEST}
     * @param line ASCII without parentheses
     */
    static byte[] of(int size, String line, RandomGenerator random) {
        if (size < SMALLEST) {
            throw new IllegalArgumentException("a PDF of " + size + " bytes is too small");
        }
        byte[] frame = write(line, new byte[0], size);
        byte[] padding = new byte[size - frame.length];
        random.nextBytes(padding);
        return write(line, padding, size);
    }

    /**
     * @param size what the length and the offset after the padding are laid out for, so that their
     *     width never changes
     */
    private static byte[] write(String line, byte[] padding, int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(size);
        List<Integer> offsets = new ArrayList<>();
        String text = "BT /F1 12 Tf 72 720 Td (" + line + ") Tj ET";
        text(out, "%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
        object(out, offsets, "<< /Type /Catalog /Pages 2 0 R /EarchivePadding 6 0 R >>");
        object(out, offsets, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        object(
                out,
                offsets,
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>");
        object(
                out,
                offsets,
                "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream");
        object(out, offsets, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        offsets.add(out.size());
        text(
                out,
                String.format(
                        Locale.ROOT, "6 0 obj\n<< /Length %010d >>\nstream\n", padding.length));
        out.writeBytes(padding);
        text(out, "\nendstream\nendobj\n");
        int xref = out.size();
        text(out, "xref\n0 7\n0000000000 65535 f \n");
        offsets.forEach(
                offset -> text(out, String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
        text(
                out,
                String.format(
                        Locale.ROOT,
                        "trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n%010d\n%%%%EOF\n",
                        xref));
        return out.toByteArray();
    }

    private static void object(ByteArrayOutputStream out, List<Integer> offsets, String content) {
        offsets.add(out.size());
        text(out, offsets.size() + " 0 obj\n" + content + "\nendobj\n");
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
