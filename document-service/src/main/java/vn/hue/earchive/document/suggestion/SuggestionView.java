package vn.hue.earchive.document.suggestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.retention.RetentionRuleView;

/**
 * Rules that a title resembles. A proposal: nothing is applied until a person chooses.
 *
 * @param suggestions at most three, the most similar first; empty when nothing is similar
 * @param similarDecisions at most three earlier decisions of the agency for similar titles
 * @param notices what the person should know, in plain Vietnamese
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SuggestionView(
        UUID id,
        String title,
        List<Offer> suggestions,
        List<Precedent> similarDecisions,
        List<String> notices,
        Instant askedAt,
        String askedBy,
        @Nullable Decision decision,
        long version,
        List<String> allowedActions) {

    /**
     * A rule on offer.
     *
     * @param score BM25; comparable within one answer only
     * @param matchedWords words of the input that the line answers to, the weightiest first
     * @param period in plain Vietnamese
     * @param reason in plain Vietnamese, with the line's text, its basis and how certain it is
     */
    public record Offer(
            int rank,
            double score,
            RetentionRuleView rule,
            List<String> matchedWords,
            String period,
            String reason) {}

    /**
     * What the agency decided before.
     *
     * @param similarity share of common pairs of syllables, 0–1
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Precedent(
            String title,
            String ruleCode,
            String period,
            LocalDate decidedOn,
            @Nullable UUID dossierId,
            double similarity) {}

    /**
     * What a person chose.
     *
     * @param rank place among the offers; absent when it was none of them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decision(
            String ruleCode,
            @Nullable Integer rank,
            @Nullable String reason,
            @Nullable UUID dossierId,
            Instant decidedAt,
            String decidedBy) {}
}
