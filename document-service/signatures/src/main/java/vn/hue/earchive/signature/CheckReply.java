package vn.hue.earchive.signature;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one file.
 *
 * @param causes gravest first, each once
 * @param tool name and version of the validation library and the policy
 * @param trustSha256 digest over the trust anchors that the check used
 * @param simpleXml simple report, GZIP; null when nothing was validated
 * @param detailedXml detailed report, GZIP; null when nothing was validated
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CheckReply(
        List<SignatureCause> causes,
        List<CheckedSignature> signatures,
        String tool,
        String trustSha256,
        byte @Nullable [] simpleXml,
        byte @Nullable [] detailedXml) {

    /** Nothing to validate, or no way to. */
    static CheckReply plain(SignatureCause cause, String trustSha256) {
        return new CheckReply(List.of(cause), List.of(), Tool.NAME, trustSha256, null, null);
    }
}
