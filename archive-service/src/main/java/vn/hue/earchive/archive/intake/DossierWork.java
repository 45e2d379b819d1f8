package vn.hue.earchive.archive.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.events.SubmissionManifest;

/**
 * All that the work on one dossier needs, read in one transaction.
 *
 * @param packageId UUID of the package, the same for every attempt
 * @param packageCreatedAt its date of creation, the same for every attempt
 * @param inCustody whether an earlier submission brought this dossier already
 * @param rows what the database says of it, for the record in the stores
 * @param earlierReport report of an earlier attempt that came as far as the store
 */
record DossierWork(
        IntakeQueue.Claim claim,
        UUID agencyId,
        String agencyCode,
        String agencyName,
        Instant submittedAt,
        SubmissionManifest.Dossier dossier,
        UUID packageId,
        Instant packageCreatedAt,
        boolean inCustody,
        Rows rows,
        @Nullable DossierReport earlierReport) {

    /**
     * Rows as JSON, and how far the events about the dossier are.
     *
     * @param agency null when the agency is not known yet
     */
    record Rows(String intake, String intakeDossier, @Nullable String agency, long told) {}
}
