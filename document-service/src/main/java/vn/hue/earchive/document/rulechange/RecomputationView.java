package vn.hue.earchive.document.rulechange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bulk re-computation.
 *
 * @param state {@code running} or {@code succeeded}; after a crash it goes on where it stopped
 * @param outcomes dossiers by what became of them; absent in lists
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record RecomputationView(
        UUID id,
        UUID fromScheduleId,
        UUID toScheduleId,
        String planHash,
        String reason,
        String state,
        Progress progress,
        long changed,
        Map<String, Long> outcomes,
        Instant requestedAt,
        String requestedBy,
        @Nullable Instant finishedAt,
        long version) {

    /** Dossiers done of those that the plan counted. */
    record Progress(long done, long total) {}

    /** What became of one dossier. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID dossierId,
            String outcome,
            String fromRule,
            String fromPeriod,
            @Nullable String toRule,
            @Nullable String toPeriod) {}
}
