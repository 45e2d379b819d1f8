package vn.hue.earchive.document.retention;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a retention schedule.
 *
 * @param periodKind {@code PERMANENT}, {@code YEARS}, {@code UNTIL_SUPERSEDED} or {@code
 *     LIFETIME_OF_ASSET}
 * @param maintenanceCode code list {@code maintenance}
 * @param countedFrom what starts the period: {@code END_OF_WORK_YEAR} as a rule, {@code
 *     CONTRACT_END}, {@code INSTRUMENT_EXPIRY}, {@code ASSET_END_OF_LIFE}
 * @param certainty {@code A} confirmed against the text in force, {@code B} to be confirmed
 * @param scheduleId the version of the rule set that it is a line of
 * @param source code of the set's source
 * @param scheduleState state of that version; {@code SAMPLE} means that nobody has confirmed it
 */
public record RetentionRuleView(
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
        @Nullable String note,
        UUID scheduleId,
        String source,
        String scheduleState) {}
