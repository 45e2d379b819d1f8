package vn.hue.earchive.document.retention;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where each line of one version has gone in the next. A line of the new version follows the codes
 * that it names in {@code replaces}, or else its own code. Pure: it knows codes and periods only.
 */
final class RuleMapping {

    enum Kind {
        /** Same code, same period. */
        SAME,
        /** One line follows, under its own or another code, with another period. */
        PERIOD_CHANGED,
        /** One line follows under another code, with the same period. */
        RENAMED,
        /** Several lines follow; a person must choose. */
        SPLIT,
        /** No line follows. */
        DROPPED
    }

    /**
     * @param period as {@link Period} writes it
     * @param replaces only for lines of the new version
     */
    record Line(String code, String period, List<String> replaces) {}

    /** One line of the old version and one that follows it; several for a split. */
    record Step(
            String fromCode,
            @Nullable String toCode,
            Kind kind,
            String fromPeriod,
            @Nullable String toPeriod) {}

    private RuleMapping() {}

    static List<Step> between(List<Line> before, List<Line> after) {
        Map<String, List<Line>> followers = new LinkedHashMap<>();
        for (Line line : after) {
            List<String> followed =
                    line.replaces().isEmpty() ? List.of(line.code()) : line.replaces();
            followed.forEach(
                    code -> followers.computeIfAbsent(code, c -> new ArrayList<>()).add(line));
        }
        List<Step> steps = new ArrayList<>();
        for (Line old : before) {
            List<Line> heirs = followers.getOrDefault(old.code(), List.of());
            if (heirs.isEmpty()) {
                steps.add(new Step(old.code(), null, Kind.DROPPED, old.period(), null));
            }
            for (Line heir : heirs) {
                Kind kind = heirs.size() > 1 ? Kind.SPLIT : kind(old, heir);
                steps.add(new Step(old.code(), heir.code(), kind, old.period(), heir.period()));
            }
        }
        return steps;
    }

    private static Kind kind(Line old, Line heir) {
        if (!old.period().equals(heir.period())) {
            return Kind.PERIOD_CHANGED;
        }
        return old.code().equals(heir.code()) ? Kind.SAME : Kind.RENAMED;
    }
}
