package vn.hue.earchive.document.file;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * SHA-256 that the sender announces in {@code Content-Digest} or {@code Repr-Digest} (RFC 9530).
 * Other algorithms in the fields are passed over, as the RFC has it.
 */
record ExpectedDigest(List<String> sha256) {

    private static final Pattern SHA_256 = Pattern.compile("sha-256=:([A-Za-z0-9+/=]+):");

    /**
     * @throws Problem INVALID_PARAMETER when a field names sha-256 in a form that is none
     */
    static ExpectedDigest of(@Nullable String contentDigest, @Nullable String reprDigest) {
        List<String> digests = new ArrayList<>();
        add(digests, "Content-Digest", contentDigest);
        add(digests, "Repr-Digest", reprDigest);
        return new ExpectedDigest(digests);
    }

    private static void add(List<String> digests, String name, @Nullable String field) {
        if (field == null || !field.contains("sha-256")) {
            return;
        }
        Matcher matcher = SHA_256.matcher(field);
        try {
            byte[] digest =
                    matcher.find() ? Base64.getDecoder().decode(matcher.group(1)) : new byte[0];
            if (digest.length == 32) {
                digests.add(HexFormat.of().formatHex(digest));
                return;
            }
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, name).causedBy(e);
        }
        throw new Problem(CommonProblem.INVALID_PARAMETER, name);
    }

    /**
     * @param actual lower-case hex
     * @throws Problem DIGEST_MISMATCH
     */
    void verify(String actual) {
        for (String expected : sha256) {
            if (!expected.equals(actual)) {
                throw new Problem(DocumentProblem.DIGEST_MISMATCH, expected, actual);
            }
        }
    }

    /** The value of a {@code Repr-Digest} field. */
    static String header(String sha256) {
        return "sha-256=:"
                + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256))
                + ":";
    }
}
