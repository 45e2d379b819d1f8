package vn.hue.earchive.archive.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;
import vn.hue.earchive.archive.evidence.EvidenceTable.Placed;

/**
 * Writes the tiles and the bundles of entries that a tree of a size needs beyond those that a
 * smaller one has. Idempotent: what is there is left as it is. Other bytes in the place of a tile
 * that no signed checkpoint covers are what a sequencer has left whose transactions were lost; they
 * bind nobody and are replaced.
 */
@ApplicationScoped
class PublishTiles {

    private static final Logger LOG = Logger.getLogger(PublishTiles.class);
    private static final int STEP = 64;

    private final EvidenceTable table;
    private final LogBucket bucket;
    private final EvidenceJob job;
    private final Event<EvidenceProgress> progress;

    PublishTiles(
            EvidenceTable table,
            LogBucket bucket,
            EvidenceJob job,
            Event<EvidenceProgress> progress) {
        this.table = table;
        this.bucket = bucket;
        this.job = job;
        this.progress = progress;
    }

    /**
     * @param from leaves of the checkpoint that is published
     * @param to leaves of the one that is to be
     */
    void between(long from, long to) {
        for (Tile tile : needed(from, to)) {
            write(tile);
            progress.fire(new EvidenceProgress(EvidenceProgress.Step.TILE_WRITTEN));
        }
    }

    /** In an order in which no tile is there before those that it stands on. */
    static List<Tile> needed(long from, long to) {
        List<Tile> tiles = new ArrayList<>();
        for (int level = 0; to >> (Tile.HEIGHT * level) > 0; level++) {
            long before = from >> (Tile.HEIGHT * level);
            long after = to >> (Tile.HEIGHT * level);
            if (before == after) {
                break;
            }
            for (long index = before / Tile.WIDTH; index * Tile.WIDTH < after; index++) {
                int width = (int) Math.min(Tile.WIDTH, after - index * Tile.WIDTH);
                if (level == 0) {
                    tiles.add(new Tile(Tile.ENTRIES, index, width));
                }
                tiles.add(new Tile(level, index, width));
            }
        }
        return tiles;
    }

    private void write(Tile tile) {
        byte[] bytes = tile.level() == Tile.ENTRIES ? entries(tile) : hashes(tile);
        if (bucket.create(tile.path(), bytes)) {
            return;
        }
        byte[] there = bucket.read(tile.path()).orElse(new byte[0]);
        if (!Arrays.equals(bytes, there)) {
            LOG.warnf("Tile that nobody signed is replaced path=%s", tile.path());
            bucket.replace(tile.path(), bytes);
        }
    }

    private byte[] hashes(Tile tile) {
        int length = tile.width() * Merkle.HASH;
        byte[] hashes = job.run(() -> table.tile(tile.level(), tile.index()));
        if (hashes.length < length) {
            throw new IllegalStateException("hashes of tile " + tile + " are missing");
        }
        return Arrays.copyOf(hashes, length);
    }

    /** Each entry behind its length in two bytes. */
    private byte[] entries(Tile tile) {
        long first = tile.index() * Tile.WIDTH;
        List<Placed> placed = job.run(() -> table.placed(first, first + tile.width()));
        if (placed.size() != tile.width()) {
            throw new IllegalStateException("entries of tile " + tile + " are missing");
        }
        ByteBuffer bundle = ByteBuffer.allocate(tile.width() * STEP);
        for (Placed entry : placed) {
            bundle.putShort((short) entry.commitment().length).put(entry.commitment());
        }
        return Arrays.copyOf(bundle.array(), bundle.position());
    }
}
