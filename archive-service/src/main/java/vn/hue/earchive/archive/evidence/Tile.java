package vn.hue.earchive.archive.evidence;

import java.util.regex.Pattern;

/**
 * Address of a tile or of a bundle of entries in the layout of C2SP tlog-tiles: 256 consecutive
 * hashes of the tree at a level that is a multiple of eight above the leaves, or those of them that
 * exist yet.
 *
 * @param level 0 for hashes of leaves; {@link #ENTRIES} for the entries themselves
 * @param index of the tile within its level, from 0
 * @param width hashes in it, 1 to 256
 */
record Tile(int level, long index, int width) {

    static final int WIDTH = 256;

    /** Height of a tile: the tree levels that it spans. */
    static final int HEIGHT = 8;

    /** In place of a level: the bundle with the entries under the tile of level 0. */
    static final int ENTRIES = -1;

    private static final Pattern PATH =
            Pattern.compile(
                    "tile/(entries|[0-9]|[1-5][0-9]|6[0-3])/(x[0-9]{3}/){0,6}[0-9]{3}"
                            + "(\\.p/([1-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5]))?");

    Tile {
        if (level < ENTRIES || level > 63 || index < 0 || width < 1 || width > WIDTH) {
            throw new IllegalArgumentException("tile " + level + " " + index + " " + width);
        }
    }

    /** Whether this is the path of some tile, as {@link #path} writes it. */
    static boolean isPath(String path) {
        return PATH.matcher(path).matches();
    }

    /** For example {@code tile/0/x001/x234/067.p/12}. */
    String path() {
        StringBuilder path = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x%03d/".formatted(rest % 1000));
        }
        path.insert(0, "tile/" + (level == ENTRIES ? "entries" : Integer.toString(level)) + "/");
        return width == WIDTH ? path.toString() : path.append(".p/").append(width).toString();
    }
}
