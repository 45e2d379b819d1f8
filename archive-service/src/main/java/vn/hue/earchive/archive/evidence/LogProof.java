package vn.hue.earchive.archive.evidence;

import java.util.Base64;
import java.util.List;

/**
 * That an entry is in the log, as one text that verifies offline (C2SP tlog-proof version 1): the
 * inclusion proof and the checkpoint that it leads to.
 *
 * @param path from the leaf's sibling up
 * @param note the signed checkpoint
 */
record LogProof(long index, List<byte[]> path, String note) {

    String text() {
        StringBuilder text = new StringBuilder("c2sp.org/tlog-proof@v1\nindex ");
        text.append(index).append('\n');
        for (byte[] hash : path) {
            text.append(Base64.getEncoder().encodeToString(hash)).append('\n');
        }
        return text.append('\n').append(note).toString();
    }
}
