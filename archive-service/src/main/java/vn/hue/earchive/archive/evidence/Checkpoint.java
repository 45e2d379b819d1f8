package vn.hue.earchive.archive.evidence;

import java.util.Base64;
import java.util.Optional;

/**
 * What the log signs (C2SP tlog-checkpoint): origin, number of leaves, root.
 *
 * @param root 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Checkpoint(String origin, long size, byte[] root) {

    private static final int MAX_LENGTH = 1 << 16;

    /** The text of the note, with its final newline. */
    String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    /** The checkpoint in the text of a verified note; empty when it is none. */
    static Optional<Checkpoint> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        try {
            byte[] root = Base64.getDecoder().decode(lines[2]);
            return root.length == Merkle.HASH
                    ? Optional.of(new Checkpoint(lines[0], Long.parseLong(lines[1]), root))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
