package vn.hue.earchive.document.email;

/** A message that is not taken in, and why. */
final class EmailRejected extends Exception {

    enum Reason {
        /** No e-mail, or one that was cut off or broken on its way. */
        MALFORMED,
        /** More parts, depth or text than a letter has. */
        TOO_LARGE,
        /** Nobody here can read it: encrypted, or signed around its content. */
        ENCRYPTED,
        /** winmail.dat: the attachments are hidden in a form of one vendor. */
        TNEF,
        /** It says that it is a State secret. */
        SECRET
    }

    private final Reason reason;
    private final String where;

    /**
     * @param where what of the message, for the reader of the problem
     */
    EmailRejected(Reason reason, String where) {
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
