package vn.hue.earchive.archive.evidence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.hue.earchive.archive.evidence.EvidenceProgress.Step;
import vn.hue.earchive.archive.evidence.EvidenceTable.Head;
import vn.hue.earchive.kit.ids.Ids;

/**
 * Gives the waiting entries their places and publishes the tree: tiles first, then the signed
 * checkpoint. One instance at a time, by lease; an earlier holder that wakes up is fenced off by
 * the epoch in every transaction. Before it does anything it compares the published checkpoint with
 * the database and refuses to sign when the two disagree ({@link CompareCheckpoint}): a database
 * that was restored from a backup must not fork the log.
 */
@ApplicationScoped
class Sequencer {

    private static final Logger LOG = Logger.getLogger(Sequencer.class);

    private final EvidenceTable table;
    private final EvidenceJob job;
    private final CompareCheckpoint compare;
    private final PublishTiles tiles;
    private final AdoptLog adopt;
    private final LogBucket bucket;
    private final SigningKey key;
    private final EvidenceConfig config;
    private final Event<EvidenceProgress> progress;
    private final Clock clock;
    private final UUID self = Ids.next();
    private volatile boolean refusing;
    private volatile Instant compared = Instant.MIN;

    Sequencer(
            EvidenceTable table,
            EvidenceJob job,
            CompareCheckpoint compare,
            PublishTiles tiles,
            AdoptLog adopt,
            LogBucket bucket,
            SigningKey key,
            EvidenceConfig config,
            Event<EvidenceProgress> progress,
            Clock clock,
            MeterRegistry meters) {
        this.table = table;
        this.job = job;
        this.compare = compare;
        this.tiles = tiles;
        this.adopt = adopt;
        this.bucket = bucket;
        this.key = key;
        this.config = config;
        this.progress = progress;
        this.clock = clock;
        Gauge.builder("earchive.evidence.refusing", () -> refusing ? 1 : 0)
                .description("1 while this instance refuses to sign the evidence log")
                .register(meters);
    }

    /**
     * One round. May be killed at any point and run again by any instance.
     *
     * @return whether there may be more to do at once
     * @throws EvidenceTable.FencedOff when another instance has taken over meanwhile
     */
    boolean round() {
        Instant now = now();
        if (compared.plus(config.compareEvery()).isAfter(now) && job.run(table::isDone)) {
            return false;
        }
        Optional<Long> lease = job.run(() -> table.lease(self, now, now.plus(config.lease())));
        if (lease.isEmpty()) {
            return false;
        }
        long epoch = lease.get();
        CompareCheckpoint.Outcome found = compare.outcome();
        compared = now;
        if (found.refusal().isPresent()) {
            Optional<String> refusal = adoptWhereAsked(epoch, found);
            refusal.ifPresent(this::refuse);
            return refusal.isEmpty();
        }
        if (refusing || found.head().refusal() != null) {
            refusing = false;
            job.act(() -> table.refuse(null, now));
            LOG.info("Evidence log is signed again");
        }
        progress.fire(new EvidenceProgress(Step.CHECKED));
        int placed = job.run(() -> sequence(epoch));
        progress.fire(new EvidenceProgress(Step.SEQUENCED));
        long size = found.head().size() + placed;
        // A note that is there, of the size that is there, was published; whether it was noted
        // as well is told by the head.
        boolean published = size == found.published() && size == found.head().publishedSize();
        if (size > 0 && !published) {
            tiles.between(found.published(), size);
            job.act(() -> publish(epoch, size));
            progress.fire(new EvidenceProgress(Step.PUBLISHED));
        }
        return placed == config.batch();
    }

    void release() {
        job.act(() -> table.release(self));
    }

    /** Why the log is still refused; empty when a part of what is published was taken over. */
    private Optional<String> adoptWhereAsked(long epoch, CompareCheckpoint.Outcome found) {
        boolean behind = found.refusal().equals(Optional.of(CompareCheckpoint.BEHIND));
        return behind && found.head().adoptionOf() != null
                ? adopt.next(epoch, found.head(), found.found().orElseThrow())
                : found.refusal();
    }

    private int sequence(long epoch) {
        Head head = table.lock(epoch);
        var placed = table.place(head.size(), config.batch(), now());
        if (placed.isEmpty()) {
            return 0;
        }
        TileTree tree = new TileTree(head.size(), table::tile);
        placed.forEach(entry -> tree.append(Merkle.leafHash(entry.commitment())));
        table.keep(tree);
        return placed.size();
    }

    /** The lock is held while the checkpoint is written, so that no older one comes after it. */
    private void publish(long epoch, long size) {
        Head head = table.lock(epoch);
        if (head.size() != size) {
            throw new EvidenceTable.FencedOff();
        }
        byte[] root = new TileTree(size, table::tile).root();
        String note = key.sign(new Checkpoint(config.origin(), size, root));
        bucket.replace(
                LogBucket.CHECKPOINT,
                note.getBytes(StandardCharsets.UTF_8),
                "text/plain; charset=utf-8");
        progress.fire(new EvidenceProgress(Step.CHECKPOINT_WRITTEN));
        table.published(size, note, now());
    }

    private void refuse(String reason) {
        if (!refusing) {
            LOG.errorf("Evidence log is not signed any more reason=%s", reason);
        }
        refusing = true;
        job.act(() -> table.refuse(reason, now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
