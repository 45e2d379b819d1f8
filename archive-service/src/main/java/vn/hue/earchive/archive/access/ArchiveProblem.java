package vn.hue.earchive.archive.access;

import vn.hue.earchive.kit.problem.ProblemType;

/** Problems of this service beyond the common ones; texts in {@code problems_*.properties}. */
public enum ArchiveProblem implements ProblemType {
    /** The content is open to conditional use, and the caller's role does not fulfil it. */
    CONDITIONAL_ACCESS(403),
    /** No good copy of the file can be read now. */
    CONTENT_UNREADABLE(503),
    /** What is asked for is not in the published evidence log yet. */
    EVIDENCE_PENDING(409),
    /** The database is not what the evidence log has signed. */
    EVIDENCE_INCONSISTENT(503),
    /** A rebuild is not finished yet. */
    REBUILD_RUNNING(409);

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
        return this == CONTENT_UNREADABLE || this == EVIDENCE_PENDING;
    }
}
