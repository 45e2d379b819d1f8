package vn.hue.earchive.document.rulechange;

import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.retention.FixedRetention;
import vn.hue.earchive.document.retention.RuleVersions;

/** What a new version of its rule means for a dossier. Pure. */
enum Outcome {
    /** Another period. */
    CHANGED,
    /** The same period under another code, basis or mark. */
    RELABELLED,
    /** Nothing but the number of the version. */
    SAME,
    /** A person chose the rule against the inherited one; stays. */
    OVERRIDDEN,
    /** Several rules follow; a person must choose. */
    SPLIT,
    /** No rule follows; a person must choose. */
    DROPPED,
    /** On its way to the archive. */
    SUBMITTED,
    /** In the archive's hands, which has its own appraisal. */
    IN_AGENCY_ARCHIVE;

    static Outcome of(
            String state,
            boolean overridden,
            FixedRetention now,
            RuleVersions.@Nullable Heir heir) {
        if (state.equals("SUBMITTED")) {
            return SUBMITTED;
        }
        if (state.equals("IN_AGENCY_ARCHIVE")) {
            return IN_AGENCY_ARCHIVE;
        }
        if (overridden) {
            return OVERRIDDEN;
        }
        FixedRetention to = heir == null ? null : heir.to();
        if (to == null) {
            return heir != null && heir.split() ? SPLIT : DROPPED;
        }
        if (!now.samePeriod(to)) {
            return CHANGED;
        }
        boolean alike =
                now.ruleCode().equals(to.ruleCode())
                        && now.basis().equals(to.basis())
                        && now.certainty().equals(to.certainty());
        return alike ? SAME : RELABELLED;
    }

    boolean isApplied() {
        return this == CHANGED || this == RELABELLED || this == SAME;
    }
}
