package vn.hue.earchive.kit.apart;

import org.jspecify.annotations.Nullable;

/** The process does not start: nothing can be asked of it, whatever the request. */
public final class ApartBroken extends Exception {

    public ApartBroken(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
