package vn.hue.earchive.archive.custody;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.store.StoredAip;
import vn.hue.earchive.document.events.SubmissionManifest;

/**
 * What the archive answers for when it takes a dossier into custody, beyond its package: enough to
 * write every row about it again. Lies in the stores, in the index beside the package, before
 * anything is acknowledged (ADR 0140). The decision takes its values from the record that was
 * committed, so that database and stores say the same.
 *
 * @param form {@link #FORM}
 * @param acceptedAt when custody began, to the microsecond
 * @param toldBefore version of the last event about the dossier before this acceptance; 0 for none
 * @param formats by file id, as identified
 * @param intake row of the submission, column by column
 * @param intakeDossier row of the dossier's intake as it is when it is decided
 * @param agency row of the agency as known then; null when nothing was known
 */
public record CustodyRecord(
        String form,
        Instant acceptedAt,
        long toldBefore,
        UUID agencyId,
        String agencyCode,
        UUID submissionId,
        String archivalFileCode,
        SubmissionManifest.Dossier dossier,
        Map<UUID, Acceptance.Format> formats,
        JsonNode intake,
        JsonNode intakeDossier,
        @Nullable JsonNode agency) {

    /** Name of this form; a later one has another name. */
    public static final String FORM = "urn:earchive:custody:1";

    public CustodyRecord {
        agency = agency == null || agency.isNull() ? null : agency;
    }

    /** The acceptance that it tells of, with the package as the stores have it. */
    public Acceptance acceptance(StoredAip aip) {
        return new Acceptance(
                agencyId, agencyCode, submissionId, dossier, archivalFileCode, aip, formats);
    }
}
