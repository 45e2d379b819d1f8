package vn.hue.earchive.kit.events;

import java.io.IOException;

/** The bytes of a message are no event that we know. Trying again does not help. */
public class UnreadableEvent extends RuntimeException {

    UnreadableEvent(String message) {
        super(message);
    }

    UnreadableEvent(IOException cause) {
        // The parser's message quotes what it read, which must not reach a log.
        super(cause.getClass().getSimpleName());
    }
}
