package vn.hue.earchive.archive.store;

/**
 * A store holds a committed object with this id whose content is another one. Nothing was changed;
 * a person has to decide.
 */
public final class AipConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AipConflict(String objId, String store, String what) {
        super("object " + objId + " in store " + store + " is another one: " + what);
    }
}
