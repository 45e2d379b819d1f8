package vn.hue.earchive.archive.access;

import vn.hue.earchive.kit.problem.ProblemType;

/** Problems of this service beyond the common ones; texts in {@code problems_*.properties}. */
public enum ArchiveProblem implements ProblemType {
    /** The content is open to conditional use, and the caller's role does not fulfil it. */
    CONDITIONAL_ACCESS(403),
    /** No good copy of the file can be read now. */
    CONTENT_UNREADABLE(503),
    /** Nothing draws this file. */
    NO_PREVIEW(422),
    /** Too many pages are being drawn. */
    PREVIEW_BUSY(503),
    /** What is asked for is not in the published evidence log yet. */
    EVIDENCE_PENDING(409),
    /** The database is not what the evidence log has signed. */
    EVIDENCE_INCONSISTENT(503),
    /** The database has all that the evidence log has published. */
    EVIDENCE_NOT_BEHIND(409),
    /** Not everything that was submitted is decided, so there is nothing to acknowledge yet. */
    RECEIPT_PENDING(409),
    /** A rebuild is not finished yet. */
    REBUILD_RUNNING(409),
    /** Too many packages of the agency are uploaded or wait to be read. */
    TOO_MANY_PACKAGES(429),
    /** Larger than this archive takes. */
    PACKAGE_TOO_LARGE(413),
    /** The package takes no parts any more. */
    PACKAGE_NOT_OPEN(409),
    /** Parts are missing. */
    PACKAGE_INCOMPLETE(422),
    PART_UNKNOWN(422),
    PART_SIZE_MISMATCH(422),
    PART_DIGEST_MISMATCH(422);

    private final int status;

    ArchiveProblem(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public boolean retryable() {
        return switch (this) {
            case CONTENT_UNREADABLE, PREVIEW_BUSY, EVIDENCE_PENDING, RECEIPT_PENDING -> true;
            default -> false;
        };
    }
}
