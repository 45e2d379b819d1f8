package vn.hue.earchive.document.events;

import org.jspecify.annotations.Nullable;

/**
 * Retention as fixed for a dossier: the rule it came from and the period it gives.
 *
 * @param code code list {@code maintenance} 01–07 (01 permanent, 07 other)
 * @param kind {@code PERMANENT}, {@code YEARS} or {@code UNTIL_SUPERSEDED} / {@code ASSET_LIFE}
 * @param years whole years counted from the end of the year in which the work ended; only for
 *     {@code YEARS}
 * @param ruleCode rule of the agency's retention schedule, for example {@code G1.04a}
 * @param legalBasis instrument that the rule is taken from, as the schedule states it
 */
public record Retention(
        String code,
        String kind,
        @Nullable Integer years,
        @Nullable String ruleCode,
        @Nullable String legalBasis) {}
