package vn.hue.earchive.document.dossierlist;

import java.util.List;

/**
 * A list that was copied forward, and what a person should look at in it.
 *
 * @param periodsChanged notations whose period differs from the source, because the schedule in
 *     force gives another
 * @param rulesMissing notations whose rule the schedule in force no longer has; they keep their
 *     period until somebody chooses a rule, and the list cannot be reviewed before that
 * @param unplaced notations that had a place in a classification scheme and have none in its
 *     version of the new year
 */
record DossierListCopyView(
        DossierListView list,
        List<String> periodsChanged,
        List<String> rulesMissing,
        List<String> unplaced) {}
