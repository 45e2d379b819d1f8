package vn.hue.earchive.document.exchange;

import org.jspecify.annotations.Nullable;

/** The bus did not do what it was asked. */
final class BusFailure extends Exception {

    /** Why, for people; the texts are findings of the same name. */
    enum Code {
        BUS_NOT_REACHABLE,
        BUS_FAILING,
        BUS_CREDENTIALS,
        BUS_REFUSED,
        BUS_UNEXPECTED_ANSWER,
        FILE_HAS_LEFT,
        MESSAGE_REFUSED,
        INTERNAL_FAILURE
    }

    private final Code code;
    private final String detail;
    private final boolean retryable;

    /**
     * @param detail what the text names as {0} and, behind a bar, {1}; no content
     * @param retryable whether the same attempt may succeed later
     */
    BusFailure(Code code, String detail, boolean retryable) {
        super(code + " " + detail);
        this.code = code;
        this.detail = detail;
        this.retryable = retryable;
    }

    BusFailure causedBy(@Nullable Throwable cause) {
        initCause(cause);
        return this;
    }

    Code code() {
        return code;
    }

    String detail() {
        return detail;
    }

    boolean retryable() {
        return retryable;
    }
}
