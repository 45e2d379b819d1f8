package vn.hue.earchive.archive.intake;

import java.util.UUID;

/**
 * Fired between two steps of the work on one dossier, outside any transaction. A crash at any of
 * these points must leave nothing undone and nothing done twice.
 */
record IntakeProgress(UUID dossierId, Step step) {

    enum Step {
        /** A worker holds the lease. */
        CLAIMED,
        /** The manifest was verified and its parts are at the dossiers. */
        MANIFEST_READ,
        /** Every check passed, the report is stored; the package is not complete in any store. */
        CHECKED,
        /** The package is durable in one store at least; custody has not been taken. */
        PRESERVED,
        /** The decision is committed. */
        DECIDED
    }
}
