package vn.hue.earchive.archive.custody;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.store.StoredAip;
import vn.hue.earchive.document.events.SubmissionManifest;

/**
 * What the intake hands over when every check passed and the package is durable.
 *
 * @param formats by file id, one for every file
 */
public record Acceptance(
        UUID agencyId,
        String agencyCode,
        UUID submissionId,
        SubmissionManifest.Dossier dossier,
        String archivalFileCode,
        StoredAip aip,
        Map<UUID, Format> formats) {

    /** Media type as identified, and the PRONOM identifier where there is one. */
    public record Format(String mediaType, @Nullable String puid) {}
}
