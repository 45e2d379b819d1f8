package vn.hue.earchive.document.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.ids.Ids;

/**
 * What is known of the retention of dossiers beside the rule itself: where it was inherited from,
 * what a person chose against it and why, the event that starts the period, and the dates that the
 * database computes from all of it.
 */
@ApplicationScoped
public class RetentionLedger {

    private final EntityManager entities;
    private final CurrentCaller caller;
    private final Clock clock;

    RetentionLedger(EntityManager entities, CurrentCaller caller, Clock clock) {
        this.entities = entities;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What the dossier's row says.
     *
     * @param expiryYear null while nothing has started the period, and for a permanent one
     * @param eligibleOn 1 January after the expiry year
     * @param inheritedRule the rule that a person chose another one against
     * @param enteredArchiveOn when the agency archive took custody
     */
    public record Entry(
            @Nullable Integer expiryYear,
            @Nullable LocalDate eligibleOn,
            @Nullable LocalDate eventOn,
            @Nullable String eventNote,
            @Nullable String inheritedRule,
            @Nullable String overrideReason,
            @Nullable LocalDate handOverDueOn,
            @Nullable LocalDate endDate,
            @Nullable LocalDate enteredArchiveOn) {}

    /** After the changes of this transaction. */
    public Entry of(UUID dossierId) {
        entities.flush();
        Object[] row =
                session()
                        .createNativeQuery(
                                """
                                select d.retention_expiry_year, d.retention_eligible_on, d.retention_event_on, d.retention_event_note,
                                    d.retention_inherited_rule, d.retention_override_reason, d.hand_over_due_on, d.end_date,
                                    (select cast(max(i.decided_at at time zone 'Asia/Ho_Chi_Minh') as date) from submission_item i
                                        where i.dossier_id = d.id and i.state = 'ACCEPTED')
                                from dossier d where d.id = :dossier
                                """,
                                Object[].class)
                        .setParameter("dossier", dossierId)
                        .getSingleResult();
        return new Entry(
                (Integer) row[0],
                RowValues.date(row[1]),
                RowValues.date(row[2]),
                (String) row[3],
                (String) row[4],
                (String) row[5],
                RowValues.date(row[6]),
                RowValues.date(row[7]),
                RowValues.date(row[8]));
    }

    /** A choice against a rule, or back to it. */
    public record Choice(
            UUID dossierId,
            @Nullable UUID documentId,
            FixedRetention from,
            FixedRetention to,
            String reason) {}

    /**
     * Logs the choice of another rule for a dossier and keeps the inherited one; going back to that
     * one is logged as well and ends the override.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void overridden(Choice choice, UUID agencyId) {
        entities.flush();
        session()
                .createNativeMutationQuery(
                        """
                        update dossier set
                            retention_override_reason = case when coalesce(retention_inherited_rule, :from) = :to then null else :reason end,
                            retention_inherited_rule = nullif(coalesce(retention_inherited_rule, :from), :to)
                        where id = :dossier
                        """)
                .setParameter("from", choice.from().ruleCode())
                .setParameter("to", choice.to().ruleCode())
                .setParameter("reason", choice.reason())
                .setParameter("dossier", choice.dossierId())
                .executeUpdate();
        log(choice, agencyId);
    }

    /** Gives one document of a dossier a period of its own; the dossier's own rule ends that. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void documentOverridden(Choice choice, UUID agencyId, FixedRetention ofDossier) {
        session()
                .createNativeMutationQuery(
                        "delete from document_retention where dossier_id = :dossier and document_id"
                                + " = :document")
                .setParameter("dossier", choice.dossierId())
                .setParameter("document", choice.documentId(), UUID.class)
                .executeUpdate();
        if (!choice.to().ruleCode().equals(ofDossier.ruleCode())) {
            insert(choice, agencyId);
        }
        log(choice, agencyId);
    }

    private void insert(Choice choice, UUID agencyId) {
        FixedRetention to = choice.to();
        session()
                .createNativeMutationQuery(
                        """
                        insert into document_retention (dossier_id, document_id, agency_id, rule_code, retention_code, retention_kind,
                            retention_years, retention_basis, retention_counted_from, retention_certainty, retention_schedule_id,
                            reason, decided_at, decided_by)
                        values (:dossier, :document, :agency, :rule, :code, :kind, :years, :basis, :from, :certainty, :schedule,
                            :reason, :at, :by)
                        """)
                .setParameter("dossier", choice.dossierId())
                .setParameter("document", choice.documentId(), UUID.class)
                .setParameter("agency", agencyId)
                .setParameter("rule", to.ruleCode())
                .setParameter("code", to.code())
                .setParameter("kind", to.kind())
                .setParameter("years", to.years(), Integer.class)
                .setParameter("basis", to.basis())
                .setParameter("from", to.countedFrom())
                .setParameter("certainty", to.certainty())
                .setParameter("schedule", to.scheduleId(), UUID.class)
                .setParameter("reason", choice.reason())
                .setParameter("at", clock.instant())
                .setParameter("by", caller.get().username())
                .executeUpdate();
    }

    private void log(Choice choice, UUID agencyId) {
        session()
                .createNativeMutationQuery(
                        """
                        insert into retention_override (id, agency_id, dossier_id, document_id, from_rule, to_rule, from_period,
                            to_period, reason, decided_at, decided_by)
                        values (:id, :agency, :dossier, :document, :from, :to, :before, :after, :reason, :at, :by)
                        """)
                .setParameter("id", Ids.next())
                .setParameter("agency", agencyId)
                .setParameter("dossier", choice.dossierId())
                .setParameter("document", choice.documentId(), UUID.class)
                .setParameter("from", choice.from().ruleCode())
                .setParameter("to", choice.to().ruleCode())
                .setParameter("before", period(choice.from()))
                .setParameter("after", period(choice.to()))
                .setParameter("reason", choice.reason())
                .setParameter("at", clock.instant())
                .setParameter("by", caller.get().username())
                .executeUpdate();
    }

    /** A period in one word, {@code 20Y}. */
    public static String period(FixedRetention fixed) {
        return Period.code(fixed.kind(), fixed.years(), fixed.countedFrom());
    }

    /** Enters what starts the period of this dossier. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void eventEntered(UUID dossierId, LocalDate on, @Nullable String note) {
        session()
                .createNativeMutationQuery(
                        "update dossier set retention_event_on = :on, retention_event_note = :note"
                                + " where id = :dossier")
                .setParameter("on", on)
                .setParameter("note", note, String.class)
                .setParameter("dossier", dossierId)
                .executeUpdate();
    }

    /** A period that counts from the end of the work has no event. Before the period changes. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void eventForgotten(UUID dossierId) {
        session()
                .createNativeMutationQuery(
                        "update dossier set retention_event_on = null, retention_event_note = null"
                                + " where id = :dossier and retention_event_on is not null")
                .setParameter("dossier", dossierId)
                .executeUpdate();
    }

    /**
     * The documents of a dossier that have a period of their own, at most 1000; every other one has
     * the dossier's.
     */
    public Map<UUID, FixedRetention> documentsOf(UUID dossierId) {
        List<Object[]> rows =
                session()
                        .createNativeQuery(
                                """
                                select document_id, rule_code, retention_code, retention_kind, retention_years, retention_basis,
                                    retention_counted_from, retention_certainty, retention_schedule_id
                                from document_retention where dossier_id = :dossier order by document_id limit 1000
                                """,
                                Object[].class)
                        .setParameter("dossier", dossierId)
                        .getResultList();
        Map<UUID, FixedRetention> own = new LinkedHashMap<>();
        for (Object[] r : rows) {
            own.put(
                    (UUID) r[0],
                    new FixedRetention(
                            (String) r[1],
                            (String) r[2],
                            (String) r[3],
                            (Integer) r[4],
                            (String) r[5],
                            (String) r[6],
                            (String) r[7],
                            (UUID) r[8]));
        }
        return own;
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
