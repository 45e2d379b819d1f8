package vn.hue.earchive.document.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.hue.earchive.document.retention.RetentionRuleView;
import vn.hue.earchive.document.retention.RetentionRules;
import vn.hue.earchive.document.retention.RetentionRules.RuleSet;

/**
 * Indexes of the combinations of sets that are in force, made once each: the lines of a version
 * never change, so an index is never stale; the least recently used one goes first.
 */
@ApplicationScoped
class RuleIndexes {

    /** Agencies without a set of their own share one; an index of 300 lines is about 1 MB. */
    private static final int MAX_INDEXES = 64;

    /** An index and the lines it was made of, in the same order. */
    record Indexed(RuleIndex index, List<RetentionRuleView> rules) {}

    private final RetentionRules rules;
    private final WordList words = WordList.load();
    private final Map<List<RuleSet>, Indexed> made =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<List<RuleSet>, Indexed> eldest) {
                    return size() > MAX_INDEXES;
                }
            };

    RuleIndexes(RetentionRules rules) {
        this.rules = rules;
    }

    WordList words() {
        return words;
    }

    /** In the caller's transaction. */
    Indexed inForce() {
        List<RuleSet> sets = rules.inForce();
        synchronized (made) {
            Indexed known = made.get(sets);
            if (known != null) {
                return known;
            }
        }
        Indexed fresh = make(sets);
        synchronized (made) {
            made.put(sets, fresh);
        }
        return fresh;
    }

    private Indexed make(List<RuleSet> sets) {
        List<RetentionRuleView> lines = new ArrayList<>();
        sets.forEach(set -> lines.addAll(rules.linesOf(set.scheduleId())));
        List<RuleIndex.Line> texts =
                lines.stream()
                        .map(r ->
                                new RuleIndex.Line(
                                        r.title(),
                                        Objects.requireNonNullElse(r.caseText(), ""),
                                        r.groupTitleVi(),
                                        r.certainty().equals("A")))
                        .toList();
        return new Indexed(new RuleIndex(texts, words), List.copyOf(lines));
    }
}
