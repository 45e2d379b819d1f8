package vn.hue.earchive.archive.intake;

/**
 * The verdict over the bytes: return the dossier. Thrown before anything is completed in a store.
 */
final class DossierRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DossierRefused() {
        super("the checks refuse the dossier");
    }
}
