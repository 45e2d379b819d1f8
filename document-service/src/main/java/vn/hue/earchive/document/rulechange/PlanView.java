package vn.hue.earchive.document.rulechange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a re-computation would do; nothing has been changed.
 *
 * @param planHash names exactly this plan; the execution demands it
 * @param dossiers dossiers fixed by the old version
 * @param outcomes dossiers by what would become of them: {@code CHANGED}, {@code RELABELLED},
 *     {@code SAME}, {@code OVERRIDDEN}, {@code SPLIT}, {@code DROPPED}, {@code SUBMITTED}, {@code
 *     IN_AGENCY_ARCHIVE}
 * @param listLines lines of dossier lists that still point at the old version; they are not changed
 * @param rules the rules that change, with how many dossiers each, at most 200
 * @param examples dossiers whose period would change, at most 100
 */
record PlanView(
        UUID fromScheduleId,
        UUID toScheduleId,
        String planHash,
        long dossiers,
        Map<String, Long> outcomes,
        long listLines,
        List<RuleChange> rules,
        List<Example> examples) {

    /** A rule and where it has gone. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleChange(
            String outcome,
            String fromRule,
            String fromPeriod,
            @Nullable String toRule,
            @Nullable String toPeriod,
            long dossiers) {}

    /** A dossier before and after. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Example(
            UUID dossierId,
            String fileCode,
            String title,
            String fromRule,
            String toRule,
            @Nullable LocalDate eligibleOn,
            @Nullable LocalDate newEligibleOn) {}
}
