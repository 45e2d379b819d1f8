package vn.hue.earchive.document.rulechange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.retention.FixedRetention;
import vn.hue.earchive.document.retention.RetentionLedger;
import vn.hue.earchive.document.retention.RowValues;
import vn.hue.earchive.document.retention.RuleVersions;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;

/** Tells what a later version of a rule set would change among the agency's dossiers. */
@ApplicationScoped
class PlanRecomputation {

    private static final int MAX_RULES = 200;
    private static final int MAX_EXAMPLES = 100;

    /** Dossiers of one rule, state of custody and choice: classified together, never one by one. */
    private static final String GROUPS =
            """
            select rule_code, retention_code, retention_kind, retention_years, retention_basis, retention_counted_from,
                retention_certainty, case when state in ('SUBMITTED', 'IN_AGENCY_ARCHIVE') then state else 'IN_UNIT' end,
                retention_inherited_rule is not null, count(*)
            from dossier where retention_schedule_id = :from
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9 order by 1, 2, 3, 4, 5, 6, 7, 8, 9
            """;

    private static final String FINGERPRINT =
            """
            select coalesce(md5(string_agg(concat_ws('|', id, rule_code, state, retention_inherited_rule, retention_kind, retention_years),
                ',' order by id)), '')
            from dossier where retention_schedule_id = :from
            """;

    private static final String EXAMPLES =
            """
            select d.id, d.file_code, d.title, d.rule_code, m.heir, d.retention_eligible_on,
                make_date(retention_expiry_year(m.kind, m.years, m.counted_from,
                    case when d.state <> 'OPEN' then d.end_date end, d.retention_event_on) + 1, 1, 1)
            from unnest(cast(:codes as text[]), cast(:heirs as text[]), cast(:kinds as text[]), cast(:years as int[]),
                cast(:froms as text[])) as m(code, heir, kind, years, counted_from)
            join dossier d on d.rule_code = m.code and d.retention_schedule_id = :schedule
                and d.state in ('OPEN', 'CLOSED', 'RETURNED') and d.retention_inherited_rule is null
            order by d.id limit :rows
            """;

    private final RuleVersions versions;
    private final EntityManager entities;
    private final Validation validation;

    PlanRecomputation(RuleVersions versions, EntityManager entities, Validation validation) {
        this.versions = versions;
        this.entities = entities;
        this.validation = validation;
    }

    /** From which version to which. */
    record Request(@NotNull UUID fromScheduleId, @NotNull UUID toScheduleId) {}

    @Transactional
    PlanView preview(@Nullable Request given) {
        Findings findings = validation.of(given);
        Request request = Objects.requireNonNull(given);
        Map<String, RuleVersions.Heir> heirs =
                heirs(request.fromScheduleId(), request.toScheduleId(), findings);
        findings.raise();
        return plan(request.fromScheduleId(), request.toScheduleId(), heirs);
    }

    /** The heirs by code; a finding when the versions do not follow each other. */
    Map<String, RuleVersions.Heir> heirs(
            @Nullable UUID from, @Nullable UUID to, Findings findings) {
        if (from == null || to == null) {
            return Map.of();
        }
        Optional<Map<String, RuleVersions.Heir>> heirs = versions.heirs(from, to);
        findings.addUnless(heirs.isPresent(), "/toScheduleId", "NOT_A_LATER_VERSION");
        findings.addUnless(
                heirs.isEmpty() || versions.isInForce(to),
                "/toScheduleId",
                "SCHEDULE_NOT_IN_FORCE");
        return heirs.orElse(Map.of());
    }

    PlanView plan(UUID from, UUID to, Map<String, RuleVersions.Heir> heirs) {
        Map<String, Long> outcomes = new TreeMap<>();
        List<PlanView.RuleChange> rules = new ArrayList<>();
        Map<String, FixedRetention> changing = new TreeMap<>();
        long total = 0;
        for (Object[] group : groups(from)) {
            FixedRetention now = fixed(group, from);
            RuleVersions.Heir heir = heirs.get(now.ruleCode());
            long count = (Long) group[9];
            Outcome outcome = Outcome.of((String) group[7], (Boolean) group[8], now, heir);
            total += count;
            outcomes.merge(outcome.name(), count, Long::sum);
            FixedRetention target = heir == null ? null : heir.to();
            if (outcome == Outcome.CHANGED) {
                changing.put(now.ruleCode(), Objects.requireNonNull(target));
            }
            if (outcome != Outcome.SAME && rules.size() < MAX_RULES) {
                rules.add(change(outcome, now, target, count));
            }
        }
        return new PlanView(
                from,
                to,
                hash(from, to),
                total,
                outcomes,
                listLines(from),
                rules,
                examples(from, changing));
    }

    private static PlanView.RuleChange change(
            Outcome outcome, FixedRetention now, @Nullable FixedRetention target, long count) {
        return new PlanView.RuleChange(
                outcome.name(),
                now.ruleCode(),
                RetentionLedger.period(now),
                target == null ? null : target.ruleCode(),
                target == null ? null : RetentionLedger.period(target),
                count);
    }

    private List<Object[]> groups(UUID from) {
        return session()
                .createNativeQuery(GROUPS, Object[].class)
                .setParameter("from", from)
                .getResultList();
    }

    private static FixedRetention fixed(Object[] row, UUID schedule) {
        return new FixedRetention(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (Integer) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                schedule);
    }

    private long listLines(UUID from) {
        return session()
                .createNativeQuery(
                        "select count(*) from dossier_list_item where retention_schedule_id ="
                                + " :from",
                        Long.class)
                .setParameter("from", from)
                .getSingleResult();
    }

    private List<PlanView.Example> examples(UUID from, Map<String, FixedRetention> changing) {
        List<FixedRetention> targets = List.copyOf(changing.values());
        return session()
                .createNativeQuery(EXAMPLES, Object[].class)
                .setParameter("codes", changing.keySet().toArray(String[]::new))
                .setParameter("heirs", texts(targets, FixedRetention::ruleCode))
                .setParameter("kinds", texts(targets, FixedRetention::kind))
                .setParameter(
                        "years",
                        targets.stream().map(FixedRetention::years).toArray(Integer[]::new))
                .setParameter("froms", texts(targets, FixedRetention::countedFrom))
                .setParameter("schedule", from)
                .setParameter("rows", MAX_EXAMPLES)
                .getResultList()
                .stream()
                .map(r ->
                        new PlanView.Example(
                                (UUID) r[0],
                                (String) r[1],
                                (String) r[2],
                                (String) r[3],
                                (String) r[4],
                                RowValues.date(r[5]),
                                RowValues.date(r[6])))
                .toList();
    }

    private static String[] texts(
            List<FixedRetention> all, java.util.function.Function<FixedRetention, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    /** Changes with any dossier, rule or choice that the plan depends on. */
    private String hash(UUID from, UUID to) {
        String print =
                session()
                        .createNativeQuery(FINGERPRINT, String.class)
                        .setParameter("from", from)
                        .getSingleResult();
        try {
            byte[] plan = (from + "|" + to + "|" + print).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(plan));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
