package vn.hue.earchive.archive.intake;

/** Outcome of one check. A check that could not run says so; it is never shown as passed. */
enum CheckResult {
    PASSED,
    WARNING,
    FAILED,
    /**
     * No scanner is configured, or the file is larger than the scanner takes: allowed by policy.
     */
    NOT_SCANNED,
    /** The check does not exist yet for this kind of content. */
    NOT_CHECKED;

    /** The graver of two outcomes, for a summary over several files. */
    CheckResult worse(CheckResult other) {
        return gravity() >= other.gravity() ? this : other;
    }

    private int gravity() {
        return switch (this) {
            case PASSED -> 0;
            case NOT_CHECKED -> 1;
            case NOT_SCANNED -> 2;
            case WARNING -> 3;
            case FAILED -> 4;
        };
    }
}
