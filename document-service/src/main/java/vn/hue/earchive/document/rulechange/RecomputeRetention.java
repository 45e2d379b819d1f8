package vn.hue.earchive.document.rulechange;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import vn.hue.earchive.document.dossier.Dossier;
import vn.hue.earchive.document.dossier.Dossiers;
import vn.hue.earchive.document.dossier.RefixRetention;
import vn.hue.earchive.document.retention.FixedRetention;
import vn.hue.earchive.document.retention.RetentionLedger;
import vn.hue.earchive.document.retention.RuleVersions;
import vn.hue.earchive.kit.identity.JobScope;

/**
 * Carries re-computations out, batch by batch; progress and effect commit together, so that a crash
 * repeats at most one batch. What is not certain is left to a person and stands in the report.
 */
@ApplicationScoped
public class RecomputeRetention {

    private static final Logger LOG = Logger.getLogger(RecomputeRetention.class);
    private static final int STEPS_PER_RUN = 200;

    private final Step step;

    RecomputeRetention(Step step) {
        this.step = step;
    }

    @Scheduled(
            every = "{earchive.document.jobs.every}",
            delayed = "{earchive.document.jobs.delayed}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        int steps = run();
        if (steps > 0) {
            LOG.infof("Retention re-computed batches=%d", steps);
        }
    }

    /** Works until nothing waits or this run has done its share; how many batches. */
    public int run() {
        return JobScope.call(
                "recompute-retention",
                () -> {
                    int done = 0;
                    while (done < STEPS_PER_RUN && step.next()) {
                        done++;
                    }
                    return done;
                });
    }

    @ApplicationScoped
    static class Step {

        private static final int BATCH = 50;

        private final EntityManager entities;
        private final Recomputations recomputations;
        private final RuleVersions versions;
        private final Dossiers dossiers;
        private final RefixRetention refix;
        private final Clock clock;

        Step(
                EntityManager entities,
                Recomputations recomputations,
                RuleVersions versions,
                Dossiers dossiers,
                RefixRetention refix,
                Clock clock) {
            this.entities = entities;
            this.recomputations = recomputations;
            this.versions = versions;
            this.dossiers = dossiers;
            this.refix = refix;
            this.clock = clock;
        }

        /** One batch of the oldest re-computation; false when none is running. */
        @Transactional
        boolean next() {
            List<UUID> oldest =
                    session()
                            .createNativeQuery(
                                    """
                                    select id from retention_recomputation where state = 'RUNNING'
                                    order by requested_at, id limit 1 for update skip locked
                                    """,
                                    UUID.class)
                            .getResultList();
            if (oldest.isEmpty()) {
                return false;
            }
            Recomputation running = recomputations.require(oldest.getFirst());
            List<UUID> batch = batch(running);
            if (batch.isEmpty()) {
                running.finish(clock.instant());
                return true;
            }
            Map<String, RuleVersions.Heir> heirs =
                    versions.heirs(running.from(), running.to()).orElse(Map.of());
            long changed = 0;
            for (Dossier dossier : dossiers.locked(batch)) {
                changed += apply(running, dossier, heirs) == Outcome.CHANGED ? 1 : 0;
            }
            running.advance(batch.getLast(), batch.size(), changed);
            return true;
        }

        private List<UUID> batch(Recomputation running) {
            return session()
                    .createNativeQuery(
                            """
                            select id from dossier where agency_id = :agency and retention_schedule_id = :from and id > :last
                            order by id limit :batch
                            """,
                            UUID.class)
                    .setParameter("agency", running.agencyId())
                    .setParameter("from", running.from())
                    .setParameter("last", running.last())
                    .setParameter("batch", BATCH)
                    .getResultList();
        }

        private Outcome apply(
                Recomputation running, Dossier dossier, Map<String, RuleVersions.Heir> heirs) {
            FixedRetention now = dossier.retention();
            RuleVersions.Heir heir = heirs.get(now.ruleCode());
            Outcome outcome =
                    Outcome.of(dossier.state().code(), overridden(dossier.id()), now, heir);
            FixedRetention to = heir == null ? null : heir.to();
            if (outcome.isApplied()) {
                refix.apply(dossier, Objects.requireNonNull(to), running.id());
            }
            session()
                    .createNativeMutationQuery(
                            """
                            insert into retention_recomputation_item (recomputation_id, dossier_id, agency_id, outcome, from_rule,
                                from_period, to_rule, to_period)
                            values (:id, :dossier, :agency, :outcome, :from, :before, :to, :after) on conflict do nothing
                            """)
                    .setParameter("id", running.id())
                    .setParameter("dossier", dossier.id())
                    .setParameter("agency", running.agencyId())
                    .setParameter("outcome", outcome.name())
                    .setParameter("from", now.ruleCode())
                    .setParameter("before", RetentionLedger.period(now))
                    .setParameter("to", to == null ? null : to.ruleCode(), String.class)
                    .setParameter(
                            "after", to == null ? null : RetentionLedger.period(to), String.class)
                    .executeUpdate();
            return outcome;
        }

        private boolean overridden(UUID dossierId) {
            return !session()
                    .createNativeQuery(
                            "select id from dossier where id = :id and retention_inherited_rule is"
                                    + " not null",
                            UUID.class)
                    .setParameter("id", dossierId)
                    .getResultList()
                    .isEmpty();
        }

        private Session session() {
            return entities.unwrap(Session.class);
        }
    }
}
