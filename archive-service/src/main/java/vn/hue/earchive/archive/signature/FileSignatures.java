package vn.hue.earchive.archive.signature;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.signature.CheckedSignature;
import vn.hue.earchive.signature.SignatureCause;
import vn.hue.earchive.signature.SignatureResult;

/**
 * What the signatures of one file are worth (domain reference section 7).
 *
 * @param causes gravest first, each once
 * @param tool name and version of the validation library and the policy
 * @param trustSha256 digest over the trust anchors that the check used
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileSignatures(
        SignatureResult result,
        List<SignatureCause> causes,
        String tool,
        @Nullable String trustSha256,
        Instant checkedAt,
        List<CheckedSignature> signatures) {

    /** Longer than any honest file needs, short enough for a line of PREMIS. */
    private static final int MAX_TEXT = 1000;

    /** Whether there is a signature, or something that may be one. */
    public boolean found() {
        return result != SignatureResult.NO_SIGNATURE;
    }

    /** The causes by their codes. */
    public String why() {
        return causes.stream().map(SignatureCause::name).collect(Collectors.joining(", "));
    }

    /** The signatures for a person who reads the preservation metadata, without our software. */
    public String text() {
        String text =
                signatures.stream()
                        .map(FileSignatures::text)
                        .collect(Collectors.joining("; ", result + " (" + why() + "); ", tool));
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }

    private static String text(CheckedSignature one) {
        return "%s %s, signer=%s, serial=%s, issuer=%s, claimed=%s, proven=%s, covers=%s, %s%s. "
                .formatted(
                        one.result(),
                        given(one.format()),
                        given(one.signer()),
                        given(one.serialNumber()),
                        given(one.issuer()),
                        given(one.claimedAt()),
                        given(one.provenAt()),
                        one.coverage(),
                        one.indication(),
                        one.subIndication() == null ? "" : "/" + one.subIndication());
    }

    private static Object given(@Nullable Object value) {
        return value == null ? "-" : value;
    }
}
