package vn.hue.earchive.document.retention;

import org.jspecify.annotations.Nullable;

/**
 * A line of the current retention schedule.
 *
 * @param periodKind {@code PERMANENT}, {@code YEARS}, {@code UNTIL_SUPERSEDED} or {@code
 *     ASSET_LIFE}
 * @param maintenanceCode code list {@code maintenance}
 * @param countedFrom what starts the period, {@code END_OF_WORK_YEAR} as a rule
 * @param certainty {@code A} confirmed against the text in force, {@code B} to be confirmed
 */
record RetentionRuleView(
        String code,
        String groupCode,
        String groupTitleVi,
        @Nullable String groupTitleEn,
        String title,
        @Nullable String caseText,
        String periodKind,
        @Nullable Integer years,
        String maintenanceCode,
        String countedFrom,
        String legalBasis,
        @Nullable String basisStatus,
        String certainty,
        @Nullable String note) {}
