package vn.hue.earchive.document.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.events.Retention;

/**
 * The period of a dossier as it was fixed, with the rule that it came from. A copy: a later
 * schedule does not change it by itself.
 *
 * @param years whole years from the end of the year in which the work ended; only for {@code YEARS}
 */
@Embeddable
public record FixedRetention(
        @Column(name = "rule_code") String ruleCode,
        @Column(name = "retention_code") String code,
        @Column(name = "retention_kind") String kind,
        @Column(name = "retention_years") @Nullable Integer years,
        @Column(name = "retention_basis") String basis) {

    public Retention toEvent() {
        return new Retention(code, kind, years, ruleCode, basis);
    }
}
