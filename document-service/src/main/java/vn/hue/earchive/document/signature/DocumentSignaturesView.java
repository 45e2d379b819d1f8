package vn.hue.earchive.document.signature;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.signature.CheckedSignature;
import vn.hue.earchive.signature.SignatureCause;
import vn.hue.earchive.signature.SignatureResult;

/**
 * The signatures of a document's files.
 *
 * @param files in the order of the document
 * @param allowedActions what the reader may do now
 */
public record DocumentSignaturesView(
        UUID documentId, List<File> files, List<String> allowedActions) {

    /**
     * The newest check of one file.
     *
     * @param pending a check is waiting or under way
     * @param reportId null before the first check
     */
    public record File(
            UUID fileId,
            String name,
            SignatureResult result,
            boolean pending,
            @Nullable UUID reportId,
            @Nullable Instant checkedAt,
            List<Cause> causes,
            List<Signature> signatures) {}

    /** Why, in the reader's language, with what to do. */
    public record Cause(SignatureCause code, String text) {}

    /** One signature with its reason in the reader's language. */
    public record Signature(String text, CheckedSignature details) {}
}
