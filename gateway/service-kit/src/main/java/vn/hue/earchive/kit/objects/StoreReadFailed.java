package vn.hue.earchive.kit.objects;

import java.io.IOException;

/** The store broke off while an object was being read: not the reader's fault, so tried again. */
public class StoreReadFailed extends IOException {

    StoreReadFailed(IOException cause) {
        super("The store broke off", cause);
    }
}
