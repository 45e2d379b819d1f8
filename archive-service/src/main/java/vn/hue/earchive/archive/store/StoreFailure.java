package vn.hue.earchive.archive.store;

import java.io.IOException;

/** One store did not do what it was asked; another one may. */
final class StoreFailure extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean full;

    StoreFailure(String store, String what, Throwable cause) {
        this(store, what, false, cause);
    }

    StoreFailure(String store, String what, boolean full, Throwable cause) {
        super("store " + store + " failed to " + what, cause);
        this.full = full;
    }

    /** The store has no room left. */
    boolean isFull() {
        return full;
    }
}
