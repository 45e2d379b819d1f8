package vn.hue.earchive.document.file;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.objects.ObjectStore;

/**
 * Takes away uploads that nobody claimed in time: the object first, then the row, so that a crash
 * between the two is mended by the next run. Any number of instances share the work by row locks.
 */
@ApplicationScoped
public class ReapExpiredUploads {

    private static final Logger LOG = Logger.getLogger(ReapExpiredUploads.class);

    private final Step step;

    ReapExpiredUploads(Step step) {
        this.step = step;
    }

    @Scheduled(
            every = "{earchive.document.jobs.every}",
            delayed = "{earchive.document.jobs.delayed}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        int reaped = run();
        if (reaped > 0) {
            LOG.infof("Expired uploads taken away count=%d", reaped);
        }
    }

    /** Takes away at most one batch; how many. */
    public int run() {
        return JobScope.call("reap-expired-uploads", step::reap);
    }

    @ApplicationScoped
    static class Step {

        private final Uploads uploads;
        private final ObjectStore bucket;
        private final FileConfig config;
        private final Clock clock;

        Step(Uploads uploads, @WorkingBucket ObjectStore bucket, FileConfig config, Clock clock) {
            this.uploads = uploads;
            this.bucket = bucket;
            this.config = config;
            this.clock = clock;
        }

        @Transactional
        int reap() {
            List<UUID> expired =
                    uploads.getSession()
                            .createNativeQuery(
                                    """
                                    select id from upload where expires_at < :now
                                    order by expires_at limit :batch for update skip locked
                                    """,
                                    UUID.class)
                            .setParameter("now", clock.instant())
                            .setParameter("batch", config.reapBatch())
                            .getResultList();
            for (UUID id : expired) {
                Upload upload = uploads.findById(id);
                if (upload != null) {
                    bucket.delete(upload.objectKey());
                    uploads.delete(upload);
                }
            }
            return expired.size();
        }
    }
}
