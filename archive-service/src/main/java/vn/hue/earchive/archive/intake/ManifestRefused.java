package vn.hue.earchive.archive.intake;

/** The manifest is not the one that the submission names; nobody at the unit can mend that. */
final class ManifestRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    enum Reason {
        /** There is no such object in the working store. */
        MANIFEST_MISSING,
        /** Its size or SHA-256 differs from what the submission says. */
        MANIFEST_ALTERED,
        /** It is what was submitted, but not a manifest. */
        MANIFEST_UNREADABLE,
        /** It is larger than this archive reads. */
        MANIFEST_TOO_LARGE,
        /** It speaks of another submission or lacks the dossier. */
        MANIFEST_DIFFERS
    }

    private final Reason reason;

    ManifestRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
