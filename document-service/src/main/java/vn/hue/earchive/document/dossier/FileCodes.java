package vn.hue.earchive.document.dossier;

import java.math.BigInteger;
import java.util.Locale;
import java.util.UUID;

/**
 * Codes of dossiers and of the documents in them (domain reference 2.4 and 2.7). Codes are
 * attributes, never keys.
 */
public final class FileCodes {

    /** Length of docId in Circular 05/2025. */
    static final int DOC_ID_LENGTH = 25;

    private FileCodes() {}

    /** {@code {agencyCode}.{year}.{notation}}. */
    static String fileCode(String agencyCode, int year, String notation) {
        return agencyCode + "." + year + "." + notation;
    }

    /** {@code {fileCode}.{ordinal, 7 digits}}. */
    public static String docCode(String fileCode, int ordinal) {
        return String.format(Locale.ROOT, "%s.%07d", fileCode, ordinal);
    }

    /**
     * Identifier of a document for exchange: {@code {fileCode}.{ordinal}} where the 25 characters
     * of the Circular hold it, otherwise the document's UUID in base 36, which they always hold.
     */
    public static String docId(String fileCode, int ordinal, UUID documentId) {
        String readable = fileCode + "." + ordinal;
        return readable.length() <= DOC_ID_LENGTH ? readable : base36(documentId);
    }

    private static String base36(UUID id) {
        BigInteger high = new BigInteger(Long.toUnsignedString(id.getMostSignificantBits()));
        BigInteger low = new BigInteger(Long.toUnsignedString(id.getLeastSignificantBits()));
        return high.shiftLeft(64).or(low).toString(36).toUpperCase(Locale.ROOT);
    }
}
