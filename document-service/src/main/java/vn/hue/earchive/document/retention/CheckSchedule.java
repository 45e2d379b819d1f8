package vn.hue.earchive.document.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.text.TextEncoding;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.identity.Role;
import vn.hue.earchive.kit.time.LegalDate;

/** Holds a rule set that is to be imported against what is already there. */
@ApplicationScoped
class CheckSchedule {

    private static final int MAX_MAPPING = 200;

    private final RetentionSchedules schedules;
    private final RetentionRules rules;
    private final CurrentCaller caller;
    private final Clock clock;

    CheckSchedule(
            RetentionSchedules schedules, RetentionRules rules, CurrentCaller caller, Clock clock) {
        this.schedules = schedules;
        this.rules = rules;
        this.caller = caller;
        this.clock = clock;
    }

    /** Whose the sets of a source are: the caller's agency, or nobody's alone. */
    static @Nullable UUID agencyOf(String source, Caller by) {
        return source.equals(RetentionSource.AGENCY) ? by.agencyId() : null;
    }

    static List<RuleMapping.Line> mappable(List<ScheduleLine> lines) {
        return lines.stream()
                .map(l -> new RuleMapping.Line(l.code(), l.period(), l.replaces()))
                .toList();
    }

    @Transactional
    void against(ScheduleDetails details, List<ScheduleLine> lines, Findings findings) {
        Caller by = caller.get();
        RetentionSource source = schedules.sources().get(details.source());
        if (source == null) {
            findings.add(
                    "/source",
                    "UNKNOWN_CODE",
                    details.source(),
                    String.join(", ", schedules.sources().keySet()));
            return;
        }
        boolean own = source.code().equals(RetentionSource.AGENCY);
        findings.addUnless(
                by.is(own ? Role.AGENCY_ARCHIVIST : Role.OPERATOR), "/source", "SOURCE_OF_OTHERS");
        boolean known = details.state().equals("SAMPLE") || details.state().equals("DRAFT");
        findings.addUnless(known, "/state", "UNKNOWN_CODE", details.state(), "SAMPLE, DRAFT");
        UUID agency = agencyOf(details.source(), by);
        List<RetentionSchedule> living = schedules.living(details.source(), agency);
        findings.addUnless(
                !details.state().equals("SAMPLE")
                        || living.stream().noneMatch(RetentionSchedule::isApproved),
                "/state",
                "SAMPLE_AFTER_APPROVAL");
        replaced(schedules.newest(details.source(), agency), lines, findings);
    }

    private void replaced(
            Optional<RetentionSchedule> before, List<ScheduleLine> lines, Findings findings) {
        Set<String> known = new HashSet<>();
        before.ifPresent(s -> rules.mappable(s.id()).forEach(l -> known.add(l.code())));
        for (ScheduleLine line : lines) {
            for (String code : line.replaces()) {
                findings.addUnless(
                        known.contains(code),
                        "/lines/" + line.number() + "/replaces",
                        "UNKNOWN_OLD_CODE",
                        code);
            }
        }
    }

    @Transactional
    ScheduleCheckView report(
            ScheduleDetails details, ScheduleCsv.Read read, Findings findings, Findings warnings) {
        against(details, read.lines(), findings);
        Optional<RetentionSchedule> before =
                schedules.newest(details.source(), agencyOf(details.source(), caller.get()));
        List<RuleMapping.Step> steps =
                before.map(s -> RuleMapping.between(rules.mappable(s.id()), mappable(read.lines())))
                        .orElse(List.of());
        warn(details, read, warnings);
        return new ScheduleCheckView(
                findings.isEmpty(),
                read.encoding().name(),
                read.lines().size(),
                findings.found().stream().map(ScheduleCheckView.LineFinding::of).toList(),
                warnings.found().stream().map(ScheduleCheckView.LineFinding::of).toList(),
                before.map(RetentionSchedule::id).orElse(null),
                changes(steps, read.lines()),
                steps.stream()
                        .filter(s -> s.kind() != RuleMapping.Kind.SAME)
                        .limit(MAX_MAPPING)
                        .toList());
    }

    private void warn(ScheduleDetails details, ScheduleCsv.Read read, Findings warnings) {
        if (read.encoding() == TextEncoding.UTF_8_NFD) {
            warnings.add("/lines", "ENCODING_NORMALISED");
        }
        long uncertain = read.lines().stream().filter(l -> !l.certainty().equals("A")).count();
        if (uncertain > 0) {
            warnings.add("/lines", "RULES_NOT_CONFIRMED", String.valueOf(uncertain));
        }
        if (details.validFrom().isBefore(LegalDate.today(clock).minusYears(50))) {
            warnings.add("/validFrom", "TOO_EARLY");
        }
    }

    private static Map<String, Integer> changes(
            List<RuleMapping.Step> steps, List<ScheduleLine> lines) {
        Map<String, Integer> counts = new TreeMap<>();
        Set<String> followers = new HashSet<>();
        for (RuleMapping.Step step : steps) {
            counts.merge(step.kind().name(), 1, Integer::sum);
            if (step.toCode() != null) {
                followers.add(step.toCode());
            }
        }
        int added = (int) lines.stream().filter(l -> !followers.contains(l.code())).count();
        counts.put("ADDED", added);
        return counts;
    }
}
