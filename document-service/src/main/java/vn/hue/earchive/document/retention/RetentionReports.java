package vn.hue.earchive.document.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.time.LegalDate;

/**
 * Due dates and overrides of the caller's agency, read through indexes in the order of the list.
 */
@ApplicationScoped
class RetentionReports {

    private final EntityManager entities;

    RetentionReports(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * When the period of a dossier ends.
     *
     * @param eligibleOn first day on which appraisal may begin
     * @param waitsFor the event that has not been entered; then there are no dates
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DueDate(
            UUID dossierId,
            String fileCode,
            String title,
            String state,
            String ruleCode,
            String period,
            String certainty,
            @Nullable Integer expiryYear,
            @Nullable LocalDate eligibleOn,
            @Nullable String waitsFor) {}

    private static final String COLUMNS =
            """
            select id, file_code, title, state, rule_code, retention_kind, retention_years, retention_counted_from,
                retention_certainty, retention_expiry_year, retention_eligible_on from dossier
            """;

    /** The place behind which a page begins. */
    record After(LocalDate eligibleOn, UUID id) {}

    /** Dossiers with a date, soonest first. */
    List<DueDate> due(LocalDate from, LocalDate before, After after, int rows) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(
                        COLUMNS
                                + """
                                 where retention_eligible_on >= :from and retention_eligible_on < :before
                                    and (retention_eligible_on, id) > (cast(:day as date), cast(:id as uuid))
                                order by retention_eligible_on, id limit :rows
                                """,
                        Object[].class)
                .setParameter("from", from)
                .setParameter("before", before)
                .setParameter("day", after.eligibleOn())
                .setParameter("id", after.id())
                .setParameter("rows", rows)
                .getResultList()
                .stream()
                .map(RetentionReports::dueDate)
                .toList();
    }

    /** Closed dossiers whose period waits for an event. */
    List<DueDate> waiting(After after, int rows) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(
                        COLUMNS
                                + """
                                 where retention_counted_from <> 'END_OF_WORK_YEAR' and retention_event_on is null
                                    and state <> 'OPEN' and id > :id order by id limit :rows
                                """,
                        Object[].class)
                .setParameter("id", after.id())
                .setParameter("rows", rows)
                .getResultList()
                .stream()
                .map(RetentionReports::dueDate)
                .toList();
    }

    private static DueDate dueDate(Object[] r) {
        LocalDate eligible = RowValues.date(r[10]);
        String countedFrom = (String) r[7];
        boolean waits = eligible == null && !countedFrom.equals(FixedRetention.END_OF_WORK_YEAR);
        return new DueDate(
                (UUID) r[0],
                (String) r[1],
                (String) r[2],
                (String) r[3],
                (String) r[4],
                Period.code((String) r[5], (Integer) r[6], countedFrom),
                (String) r[8],
                (Integer) r[9],
                eligible,
                waits ? countedFrom : null);
    }

    /** A choice against the inherited rule, or back to it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OverrideView(
            UUID id,
            UUID dossierId,
            @Nullable UUID documentId,
            String fromRule,
            String toRule,
            String fromPeriod,
            String toPeriod,
            String reason,
            Instant decidedAt,
            String decidedBy) {}

    /** Newest first. */
    List<OverrideView> overrides(UUID before, int rows) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(
                        """
                        select id, dossier_id, document_id, from_rule, to_rule, from_period, to_period, reason, decided_at,
                            decided_by from retention_override where id < :before order by id desc limit :rows
                        """,
                        Object[].class)
                .setParameter("before", before)
                .setParameter("rows", rows)
                .getResultList()
                .stream()
                .map(r ->
                        new OverrideView(
                                (UUID) r[0],
                                (UUID) r[1],
                                (UUID) r[2],
                                (String) r[3],
                                (String) r[4],
                                (String) r[5],
                                (String) r[6],
                                (String) r[7],
                                RowValues.instant(r[8]),
                                (String) r[9]))
                .toList();
    }

    /** How often a rule was left for another. */
    record Pair(String fromRule, String toRule, long count) {}

    /**
     * What people did with rules and suggestions in a calendar year.
     *
     * @param overrides choices against the inherited rule, dossiers and documents
     * @param pairs the most frequent ones, at most 50
     * @param suggestionsAsked requests for a suggestion
     * @param chosenFirst the first offer was chosen; {@code chosenSecond} and {@code chosenThird}
     *     alike
     * @param chosenOther a rule that was not offered, with a reason
     */
    record Statistics(
            int year,
            long overrides,
            long overriddenDossiers,
            long overriddenDocuments,
            List<Pair> pairs,
            long suggestionsAsked,
            long suggestionsDecided,
            long chosenFirst,
            long chosenSecond,
            long chosenThird,
            long chosenOther) {}

    Statistics statistics(int year) {
        Instant from = LocalDate.of(year, 1, 1).atStartOfDay(LegalDate.ZONE).toInstant();
        Instant to = LocalDate.of(year + 1, 1, 1).atStartOfDay(LegalDate.ZONE).toInstant();
        Object[] overrides =
                one(
                        "select count(*), count(*) filter (where document_id is null), count(*)"
                                + " filter (where document_id is not null) from retention_override"
                                + " where decided_at >= :from and decided_at < :to",
                        from,
                        to);
        Object[] chosen =
                one(
                        """
                        select (select count(*) from retention_suggestion where asked_at >= :from and asked_at < :to),
                            count(*), count(*) filter (where chosen_rank = 1), count(*) filter (where chosen_rank = 2),
                            count(*) filter (where chosen_rank = 3), count(*) filter (where chosen_rank is null)
                        from retention_suggestion where decided_at >= :from and decided_at < :to
                        """,
                        from,
                        to);
        return new Statistics(
                year,
                (Long) overrides[0],
                (Long) overrides[1],
                (Long) overrides[2],
                pairs(from, to),
                (Long) chosen[0],
                (Long) chosen[1],
                (Long) chosen[2],
                (Long) chosen[3],
                (Long) chosen[4],
                (Long) chosen[5]);
    }

    private Object[] one(String sql, Instant from, Instant to) {
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, Object[].class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getSingleResult();
    }

    private List<Pair> pairs(Instant from, Instant to) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(
                        """
                        select from_rule, to_rule, count(*) from retention_override
                        where decided_at >= :from and decided_at < :to
                        group by from_rule, to_rule order by count(*) desc, from_rule, to_rule limit 50
                        """,
                        Object[].class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()
                .stream()
                .map(r -> new Pair((String) r[0], (String) r[1], (Long) r[2]))
                .toList();
    }
}
