package vn.hue.earchive.archive.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The intake found what must be mended; nothing was kept. Consumers: document-service. */
public record DossierReturned(
        UUID agencyId,
        UUID holdingId,
        long version,
        Instant occurredAt,
        UUID submissionId,
        List<Reason> reasons)
        implements ArchiveEvent {

    /**
     * One reason, for a person.
     *
     * @param code stable code of the check, for example {@code DIGEST_MISMATCH}
     * @param docCode the document concerned, null when the reason concerns the whole dossier
     */
    public record Reason(
            String code, @Nullable String docCode, String messageVi, String messageEn) {}
}
