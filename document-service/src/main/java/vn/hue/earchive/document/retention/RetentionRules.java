package vn.hue.earchive.document.retention;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.kit.time.LegalDate;

/**
 * Rules of the sets in force today. A code is looked for in the agency's own set, then in those of
 * the sectors, then in the general one.
 */
@ApplicationScoped
public class RetentionRules implements PanacheRepositoryBase<RetentionRule, UUID> {

    private final RetentionSchedules schedules;
    private final Clock clock;

    RetentionRules(RetentionSchedules schedules, Clock clock) {
        this.schedules = schedules;
        this.clock = clock;
    }

    /** The period that a rule gives to a dossier; empty when no set in force has such a rule. */
    public Optional<FixedRetention> fix(String code) {
        return byCode(code).map(RetentionRule::fixed);
    }

    /** True when a records manager has confirmed the rule against the text in force. */
    public boolean isConfirmed(String code) {
        return fix(code).map(f -> f.certainty().equals("A")).orElse(false);
    }

    /** The rule in force with this code, as it is shown. */
    public Optional<RetentionRuleView> rule(String code) {
        for (RetentionSchedule schedule : schedules.inForce(LegalDate.today(clock))) {
            Optional<RetentionRule> rule = byCode(schedule.id(), code);
            if (rule.isPresent()) {
                return rule.map(r -> r.view(schedule));
            }
        }
        return Optional.empty();
    }

    /** The rule of one version, in force or not; empty for a version that is not visible. */
    public Optional<RetentionRuleView> rule(UUID scheduleId, String code) {
        return schedules
                .findByIdOptional(scheduleId)
                .flatMap(s -> byCode(s.id(), code).map(r -> r.view(s)));
    }

    /** Every rule of the sets in force today, set by set in their precedence. */
    public List<RuleSet> inForce() {
        return schedules.inForce(LegalDate.today(clock)).stream()
                .map(s -> new RuleSet(s.id(), s.version(), s.sourceCode(), s.stateCode()))
                .toList();
    }

    /**
     * A version of a set, without its lines; those of one id never change.
     *
     * @param version changes with the state
     */
    public record RuleSet(UUID scheduleId, long version, String source, String state) {}

    /** All lines of one version, in its order. */
    public List<RetentionRuleView> linesOf(UUID scheduleId) {
        RetentionSchedule schedule = schedules.require(scheduleId);
        return list("scheduleId = ?1 order by position", scheduleId).stream()
                .map(r -> r.view(schedule))
                .toList();
    }

    /** Phrases that give away a field of work with a schedule of its own, by source code. */
    public Map<String, List<String>> fieldsOfSectors() {
        Map<String, List<String>> fields = new HashMap<>();
        schedules
                .sources()
                .forEach((code, source) -> {
                    if (!source.fields().isEmpty()) {
                        fields.put(code, source.fields());
                    }
                });
        return fields;
    }

    /** Vietnamese name of a source. */
    public String sourceTitle(String code) {
        RetentionSource source = schedules.sources().get(code);
        return source == null ? code : source.titleVi();
    }

    private Optional<RetentionRule> byCode(String code) {
        for (RetentionSchedule schedule : schedules.inForce(LegalDate.today(clock))) {
            Optional<RetentionRule> rule = byCode(schedule.id(), code);
            if (rule.isPresent()) {
                return rule;
            }
        }
        return Optional.empty();
    }

    private Optional<RetentionRule> byCode(UUID scheduleId, String code) {
        return find("scheduleId = ?1 and code = ?2", scheduleId, code).firstResultOptional();
    }

    List<RuleMapping.Line> mappable(UUID scheduleId) {
        return list("scheduleId = ?1 order by position", scheduleId).stream()
                .map(r -> new RuleMapping.Line(r.code(), r.period(), r.replaces()))
                .toList();
    }

    /** The periods of one version by code. */
    Map<String, FixedRetention> fixedOf(UUID scheduleId) {
        Map<String, FixedRetention> byCode = new HashMap<>();
        list("scheduleId", scheduleId).forEach(r -> byCode.put(r.code(), r.fixed()));
        return byCode;
    }

    /** A rule with the version it stands in. */
    record Found(RetentionSchedule schedule, RetentionRule rule) {}

    /**
     * Rules that contain every word, without regard to tones and case; set by set, in schedule
     * order.
     *
     * @param after the last row of the page before; null for the first
     */
    List<Found> matching(Search search, @Nullable Place after, int rows) {
        List<RetentionSchedule> sets = sets(search);
        List<Found> found = new ArrayList<>();
        boolean reached = after == null;
        for (RetentionSchedule set : sets) {
            int from = after != null && set.id().equals(after.scheduleId()) ? after.position() : 0;
            reached = reached || from > 0;
            if (reached && found.size() < rows) {
                in(set.id(), search.text(), from, rows - found.size())
                        .forEach(rule -> found.add(new Found(set, rule)));
            }
        }
        return found;
    }

    /**
     * What is looked for.
     *
     * @param on the day whose rules are meant; today when null
     * @param scheduleId one version alone, in force or not
     */
    record Search(
            @Nullable String text,
            @Nullable String source,
            @Nullable LocalDate on,
            @Nullable UUID scheduleId) {}

    record Place(UUID scheduleId, int position) {}

    private List<RetentionSchedule> sets(Search search) {
        if (search.scheduleId() != null) {
            return List.of(schedules.require(search.scheduleId()));
        }
        LocalDate on = search.on() == null ? LegalDate.today(clock) : search.on();
        return schedules.inForce(on).stream()
                .filter(s -> search.source() == null || s.sourceCode().equals(search.source()))
                .toList();
    }

    private List<RetentionRule> in(
            UUID scheduleId, @Nullable String text, int afterPosition, int rows) {
        StringBuilder where = new StringBuilder("scheduleId = :set and position > :after");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("set", scheduleId);
        parameters.put("after", afterPosition);
        String folded = text == null ? "" : VietnameseText.fold(text);
        List<String> words =
                Arrays.stream(folded.split(" ")).filter(w -> !w.isEmpty()).limit(20).toList();
        for (int n = 0; n < words.size(); n++) {
            where.append(" and searchText like :w").append(n).append(" escape '!'");
            String literal = words.get(n).replace("!", "!!").replace("%", "!%").replace("_", "!_");
            parameters.put("w" + n, "%" + literal + "%");
        }
        return find(where + " order by position", parameters).range(0, rows - 1).list();
    }
}
