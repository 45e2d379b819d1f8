package vn.hue.earchive.document.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the rules of one version have gone over into those of a later one of the same source. */
@ApplicationScoped
public class RuleVersions {

    private final RetentionSchedules schedules;
    private final RetentionRules rules;

    RuleVersions(RetentionSchedules schedules, RetentionRules rules) {
        this.schedules = schedules;
        this.rules = rules;
    }

    /**
     * Where a rule has gone.
     *
     * @param to the rule of the later version; null when it was split or dropped on the way
     * @param split true when a person must choose between several
     */
    public record Heir(@Nullable FixedRetention to, boolean split) {}

    /**
     * The heirs of every rule of {@code from} in {@code to}, by code, through all versions between.
     * Empty when {@code to} is not a later version of the same source that the caller sees.
     */
    public Optional<Map<String, Heir>> heirs(UUID from, UUID to) {
        List<RetentionSchedule> chain = chain(from, to);
        if (chain.size() < 2) {
            return Optional.empty();
        }
        Map<String, String> codes =
                rules.mappable(from).stream()
                        .collect(Collectors.toMap(RuleMapping.Line::code, RuleMapping.Line::code));
        Map<String, Boolean> split = new HashMap<>();
        for (int i = 1; i < chain.size(); i++) {
            follow(codes, split, steps(chain.get(i - 1).id(), chain.get(i).id()));
        }
        Map<String, FixedRetention> targets = rules.fixedOf(to);
        Map<String, Heir> heirs = new HashMap<>();
        codes.forEach((code, heir) ->
                heirs.put(
                        code,
                        new Heir(
                                heir.isEmpty() ? null : targets.get(heir),
                                split.getOrDefault(code, false))));
        return Optional.of(heirs);
    }

    /** True when the rules of this version are worked with today. */
    public boolean isInForce(UUID scheduleId) {
        return rules.inForce().stream().anyMatch(s -> s.scheduleId().equals(scheduleId));
    }

    private List<RetentionSchedule> chain(UUID from, UUID to) {
        List<RetentionSchedule> chain = new ArrayList<>();
        Optional<RetentionSchedule> at = schedules.findByIdOptional(to);
        while (at.isPresent()) {
            chain.addFirst(at.get());
            if (at.get().id().equals(from)) {
                return chain;
            }
            UUID before = at.get().followsId();
            at = before == null ? Optional.empty() : schedules.findByIdOptional(before);
        }
        return List.of();
    }

    private Map<String, List<RuleMapping.Step>> steps(UUID from, UUID to) {
        return RuleMapping.between(rules.mappable(from), rules.mappable(to)).stream()
                .collect(Collectors.groupingBy(RuleMapping.Step::fromCode));
    }

    private static void follow(
            Map<String, String> codes,
            Map<String, Boolean> split,
            Map<String, List<RuleMapping.Step>> steps) {
        codes.replaceAll((origin, code) -> {
            List<RuleMapping.Step> next = steps.getOrDefault(code, List.of());
            boolean divides = next.size() > 1;
            if (divides) {
                split.put(origin, true);
            }
            return next.size() == 1 ? Objects.requireNonNullElse(next.getFirst().toCode(), "") : "";
        });
    }
}
