package vn.hue.earchive.document.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.events.Retention;
import vn.hue.earchive.document.period.StatutoryPeriod;
import vn.hue.earchive.document.period.StatutoryPeriods;
import vn.hue.earchive.document.retention.FixedRetention;
import vn.hue.earchive.document.retention.RetentionLedger;
import vn.hue.earchive.document.retention.RetentionRuleView;
import vn.hue.earchive.document.retention.RetentionRules;

/**
 * The retention of one dossier as a whole: rule, period, dates, steps, choices against the rule.
 */
@ApplicationScoped
class DossierRetention {

    private final RetentionRules rules;
    private final RetentionLedger ledger;
    private final StatutoryPeriods periods;

    DossierRetention(RetentionRules rules, RetentionLedger ledger, StatutoryPeriods periods) {
        this.rules = rules;
        this.ledger = ledger;
        this.periods = periods;
    }

    /**
     * What holds for a dossier.
     *
     * @param rule the line it came from, with certainty and state of its version; absent for a
     *     period from before versions were kept
     * @param expiryYear {@code year(end of work) + years}; absent while nothing has started the
     *     period, and for a permanent one
     * @param eligibleOn first day on which appraisal may begin
     * @param waitsFor the event that starts the period and has not been entered
     * @param documents documents with a period of their own; every other one has the dossier's
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID dossierId,
            Retention retention,
            @Nullable RetentionRuleView rule,
            @Nullable Integer expiryYear,
            @Nullable LocalDate eligibleOn,
            @Nullable LocalDate eventOn,
            @Nullable String eventNote,
            @Nullable String waitsFor,
            @Nullable Overridden override,
            List<Step> steps,
            List<DocumentPeriod> documents) {}

    /** The rule that a person chose another one against, and why. */
    record Overridden(String inheritedRule, String reason) {}

    /**
     * A step of the schedule.
     *
     * @param step {@code AGENCY_ARCHIVE}, {@code HISTORICAL_ARCHIVE} or {@code APPRAISAL}
     * @param dueOn absent while what it counts from has not happened
     * @param latestOn last day that the law permits
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            String step,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate latestOn,
            String legalBasis) {}

    record DocumentPeriod(UUID documentId, Retention retention) {}

    View of(Dossier dossier) {
        FixedRetention fixed = dossier.retention();
        RetentionLedger.Entry entry = ledger.of(dossier.id());
        boolean waits =
                !fixed.countedFrom().equals(FixedRetention.END_OF_WORK_YEAR)
                        && entry.eventOn() == null;
        return new View(
                dossier.id(),
                fixed.toEvent(),
                Optional.ofNullable(fixed.scheduleId())
                        .flatMap(s -> rules.rule(s, fixed.ruleCode()))
                        .orElse(null),
                entry.expiryYear(),
                entry.eligibleOn(),
                entry.eventOn(),
                entry.eventNote(),
                waits ? fixed.countedFrom() : null,
                entry.inheritedRule() == null
                        ? null
                        : new Overridden(
                                entry.inheritedRule(), String.valueOf(entry.overrideReason())),
                steps(fixed, entry),
                documents(ledger.documentsOf(dossier.id())));
    }

    private static List<DocumentPeriod> documents(Map<UUID, FixedRetention> own) {
        return own.entrySet().stream()
                .map(e -> new DocumentPeriod(e.getKey(), e.getValue().toEvent()))
                .toList();
    }

    private List<Step> steps(FixedRetention fixed, RetentionLedger.Entry entry) {
        List<Step> steps = new ArrayList<>();
        int least = periods.require("agencyArchive.minRetention").amount();
        Integer years = fixed.years();
        if (years == null || years >= least) {
            StatutoryPeriod max = periods.require("agencyArchive.max");
            steps.add(
                    new Step(
                            "AGENCY_ARCHIVE",
                            entry.handOverDueOn(),
                            lastDay(max, entry.endDate()),
                            max.legalBasis()));
        }
        if (fixed.kind().equals("PERMANENT")) {
            StatutoryPeriod max = periods.require("historical.max");
            steps.add(
                    new Step(
                            "HISTORICAL_ARCHIVE",
                            null,
                            lastDay(max, entry.enteredArchiveOn()),
                            max.legalBasis()));
        } else {
            steps.add(new Step("APPRAISAL", entry.eligibleOn(), null, fixed.basis()));
        }
        return steps;
    }

    private static @Nullable LocalDate lastDay(StatutoryPeriod period, @Nullable LocalDate start) {
        return start == null ? null : period.lastDay(start);
    }
}
