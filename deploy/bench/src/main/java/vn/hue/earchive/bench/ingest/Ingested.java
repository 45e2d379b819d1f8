package vn.hue.earchive.bench.ingest;

import java.time.Instant;
import java.util.List;

/**
 * A dossier that was submitted, with what the answers told.
 *
 * @param submittedAt when the submission was answered
 */
record Ingested(
        SampleDossier sample,
        String dossierId,
        String submissionId,
        Instant submittedAt,
        List<Registered> documents) {

    /**
     * A registered document.
     *
     * @param at when the registration was answered
     */
    record Registered(
            String documentId, String fileId, long arrivalNumber, Instant at, String sha256) {}
}
