package vn.hue.earchive.archive.evidence;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tree as tiles: appends leaf hashes to those that are stored and finds any node in them. Not
 * for several threads; made for one batch or one question.
 */
final class TileTree implements Merkle.Nodes {

    /** Tiles as they are stored, each with all hashes that exist. */
    @FunctionalInterface
    interface Stored {
        /**
         * Hashes of the tile, one after the other; empty where none exists.
         *
         * @param level from 0
         */
        byte[] tile(int level, long index);
    }

    /** Place of a tile. */
    record Place(int level, long index) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int levels = Integer.compare(level, other.level);
            return levels != 0 ? levels : Long.compare(index, other.index);
        }
    }

    private final Stored stored;
    private final Map<Place, byte[]> read = new TreeMap<>();
    private final Map<Place, byte[]> changed = new TreeMap<>();
    private long size;

    /**
     * @param size leaves that the stored tiles hold
     */
    TileTree(long size, Stored stored) {
        this.size = size;
        this.stored = stored;
    }

    long size() {
        return size;
    }

    byte[] root() {
        return Merkle.root(size, this);
    }

    /** The tiles that {@link #append} has changed, whole. */
    Map<Place, byte[]> changed() {
        return changed;
    }

    void append(byte[] leafHash) {
        push(0, size, leafHash);
        size++;
    }

    private void push(int level, long position, byte[] hash) {
        Place place = new Place(level, position / Tile.WIDTH);
        int before = (int) (position % Tile.WIDTH) * Merkle.HASH;
        byte[] old = before == 0 ? new byte[0] : hashes(place);
        if (old.length < before) {
            throw new IllegalStateException("tile " + place + " lacks hashes");
        }
        byte[] tile = Arrays.copyOf(old, before + Merkle.HASH);
        System.arraycopy(hash, 0, tile, before, Merkle.HASH);
        changed.put(place, tile);
        if (tile.length == Tile.WIDTH * Merkle.HASH) {
            push(level + 1, place.index(), fold(tile, 0, Tile.WIDTH));
        }
    }

    @Override
    public byte[] node(int height, long index) {
        int level = height / Tile.HEIGHT;
        int count = 1 << (height % Tile.HEIGHT);
        long first = index * count;
        byte[] tile = hashes(new Place(level, first / Tile.WIDTH));
        int at = (int) (first % Tile.WIDTH);
        if (tile.length < (at + count) * Merkle.HASH) {
            throw new IllegalStateException("no node " + height + " " + index);
        }
        return fold(tile, at, count);
    }

    private byte[] hashes(Place place) {
        byte[] own = changed.get(place);
        return own != null
                ? own
                : read.computeIfAbsent(place, at -> stored.tile(at.level(), at.index()));
    }

    /** Root over {@code count} hashes, a power of two, from {@code at}. */
    private static byte[] fold(byte[] tile, int at, int count) {
        if (count == 1) {
            return Arrays.copyOfRange(tile, at * Merkle.HASH, (at + 1) * Merkle.HASH);
        }
        int half = count / 2;
        return Merkle.nodeHash(fold(tile, at, half), fold(tile, at + half, half));
    }
}
