package vn.hue.earchive.document.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.events.Retention;

/**
 * The period of a dossier as it was fixed, with the rule that it came from. A copy: a later
 * schedule does not change it by itself.
 *
 * @param years whole years from the end of the year in which the period starts; only for {@code
 *     YEARS}
 * @param countedFrom what starts the period: {@code END_OF_WORK_YEAR}, {@code CONTRACT_END}, {@code
 *     INSTRUMENT_EXPIRY} or {@code ASSET_END_OF_LIFE}
 * @param certainty mark of the rule when it was fixed: {@code A} confirmed against the text in
 *     force, {@code B} to be confirmed
 * @param scheduleId the version of the rule set; null for a period from before versions were kept
 */
@Embeddable
public record FixedRetention(
        @Column(name = "rule_code") String ruleCode,
        @Column(name = "retention_code") String code,
        @Column(name = "retention_kind") String kind,
        @Column(name = "retention_years") @Nullable Integer years,
        @Column(name = "retention_basis") String basis,
        @Column(name = "retention_counted_from") String countedFrom,
        @Column(name = "retention_certainty") String certainty,
        @Column(name = "retention_schedule_id") @Nullable UUID scheduleId) {

    public static final String END_OF_WORK_YEAR = "END_OF_WORK_YEAR";

    public Retention toEvent() {
        return new Retention(code, kind, years, ruleCode, basis, countedFrom, certainty);
    }

    /** True when rule, period and basis are alike, whatever version they were taken from. */
    public boolean saysTheSame(FixedRetention other) {
        return samePeriod(other) && ruleCode.equals(other.ruleCode) && basis.equals(other.basis);
    }

    /** True when the period runs alike, whatever rule it came from. */
    public boolean samePeriod(FixedRetention other) {
        return kind.equals(other.kind)
                && java.util.Objects.equals(years, other.years)
                && code.equals(other.code)
                && countedFrom.equals(other.countedFrom);
    }
}
