package vn.hue.earchive.document.handover;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Minutes of the work that somebody who leaves has handed on.
 *
 * @param remaining dossiers and documents that the person still answers for after this act
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
     * One dossier or document and what became of it.
     *
     * @param outcome {@code HANDED_OVER}; {@code UNKNOWN}; {@code OF_ANOTHER_PERSON}; {@code
     *     NOT_OPEN} when a dossier has left already, or a document is in a dossier
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            OpenWorkItem.Kind kind,
            UUID id,
            @Nullable String code,
            @Nullable String title,
            @Nullable String state,
            String successor,
            String outcome) {}

    WorkHandOverView withDigest(String sha256) {
        return new WorkHandOverView(
                id, leaver, reason, handedAt, handedBy, legalBasis, remaining, items, sha256);
    }
}
