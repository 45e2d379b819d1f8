package vn.hue.earchive.document.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Retention as fixed for a dossier: the rule it came from and the period it gives.
 *
 * @param code code list {@code maintenance} 01–07 (01 permanent, 07 other)
 * @param kind {@code PERMANENT}, {@code YEARS}, {@code UNTIL_SUPERSEDED} or {@code
 *     LIFETIME_OF_ASSET}
 * @param years whole years counted from the end of the year in which the work ended; only for
 *     {@code YEARS}
 * @param ruleCode rule of the agency's retention schedule, for example {@code G1.04a}
 * @param legalBasis instrument that the rule is taken from, as the schedule states it
 * @param countedFrom what starts the period: {@code END_OF_WORK_YEAR}, {@code CONTRACT_END}, {@code
 *     INSTRUMENT_EXPIRY} or {@code ASSET_END_OF_LIFE}; absent in facts from before it was kept,
 *     which all counted from the end of the work
 * @param certainty {@code A}: the rule was confirmed against the text in force when it was fixed;
 *     {@code B}: not; absent where nobody knows
 */
public record Retention(
        String code,
        String kind,
        @Nullable Integer years,
        @Nullable String ruleCode,
        @Nullable String legalBasis,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String countedFrom,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String certainty) {

    /** A period of which start and certainty are not told. */
    public Retention(
            String code,
            String kind,
            @Nullable Integer years,
            @Nullable String ruleCode,
            @Nullable String legalBasis) {
        this(code, kind, years, ruleCode, legalBasis, null, null);
    }
}
