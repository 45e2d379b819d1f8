package vn.hue.earchive.signature;

/**
 * What a signature check of a file came to. Of several signatures in one file the gravest counts.
 */
public enum SignatureResult {
    /** Not looked at yet. */
    NOT_CHECKED,
    /** Looked at; there is none. */
    NO_SIGNATURE,
    /** Every signature is good today. */
    VALID,
    /**
     * Every signature was good at a time that a trusted timestamp proves, though the certificate
     * has expired or was revoked since.
     */
    VALID_AT_TIME,
    /**
     * At least one signature is certainly bad: the content was changed, the signature is forged.
     */
    INVALID,
    /** It cannot be said, for the reasons that the causes give. */
    INDETERMINATE;

    /** The graver of two results of a file that is signed. */
    public SignatureResult worse(SignatureResult other) {
        return gravity() >= other.gravity() ? this : other;
    }

    /** How bad it is; higher is graver. */
    public int gravity() {
        return switch (this) {
            case NOT_CHECKED, NO_SIGNATURE -> 0;
            case VALID -> 1;
            case VALID_AT_TIME -> 2;
            case INDETERMINATE -> 3;
            case INVALID -> 4;
        };
    }
}
