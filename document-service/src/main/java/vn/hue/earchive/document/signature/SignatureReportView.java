package vn.hue.earchive.document.signature;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.hue.earchive.signature.SignatureResult;

/**
 * One check of one file; reports are never changed, a new check adds one.
 *
 * @param number of the check of this file, from 1
 * @param sha256 of the bytes that were checked, lower-case hex
 * @param requestedBy {@code registration}, or who asked for the check
 * @param tool what judged
 * @param trustSha256 digest over the trust anchors of that check; empty when none was needed
 * @param reports kinds of XML report that are kept: {@code simple}, {@code detailed}
 */
public record SignatureReportView(
        UUID id,
        UUID fileId,
        int number,
        String sha256,
        SignatureResult result,
        List<DocumentSignaturesView.Cause> causes,
        List<DocumentSignaturesView.Signature> signatures,
        Instant checkedAt,
        String requestedBy,
        String tool,
        String trustSha256,
        List<String> reports) {}
