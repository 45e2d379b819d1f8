package vn.hue.earchive.archive.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Merkle tree of RFC 6962 section 2.1 (the same in RFC 9162) with SHA-256: hashes of leaves and
 * nodes, and the two proofs. Pure; the hashes of full subtrees come from {@link Nodes}. Hashes are
 * 32 bytes, leaves are counted from 0.
 */
final class Merkle {

    static final int HASH = 32;

    private Merkle() {}

    /** Where the hashes of full subtrees are found. */
    @FunctionalInterface
    interface Nodes {
        /**
         * Hash of the full subtree over the leaves {@code index * 2^height} up to {@code (index +
         * 1) * 2^height}, which is within the tree.
         */
        byte[] node(int height, long index);
    }

    static byte[] leafHash(byte[] data) {
        return sha256(new byte[] {0}, data);
    }

    static byte[] nodeHash(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    /** MTH(D[0:size]). */
    static byte[] root(long size, Nodes nodes) {
        return size == 0 ? sha256() : range(0, size, nodes);
    }

    /**
     * PATH(index, D[0:size]), from the leaf's sibling up.
     *
     * @throws IllegalArgumentException unless 0 ≤ index &lt; size
     */
    static List<byte[]> inclusion(long index, long size, Nodes nodes) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("index " + index + " of " + size);
        }
        List<byte[]> path = new ArrayList<>();
        inclusion(index, 0, size, nodes, path);
        return path;
    }

    /**
     * PROOF(from, D[0:to]); empty when from is 0 or to.
     *
     * @throws IllegalArgumentException unless 0 ≤ from ≤ to
     */
    static List<byte[]> consistency(long from, long to, Nodes nodes) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("from " + from + " to " + to);
        }
        List<byte[]> proof = new ArrayList<>();
        if (from > 0 && from < to) {
            consistency(from, 0, to, true, nodes, proof);
        }
        return proof;
    }

    /** Whether the proof leads from this leaf hash to this root (RFC 9162 section 2.1.3.2). */
    static boolean includes(
            byte[] root, long size, long index, byte[] leafHash, List<byte[]> proof) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = nodeHash(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = nodeHash(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /**
     * Whether the proof shows that the tree of one size and root is the beginning of the other (RFC
     * 9162 section 2.1.4.2). Every tree continues the empty one.
     */
    static boolean continues(
            byte[] fromRoot, long from, byte[] toRoot, long to, List<byte[]> proof) {
        if (from == 0 || from == to) {
            byte[] same = from == 0 ? sha256() : toRoot;
            return from <= to && proof.isEmpty() && Arrays.equals(fromRoot, same);
        }
        if (from > to || (proof.isEmpty() && Long.bitCount(from) != 1)) {
            return false;
        }
        List<byte[]> rest = new ArrayList<>(proof);
        if (Long.bitCount(from) == 1) {
            rest.addFirst(fromRoot);
        }
        int below = Long.numberOfTrailingZeros(from);
        long node = (from - 1) >> below;
        long last = (to - 1) >> below;
        byte[] old = rest.getFirst();
        byte[] grown = old;
        for (byte[] hash : rest.subList(1, rest.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                old = nodeHash(hash, old);
                grown = nodeHash(hash, grown);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                grown = nodeHash(grown, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(old, fromRoot) && Arrays.equals(grown, toRoot);
    }

    private static void inclusion(long index, long from, long to, Nodes nodes, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            inclusion(index, from, middle, nodes, path);
            path.add(range(middle, to, nodes));
        } else {
            inclusion(index, middle, to, nodes, path);
            path.add(range(from, middle, nodes));
        }
    }

    private static void consistency(
            long old, long from, long to, boolean whole, Nodes nodes, List<byte[]> proof) {
        if (old == to) {
            if (!whole) {
                proof.add(range(from, to, nodes));
            }
            return;
        }
        long middle = from + split(to - from);
        if (old <= middle) {
            consistency(old, from, middle, whole, nodes, proof);
            proof.add(range(middle, to, nodes));
        } else {
            consistency(old, middle, to, false, nodes, proof);
            proof.add(range(from, middle, nodes));
        }
    }

    /**
     * MTH(D[from:to]); from is a multiple of the least power of two that is not below to - from.
     */
    private static byte[] range(long from, long to, Nodes nodes) {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            int height = Long.numberOfTrailingZeros(count);
            return nodes.node(height, from >> height);
        }
        long middle = from + split(count);
        return nodeHash(range(from, middle, nodes), range(middle, to, nodes));
    }

    /** The largest power of two that is less than count, which is at least 2. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
