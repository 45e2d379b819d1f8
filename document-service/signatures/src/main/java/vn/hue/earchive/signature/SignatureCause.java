package vn.hue.earchive.signature;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Why a check came to its result. The texts, with what to do, stand in the bundle {@code
 * signature-causes}; codes are stable.
 */
public enum SignatureCause {
    NO_SIGNATURE_FOUND(SignatureResult.NO_SIGNATURE),
    SIGNATURE_GOOD(SignatureResult.VALID),
    EXPIRED_SINCE(SignatureResult.VALID_AT_TIME),
    REVOKED_SINCE(SignatureResult.VALID_AT_TIME),
    CONTENT_CHANGED(SignatureResult.INVALID),
    SIGNATURE_FORGED(SignatureResult.INVALID),
    CHANGED_AFTER_SIGNING(SignatureResult.INVALID),
    REVOKED_BEFORE_SIGNING(SignatureResult.INVALID),
    EXPIRED_BEFORE_SIGNING(SignatureResult.INVALID),
    SIGNATURE_MALFORMED(SignatureResult.INVALID),
    NO_TRUST_ANCHORS(SignatureResult.INDETERMINATE),
    ISSUER_UNKNOWN(SignatureResult.INDETERMINATE),
    SIGNER_CERTIFICATE_MISSING(SignatureResult.INDETERMINATE),
    ANNOTATED_AFTER_SIGNING(SignatureResult.INDETERMINATE),
    CERTIFICATE_UNFIT(SignatureResult.INDETERMINATE),
    CERTIFICATE_REVOKED(SignatureResult.INDETERMINATE),
    CERTIFICATE_EXPIRED(SignatureResult.INDETERMINATE),
    CERTIFICATE_NOT_YET_VALID(SignatureResult.INDETERMINATE),
    REVOCATION_UNKNOWN(SignatureResult.INDETERMINATE),
    ALGORITHM_WEAK(SignatureResult.INDETERMINATE),
    TIMESTAMP_UNTRUSTED(SignatureResult.INDETERMINATE),
    SIGNED_CONTENT_MISSING(SignatureResult.INDETERMINATE),
    FILE_UNREADABLE(SignatureResult.INDETERMINATE),
    FILE_ENCRYPTED(SignatureResult.INDETERMINATE),
    FILE_TOO_LARGE(SignatureResult.INDETERMINATE),
    CONTAINER_UNSAFE(SignatureResult.INDETERMINATE),
    FORMAT_NOT_SUPPORTED(SignatureResult.INDETERMINATE),
    CHECK_TIMED_OUT(SignatureResult.INDETERMINATE),
    CHECK_OUT_OF_MEMORY(SignatureResult.INDETERMINATE),
    CHECK_FAILED(SignatureResult.INDETERMINATE),
    NOT_CONCLUSIVE(SignatureResult.INDETERMINATE);

    private final SignatureResult result;

    SignatureCause(SignatureResult result) {
        this.result = result;
    }

    /** The result that this cause alone leads to. */
    public SignatureResult result() {
        return result;
    }

    /** In plain words, with what a person should do. */
    public String text(Locale language) {
        ResourceBundle texts =
                ResourceBundle.getBundle(
                        "signature-causes",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(texts.getString(name()), language).format(new Object[0]);
    }
}
