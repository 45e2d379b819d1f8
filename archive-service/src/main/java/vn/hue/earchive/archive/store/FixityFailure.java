package vn.hue.earchive.archive.store;

/** Stored bytes do not have the digest under which they were stored. */
public final class FixityFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String store;

    FixityFailure(String objId, String store, String what) {
        super("object " + objId + " in store " + store + ": " + what);
        this.store = store;
    }

    /** Name of the store that holds the bad bytes. */
    public String store() {
        return store;
    }
}
