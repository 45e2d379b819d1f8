package vn.hue.earchive.document.print;

import java.util.Arrays;
import java.util.Optional;

/** The two registers of Decree 30/2020. */
public enum Register {
    INCOMING("incoming", "văn bản đến"),
    OUTGOING("outgoing", "văn bản đi");

    private final String path;
    private final String documents;

    Register(String path, String documents) {
        this.path = path;
        this.documents = documents;
    }

    /** As paths name it. */
    public String path() {
        return path;
    }

    /** As {@code document.direction} names it. */
    public String direction() {
        return name();
    }

    /** What it lists, in Vietnamese. */
    public String documents() {
        return documents;
    }

    public static Optional<Register> of(String path) {
        return Arrays.stream(values()).filter(r -> r.path.equals(path)).findFirst();
    }
}
