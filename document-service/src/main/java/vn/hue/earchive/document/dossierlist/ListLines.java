package vn.hue.earchive.document.dossierlist;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.numbering.DossierNotation;
import vn.hue.earchive.document.retention.FixedRetention;
import vn.hue.earchive.document.retention.RetentionRules;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;

/** Judges lines of a list, from whatever source they come; each gets the period of its rule. */
@ApplicationScoped
class ListLines {

    /** Far more than an agency's list has; keeps one list readable in one transaction. */
    static final int MAX = 5000;

    private final RetentionRules rules;

    ListLines(RetentionRules rules) {
        this.rules = rules;
    }

    /** The notations of a list, to which new lines are added as they are found good. */
    static Set<String> notations(List<DossierListItem> items) {
        return items.stream()
                .map(DossierListItem::notation)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * The line when it is good, with what is wrong added to the findings otherwise.
     *
     * @param at where the line stands: pointer without a slash at its end
     * @param taken notations of the other lines; the line's own is added
     */
    Optional<DossierListItem.Line> judge(
            Findings findings, String at, Set<String> taken, GivenLine given) {
        String notation = VietnameseText.clean(given.notation());
        String title = VietnameseText.clean(given.title());
        String rule = VietnameseText.clean(given.retentionRuleCode());
        int before = findings.count();
        text(findings, at + "/notation", notation, 20, true);
        text(findings, at + "/title", title, 1000, true);
        text(findings, at + "/maker", VietnameseText.clean(given.maker()), 100, false);
        text(findings, at + "/note", VietnameseText.clean(given.note()), 500, false);
        if (notation != null) {
            findings.addUnless(
                    DossierNotation.isWellFormed(notation), at + "/notation", "NOTATION_FORMAT");
            findings.addUnless(taken.add(notation), at + "/notation", "DUPLICATE_CODE", notation);
        }
        Optional<FixedRetention> retention = Optional.ofNullable(rule).flatMap(rules::fix);
        if (rule == null) {
            findings.add(at + "/retentionRuleCode", "REQUIRED");
        } else if (retention.isEmpty()) {
            findings.add(at + "/retentionRuleCode", "UNKNOWN_RETENTION_RULE", rule);
        }
        if (findings.count() > before || notation == null || title == null || retention.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new DossierListItem.Line(
                        notation,
                        title,
                        VietnameseText.clean(given.maker()),
                        VietnameseText.clean(given.note()),
                        retention.get()));
    }

    private static void text(
            Findings findings, String at, @Nullable String text, int max, boolean mandatory) {
        if (text == null) {
            findings.addUnless(!mandatory, at, "REQUIRED");
        } else {
            findings.addUnless(text.length() <= max, at, "WRONG_LENGTH", "1", String.valueOf(max));
        }
    }
}
