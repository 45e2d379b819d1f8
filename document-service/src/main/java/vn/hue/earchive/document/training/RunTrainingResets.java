package vn.hue.earchive.document.training;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.file.WorkingBucket;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.objects.ObjectStat;
import vn.hue.earchive.kit.objects.ObjectStore;

/**
 * Takes away what trainees have made: rows of the tables with an agency, batch by batch, then the
 * objects of the working bucket. Which tables there are is read from the database, so that one
 * added later is not forgotten; a table whose rows are still referred to is tried again in the next
 * round. Number series go as well and start anew. The audit trail stays. Killed anywhere, the next
 * run goes on, because what is gone is gone and what is left is found again.
 */
@ApplicationScoped
public class RunTrainingResets {

    private static final Logger LOG = Logger.getLogger(RunTrainingResets.class);

    private static final int ROWS_PER_STEP = 500;
    private static final int OBJECTS_PER_STEP = 100;

    /** Bounded work per run; the next run goes on. */
    private static final int STEPS_PER_RUN = 2000;

    private final Steps steps;
    private final ObjectStore bucket;

    RunTrainingResets(Steps steps, @WorkingBucket ObjectStore bucket) {
        this.steps = steps;
        this.bucket = bucket;
    }

    @Scheduled(
            every = "{earchive.document.jobs.every}",
            delayed = "{earchive.document.jobs.delayed}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        run(STEPS_PER_RUN);
    }

    /**
     * Goes on with the oldest reset.
     *
     * @param atMost steps that remove something, so that a test can stop in the middle
     * @return whether a reset was ended
     */
    public boolean run(int atMost) {
        return JobScope.call("reset-training", () -> work(atMost));
    }

    private boolean work(int atMost) {
        Running reset = steps.oldest();
        if (reset == null) {
            return false;
        }
        Budget budget = new Budget(atMost);
        List<String> kept = removeRows(reset, budget);
        if (budget.spent()) {
            return false;
        }
        if (!removeObjects(reset, budget)) {
            return false;
        }
        steps.finish(reset, kept);
        LOG.infof("Training reset ended agencyId=%s", reset.agencyId());
        return true;
    }

    /** A reset that has not ended. */
    record Running(UUID id, UUID agencyId) {}

    private static final class Budget {
        private int left;

        Budget(int left) {
            this.left = left;
        }

        boolean spent() {
            return left <= 0;
        }

        void step() {
            left--;
        }
    }

    /** Rounds over all tables until one removes nothing; the tables that would not. */
    private List<String> removeRows(Running reset, Budget budget) {
        List<String> open = steps.tables();
        while (true) {
            long removed = 0;
            List<String> blocked = new ArrayList<>();
            for (String table : open) {
                long rows = ROWS_PER_STEP;
                while (rows == ROWS_PER_STEP && !budget.spent()) {
                    rows = steps.remove(reset, table, ROWS_PER_STEP);
                    if (rows > 0) {
                        budget.step();
                        removed += rows;
                    }
                }
                if (rows < 0) {
                    blocked.add(table);
                }
            }
            if (blocked.isEmpty() || removed == 0 || budget.spent()) {
                return blocked;
            }
            open = blocked;
        }
    }

    private boolean removeObjects(Running reset, Budget budget) {
        Iterator<ObjectStat> objects = bucket.list(reset.agencyId() + "/");
        while (objects.hasNext()) {
            if (budget.spent()) {
                return false;
            }
            int removed = 0;
            for (; objects.hasNext() && removed < OBJECTS_PER_STEP; removed++) {
                bucket.delete(objects.next().key());
            }
            steps.removedObjects(reset, removed);
            budget.step();
        }
        return true;
    }

    /** The transactions. */
    @ApplicationScoped
    static class Steps {

        private final EntityManager entities;
        private final Audit audit;
        private final Clock clock;

        Steps(EntityManager entities, Audit audit, Clock clock) {
            this.entities = entities;
            this.audit = audit;
            this.clock = clock;
        }

        @Transactional
        @Nullable Running oldest() {
            return entities.createQuery(
                            "from TrainingReset where finishedAt is null order by id",
                            TrainingReset.class)
                    .setMaxResults(1)
                    .getResultStream()
                    .map(r -> new Running(r.id(), r.agencyId()))
                    .findFirst()
                    .orElse(null);
        }

        @Transactional
        List<String> tables() {
            return session()
                    .createNativeQuery("select training_tables()", String.class)
                    .getResultList();
        }

        /** Rows removed, or -1 when the table does not let them go now. */
        @Transactional
        long remove(Running reset, String table, int atMost) {
            TrainingReset row = locked(reset);
            long removed =
                    session()
                            .createNativeQuery(
                                    "select remove_training_rows(:agency, :table, :rows)",
                                    Long.class)
                            .setParameter("agency", reset.agencyId())
                            .setParameter("table", table)
                            .setParameter("rows", atMost)
                            .getSingleResult();
            row.removedRows(Math.max(0, removed));
            return removed;
        }

        @Transactional
        void removedObjects(Running reset, int objects) {
            locked(reset).removedObjects(objects);
        }

        @Transactional
        void finish(Running reset, List<String> kept) {
            TrainingReset row = locked(reset);
            if (row.finished()) {
                return;
            }
            row.finish(kept, clock.instant());
            audit.append(
                    reset.agencyId(),
                    "finishTrainingReset",
                    "training-reset",
                    reset.id(),
                    2,
                    Map.of(
                            "rows", row.view().rowsRemoved(),
                            "objects", row.view().objectsRemoved(),
                            "tablesKept", kept));
        }

        private TrainingReset locked(Running reset) {
            return entities.find(TrainingReset.class, reset.id(), LockModeType.PESSIMISTIC_WRITE);
        }

        private Session session() {
            return entities.unwrap(Session.class);
        }
    }
}
