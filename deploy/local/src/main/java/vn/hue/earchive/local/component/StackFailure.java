package vn.hue.earchive.local.component;

/**
 * Something that a person has to know or mend; the message is a plain sentence that says what and
 * where.
 */
public final class StackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackFailure(String message) {
        super(message);
    }

    public StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
