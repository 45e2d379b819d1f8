package vn.hue.earchive.document.feed;

/**
 * How many messages wait to be sent because of a replay.
 *
 * @param more whether there is more than one replay takes: repeat it from the last change told
 */
public record ReplayView(int messages, boolean more) {}
