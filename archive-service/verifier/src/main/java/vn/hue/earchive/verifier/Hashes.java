package vn.hue.earchive.verifier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** SHA-256, and the Merkle tree of RFC 6962 as a verifier needs it. */
final class Hashes {

    private Hashes() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static byte[] sha256(byte[]... parts) {
        MessageDigest digest = sha256();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * Whether an entry is in a tree. Goes down from the root: at each node the larger full half is
     * on the left, so index and size say on which side the entry is, and how long the path must be.
     *
     * @param path from the leaf's sibling up
     */
    static boolean isIncluded(byte[] root, long size, long index, byte[] data, List<byte[]> path) {
        if (index < 0 || index >= size) {
            return false;
        }
        byte[] found = climb(size, index, sha256(new byte[] {0}, data), path, path.size());
        return Arrays.equals(found, root);
    }

    /**
     * Root over the subtree with the last {@code left} hashes unused; empty when they do not fit.
     */
    private static byte[] climb(long size, long index, byte[] leaf, List<byte[]> path, int left) {
        if (size == 1) {
            return left == 0 ? leaf : new byte[0];
        }
        if (left == 0) {
            return new byte[0];
        }
        byte[] sibling = path.get(left - 1);
        long half = Long.highestOneBit(size - 1);
        byte[] own =
                index < half
                        ? climb(half, index, leaf, path, left - 1)
                        : climb(size - half, index - half, leaf, path, left - 1);
        if (own.length == 0) {
            return own;
        }
        byte[] node = {1};
        return index < half ? sha256(node, own, sibling) : sha256(node, sibling, own);
    }
}
