package vn.hue.earchive.document.submission;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import vn.hue.earchive.document.file.WorkingBucket;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.objects.ObjectStore;

/**
 * Drops working bytes that the archive has copies of: a file goes when every dossier that holds its
 * document has been replicated. In steps that a crash may interrupt anywhere: marked LEAVING
 * (committed), object deleted, marked GONE. The manifest stays: it is what was handed over.
 */
@ApplicationScoped
public class ReleaseWorkingBytes {

    private static final Logger LOG = Logger.getLogger(ReleaseWorkingBytes.class);

    /** Bounded work per run; the next run goes on where this one stopped. */
    private static final int STEPS_PER_RUN = 100;

    private final Steps steps;
    private final ObjectStore bucket;

    ReleaseWorkingBytes(Steps steps, @WorkingBucket ObjectStore bucket) {
        this.steps = steps;
        this.bucket = bucket;
    }

    @Scheduled(
            every = "{earchive.document.jobs.every}",
            delayed = "{earchive.document.jobs.delayed}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        int gone = run();
        if (gone > 0) {
            LOG.infof("Working bytes dropped objects=%d", gone);
        }
    }

    /** Drops what may go now; how many objects went. */
    public int run() {
        return JobScope.call(
                "release-working-bytes",
                () -> {
                    int gone = 0;
                    for (int step = 0; step < STEPS_PER_RUN; step++) {
                        Marked marked = steps.mark();
                        if (!marked.found()) {
                            break;
                        }
                        List<Leaving> batch = marked.objects();
                        batch.forEach(l -> bucket.delete(l.key()));
                        steps.gone(batch);
                        gone += batch.size();
                    }
                    return gone;
                });
    }

    /** An object on its way out. */
    record Leaving(String table, UUID id, String key) {}

    /**
     * One step.
     *
     * @param found false when no dossier waits
     */
    record Marked(boolean found, List<Leaving> objects) {}

    /** The transactions. */
    @ApplicationScoped
    static class Steps {

        private static final String OLDEST =
                """
                select dossier_id from working_bytes_release where done_at is null
                order by requested_at, dossier_id limit 1 for update skip locked
                """;

        /** Documents are locked, so that none is filed in another dossier at this moment. */
        private static final String LOCK_DOCUMENTS =
                """
                select d.id from document d join dossier_document f on f.document_id = d.id
                where f.dossier_id = :dossier order by d.id for update of d
                """;

        private static final String MARK_FILES =
                """
                update document_file set bytes = 'LEAVING' where id in (
                    select file.id from document_file file
                    join dossier_document f on f.document_id = file.document_id
                    where f.dossier_id = :dossier and file.bytes <> 'GONE' and not exists (
                        select 1 from dossier_document other
                        join dossier living on living.id = other.dossier_id
                        where other.document_id = file.document_id and living.replicated_at is null
                    )
                    order by file.id limit 100
                ) returning id, object_key
                """;

        private static final String MARK_TRACES =
                """
                update process_trace set bytes = 'LEAVING' where id in (
                    select id from process_trace where dossier_id = :dossier and bytes <> 'GONE'
                    order by id limit 100
                ) returning id, object_key
                """;

        /** What was taken out of the dossier was not handed over with it: its bytes stay. */
        private static final String MARK_MEDIA =
                """
                update media_file set bytes = 'LEAVING' where id in (
                    select file.id from media_file file
                    join media_item item on item.id = file.item_id
                    where item.dossier_id = :dossier and item.removed_at is null
                      and file.bytes <> 'GONE'
                    order by file.id limit 100
                ) returning id, object_key
                """;

        private final EntityManager entities;
        private final Clock clock;

        Steps(EntityManager entities, Clock clock) {
            this.entities = entities;
            this.clock = clock;
        }

        private Session session() {
            return entities.unwrap(Session.class);
        }

        private List<UUID> oldest() {
            return session().createNativeQuery(OLDEST, UUID.class).getResultList();
        }

        /** Marks the next objects of the oldest dossier; a dossier that has none left is done. */
        @Transactional
        Marked mark() {
            List<UUID> oldest = oldest();
            if (oldest.isEmpty()) {
                return new Marked(false, List.of());
            }
            UUID dossier = oldest.getFirst();
            session()
                    .createNativeQuery(LOCK_DOCUMENTS, UUID.class)
                    .setParameter("dossier", dossier)
                    .getResultList();
            List<Leaving> leaving = new ArrayList<>();
            leaving.addAll(mark("document_file", MARK_FILES, dossier));
            leaving.addAll(mark("process_trace", MARK_TRACES, dossier));
            leaving.addAll(mark("media_file", MARK_MEDIA, dossier));
            if (leaving.isEmpty()) {
                session()
                        .createNativeMutationQuery(
                                "update working_bytes_release set done_at = :now"
                                        + " where dossier_id = :dossier")
                        .setParameter("now", clock.instant())
                        .setParameter("dossier", dossier)
                        .executeUpdate();
            }
            return new Marked(true, leaving);
        }

        private List<Leaving> mark(String table, String sql, UUID dossier) {
            return session()
                    .createNativeQuery(sql, Object[].class)
                    .setParameter("dossier", dossier)
                    .getResultList()
                    .stream()
                    .map(r -> new Leaving(table, (UUID) r[0], (String) r[1]))
                    .toList();
        }

        @Transactional
        void gone(List<Leaving> objects) {
            for (Leaving object : objects) {
                session()
                        .createNativeMutationQuery(
                                "update " + object.table() + " set bytes = 'GONE' where id = :id")
                        .setParameter("id", object.id())
                        .executeUpdate();
            }
        }
    }
}
