package vn.hue.earchive.document.submission;

import java.time.Instant;

/**
 * One act on a document, from the audit trail.
 *
 * @param action operation, {@code registerIncomingDocument}
 * @param actor name of the person as it was at the time
 */
record TraceStep(Instant at, String action, String actor) {}
