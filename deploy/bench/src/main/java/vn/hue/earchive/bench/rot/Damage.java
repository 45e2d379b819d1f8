package vn.hue.earchive.bench.rot;

/**
 * One thing done to one file of one copy, and what a check must call it.
 *
 * @param store name of the store
 * @param root key of the object, without a slash at the end
 * @param path of the file in the object; empty when all its files were taken away
 */
record Damage(Kind kind, String store, String root, String path) {

    /** How a file can rot. */
    enum Kind {
        FLIP("CHANGED"),
        TRUNCATE("CHANGED"),
        SWAP("CHANGED"),
        DELETE("MISSING"),
        LOSE("MISSING"),
        ADD("UNTRACKED");

        private final String found;

        Kind(String found) {
            this.found = found;
        }
    }

    String key() {
        return root + "/" + path;
    }

    /** The finding as a line, in the form of {@link Findings.Finding#line}. */
    String line() {
        return Findings.line(kind.found, store, root, path);
    }
}
