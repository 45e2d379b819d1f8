package vn.hue.earchive.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a file bears traces of a signature, told from its bytes as they stream by: most do not,
 * and those need no further look. A signature that is hidden from this look is no signature to
 * anybody: a PDF's must stand unpacked in the file, since its digest skips it by byte positions.
 */
public final class Traces {

    private static final int BUFFER = 1 << 16;

    /** Longer than the longest trace, so that none is missed between two buffers. */
    private static final int OVERLAP = 256;

    private static final List<String> IN_PDF = List.of("/ByteRange", "/Encrypt");
    private static final String XML_SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";

    private static final Pattern IN_ZIP =
            Pattern.compile(
                    "META-INF/[^\\x00-\\x1f]{0,80}signature|_xmlsignatures/",
                    Pattern.CASE_INSENSITIVE);

    /** DER of the OID signedData, and the armour of its text form. */
    private static final Pattern CMS =
            Pattern.compile(
                    "^(\\x30[\\s\\S]{1,9}\\x06\\x09\\x2a\\x86\\x48\\x86\\xf7\\x0d\\x01\\x07\\x02"
                            + "|-----BEGIN (PKCS7|CMS)-----)");

    private Traces() {}

    /** Reads to the first trace or to the end; never keeps more than a buffer. */
    public static boolean in(InputStream bytes) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int kept = bytes.readNBytes(buffer, 0, BUFFER);
        String window = text(buffer, kept);
        boolean wide = window.startsWith("\u00ff\u00fe") || window.startsWith("\u00fe\u00ff");
        boolean zip = window.startsWith("PK");
        boolean pdf = window.lastIndexOf("%PDF-", 1024) >= 0;
        if (CMS.matcher(window).find()) {
            return true;
        }
        while (true) {
            if (isIn(wide ? window.replace("\0", "") : window, pdf, zip)) {
                return true;
            }
            int overlap = Math.min(kept, OVERLAP);
            System.arraycopy(buffer, kept - overlap, buffer, 0, overlap);
            int more = bytes.readNBytes(buffer, overlap, BUFFER - overlap);
            if (more == 0) {
                return false;
            }
            kept = overlap + more;
            window = text(buffer, kept);
        }
    }

    private static boolean isIn(String window, boolean pdf, boolean zip) {
        if (pdf) {
            return IN_PDF.stream().anyMatch(window::contains);
        }
        return zip ? IN_ZIP.matcher(window).find() : window.contains(XML_SIGNATURE);
    }

    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
}
