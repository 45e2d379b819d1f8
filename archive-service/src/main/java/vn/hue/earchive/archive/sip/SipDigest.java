package vn.hue.earchive.archive.sip;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A digest as METS gives it.
 *
 * @param algorithm SHA-256, SHA-384 or SHA-512
 * @param hex lower case
 */
public record SipDigest(String algorithm, String hex) {

    private static final Map<String, String> ALGORITHMS =
            Map.of("SHA256", "SHA-256", "SHA384", "SHA-384", "SHA512", "SHA-512");

    /** Null when it is absent, malformed, or of an algorithm that proves nothing today. */
    static @Nullable SipDigest of(@Nullable String type, @Nullable String value) {
        if (type == null || value == null) {
            return null;
        }
        String algorithm = ALGORITHMS.get(type.toUpperCase(Locale.ROOT).replace("-", ""));
        String hex = value.toLowerCase(Locale.ROOT);
        return algorithm == null || !hex.matches("[0-9a-f]{64,128}")
                ? null
                : new SipDigest(algorithm, hex);
    }

    /** Counts the bytes that are to be compared. */
    public MessageDigest begin() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean matches(MessageDigest counted) {
        return hex.equals(HexFormat.of().formatHex(counted.digest()));
    }
}
