package vn.hue.earchive.archive.intake;

/** A file that the manifest names is not in the working store. */
final class BytesRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BytesRefused(Throwable cause) {
        super("a file is not there", cause);
    }
}
