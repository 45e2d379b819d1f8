package vn.hue.earchive.archive.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import vn.hue.earchive.archive.evidence.CompareCheckpoint.Published;
import vn.hue.earchive.archive.evidence.EvidenceProgress.Step;
import vn.hue.earchive.archive.evidence.EvidenceTable.Head;

/**
 * Takes the published log over into a database that lost acts, bundle by bundle, so that the log
 * goes on where it was signed. Nothing is believed: the database must be the beginning of the
 * signed tree, and each leaf must be included in it. An act that still waits in the database and
 * whose leaf is published gets the place that it had; of the others only the leaf is left. May be
 * killed at any point and run again by any instance.
 */
@ApplicationScoped
class AdoptLog {

    /** A tile or bundle of the published log is missing, or is not what was signed. */
    static final String DAMAGED = "TILES_DAMAGED";

    private static final Logger LOG = Logger.getLogger(AdoptLog.class);

    private final EvidenceTable table;
    private final EvidenceJob job;
    private final LogBucket bucket;
    private final Event<EvidenceProgress> progress;
    private final Clock clock;

    AdoptLog(
            EvidenceTable table,
            EvidenceJob job,
            LogBucket bucket,
            Event<EvidenceProgress> progress,
            Clock clock) {
        this.table = table;
        this.job = job;
        this.bucket = bucket;
        this.progress = progress;
        this.clock = clock;
    }

    /** The published log is not what its checkpoint says. */
    private static final class Damaged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Damaged(String path) {
            super(path);
        }
    }

    /**
     * Takes over the entries up to the end of the next bundle.
     *
     * @return why it cannot be done, a code; empty when it was
     * @throws EvidenceTable.FencedOff when another instance keeps the log now
     */
    Optional<String> next(long epoch, Head head, Published published) {
        long from = head.size();
        long size = published.checkpoint().size();
        TileTree signed = new TileTree(size, (level, index) -> tile(level, index, size));
        try {
            if (!continues(head, published, signed)) {
                return Optional.of(CompareCheckpoint.FORKED);
            }
            List<byte[]> commitments = entries(from, size);
            for (int at = 0; at < commitments.size(); at++) {
                included(from + at, commitments.get(at), published, signed);
            }
            job.act(() -> keep(epoch, from, commitments, published));
        } catch (Damaged e) {
            LOG.errorf("Published log cannot be taken over path=%s", e.getMessage());
            return Optional.of(DAMAGED);
        }
        progress.fire(new EvidenceProgress(Step.SEQUENCED));
        return Optional.empty();
    }

    /** Whether the database's tree is the beginning of the signed one. */
    private boolean continues(Head head, Published published, TileTree signed) {
        byte[] own = job.run(() -> new TileTree(head.size(), table::tile).root());
        return Merkle.continues(
                own,
                head.size(),
                published.checkpoint().root(),
                published.checkpoint().size(),
                Merkle.consistency(head.size(), published.checkpoint().size(), signed));
    }

    private static void included(
            long index, byte[] commitment, Published published, TileTree signed) {
        Checkpoint checkpoint = published.checkpoint();
        if (!Merkle.includes(
                checkpoint.root(),
                checkpoint.size(),
                index,
                Merkle.leafHash(commitment),
                Merkle.inclusion(index, checkpoint.size(), signed))) {
            throw new Damaged("entry " + index);
        }
    }

    private void keep(long epoch, long from, List<byte[]> commitments, Published published) {
        Head head = table.lock(epoch);
        if (head.size() != from) {
            throw new EvidenceTable.FencedOff();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        table.adopt(from, commitments, now);
        TileTree tree = new TileTree(from, table::tile);
        commitments.forEach(commitment -> tree.append(Merkle.leafHash(commitment)));
        table.keep(tree);
        if (tree.size() == published.checkpoint().size()) {
            table.published(tree.size(), published.note(), now);
            table.adopted();
            LOG.infof("Published log was taken over size=%d", tree.size());
        }
    }

    private byte[] tile(int level, long index, long size) {
        long hashes = (size >> (Tile.HEIGHT * level)) - index * Tile.WIDTH;
        Tile tile = new Tile(level, index, (int) Math.min(Tile.WIDTH, hashes));
        byte[] bytes = read(tile);
        if (bytes.length != tile.width() * Merkle.HASH) {
            throw new Damaged(tile.path());
        }
        return bytes;
    }

    /** The entries from a place to the end of its bundle. */
    private List<byte[]> entries(long from, long size) {
        long index = from / Tile.WIDTH;
        Tile tile =
                new Tile(
                        Tile.ENTRIES, index, (int) Math.min(Tile.WIDTH, size - index * Tile.WIDTH));
        ByteBuffer bundle = ByteBuffer.wrap(read(tile));
        List<byte[]> entries = new ArrayList<>();
        while (bundle.remaining() >= Short.BYTES) {
            byte[] entry = new byte[Short.toUnsignedInt(bundle.getShort())];
            if (entry.length > bundle.remaining()) {
                throw new Damaged(tile.path());
            }
            bundle.get(entry);
            entries.add(entry);
        }
        if (entries.size() != tile.width()) {
            throw new Damaged(tile.path());
        }
        return entries.subList((int) (from - index * Tile.WIDTH), entries.size());
    }

    private byte[] read(Tile tile) {
        return bucket.read(tile.path()).orElseThrow(() -> new Damaged(tile.path()));
    }
}
