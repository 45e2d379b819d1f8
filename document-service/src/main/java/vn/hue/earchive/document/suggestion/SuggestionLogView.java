package vn.hue.earchive.document.suggestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was offered and what was chosen.
 *
 * @param offered codes, best first
 * @param chosenRank place of the chosen rule among them; absent for another rule, which has a
 *     reason
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SuggestionLogView(
        UUID id,
        String title,
        List<String> offered,
        Instant askedAt,
        String askedBy,
        @Nullable String chosenCode,
        @Nullable Integer chosenRank,
        @Nullable String reason,
        @Nullable UUID dossierId,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy) {}
