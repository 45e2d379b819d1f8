package vn.hue.earchive.signature;

/** Replies as a test would have them. */
public final class CheckReplies {

    private CheckReplies() {}

    public static CheckReply of(SignatureCause cause) {
        return CheckReply.plain(cause, "");
    }
}
