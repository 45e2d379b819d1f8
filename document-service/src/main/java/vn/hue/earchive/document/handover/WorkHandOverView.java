package vn.hue.earchive.document.handover;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Minutes of the work that somebody who leaves has handed on.
 *
 * @param remaining open dossiers that the person still answers for after this act
 * @param contentSha256 lower-case hex; of the stored content, which is this record without the
 *     digest, as JSON in UTF-8
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkHandOverView(
        UUID id,
        String leaver,
        String reason,
        Instant handedAt,
        String handedBy,
        String legalBasis,
        long remaining,
        List<Item> items,
        @Nullable String contentSha256) {

    /**
     * One dossier and what became of it.
     *
     * @param outcome {@code HANDED_OVER}; {@code UNKNOWN_DOSSIER}; {@code OF_ANOTHER_PERSON}; {@code
     *     NOT_OPEN} when it has left already
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID dossierId,
            @Nullable String fileCode,
            @Nullable String title,
            @Nullable String state,
            String successor,
            String outcome) {}

    WorkHandOverView withDigest(String sha256) {
        return new WorkHandOverView(
                id, leaver, reason, handedAt, handedBy, legalBasis, remaining, items, sha256);
    }
}
