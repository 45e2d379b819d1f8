package vn.hue.earchive.archive.intake;

import vn.hue.earchive.kit.problem.ProblemType;

/** Trouble of the intake's own surroundings; tried again, never a reason to return a dossier. */
enum IntakeTrouble implements ProblemType {
    /** The configured virus scanner does not answer. */
    SCANNER_UNAVAILABLE,
    /** Bytes were damaged between the working store and here, and were right when read again. */
    DAMAGED_IN_TRANSIT;

    @Override
    public String code() {
        return name();
    }

    @Override
    public int status() {
        return 503;
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
