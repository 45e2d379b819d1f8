package vn.hue.earchive.document.submission;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import vn.hue.earchive.kit.identity.JobScope;

/**
 * Stands in for the archive where an agency for training hands over: it accepts everything. No byte
 * is kept anywhere but in the working bucket, and no other service is told.
 */
@ApplicationScoped
public class PracticeArchive {

    /** Bounded work per run; the next run goes on. */
    private static final int STEPS_PER_RUN = 200;

    private final Steps steps;

    PracticeArchive(Steps steps) {
        this.steps = steps;
    }

    @Scheduled(
            every = "{earchive.document.jobs.every}",
            delayed = "{earchive.document.jobs.delayed}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        run();
    }

    /** Accepts what waits; how many dossiers. */
    public int run() {
        return JobScope.call(
                "practice-archive",
                () -> {
                    int accepted = 0;
                    while (accepted < STEPS_PER_RUN && steps.acceptNext()) {
                        accepted++;
                    }
                    return accepted;
                });
    }

    /** The transactions. */
    @ApplicationScoped
    static class Steps {

        private static final String NEXT =
                """
                select i.submission_id, i.dossier_id from submission_item i
                join agency a on a.id = i.agency_id and a.training
                where i.state = 'SUBMITTED' order by i.submission_id, i.position
                limit 1 for update of i skip locked
                """;

        private final EntityManager entities;
        private final ArchiveDecisions decisions;

        Steps(EntityManager entities, ArchiveDecisions decisions) {
            this.entities = entities;
            this.decisions = decisions;
        }

        @Transactional
        boolean acceptNext() {
            List<Object[]> next =
                    entities.unwrap(Session.class)
                            .createNativeQuery(NEXT, Object[].class)
                            .getResultList();
            next.forEach(r -> decisions.accept((UUID) r[0], (UUID) r[1]));
            return !next.isEmpty();
        }
    }
}
