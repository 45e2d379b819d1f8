package vn.hue.earchive.document.edxml;

/** A message that cannot be taken in; nothing of it is kept. */
final class EdxmlRejected extends Exception {

    enum Reason {
        /** Not well-formed XML, or Base64 that is none. */
        MALFORMED,
        /** A document type declaration or an entity: never needed, often an attack. */
        FORBIDDEN_CONSTRUCT,
        /** Nested too deep, too many elements, a text or an attachment over its bound. */
        TOO_LARGE,
        /** No MessageHeader: another XML altogether. */
        NOT_A_DOCUMENT
    }

    private final Reason reason;
    private final String where;

    /**
     * @param where element or line, in technical words, for the person who mends the sender
     */
    EdxmlRejected(Reason reason, String where) {
        super(reason + " " + where);
        this.reason = reason;
        this.where = where;
    }

    Reason reason() {
        return reason;
    }

    String where() {
        return where;
    }
}
