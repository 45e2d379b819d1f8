package vn.hue.earchive.archive.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The tree of RFC 6962 against its definition, written down here once more as the RFC has it, and
 * against roots that other logs use as test vectors.
 */
class MerkleTest {

    private static final int EXHAUSTIVE = 70;
    // Around the ends of tiles of both lowest levels.
    private static final int[] LARGE = {
        255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 66_000
    };

    /** Leaves and roots of the test data that Certificate Transparency logs share. */
    private static final List<byte[]> SHARED =
            List.of(
                    hex(""),
                    hex("00"),
                    hex("10"),
                    hex("2021"),
                    hex("3031"),
                    hex("40414243"),
                    hex("5051525354555657"),
                    hex("606162636465666768696a6b6c6d6e6f"));

    private static final List<String> ROOTS =
            List.of(
                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private final Map<TileTree.Place, byte[]> tiles = new HashMap<>();

    /** Red when leaves and nodes are hashed alike, or a split is not at a power of two. */
    @Test
    void hasTheRootsOfTheSharedTestData() {
        for (int size = 0; size < ROOTS.size(); size++) {
            assertThat(grow(SHARED.subList(0, size)).root()).isEqualTo(hex(ROOTS.get(size)));
        }
    }

    /** Red when a proof is in another order, or misses or repeats a hash, for any tree up to 70. */
    @Test
    void everyProofOfEverySmallTreeIsTheOneOfTheDefinition() {
        List<byte[]> data = data(EXHAUSTIVE);
        TileTree tree = grow(data);
        for (int size = 1; size <= EXHAUSTIVE; size++) {
            List<byte[]> all = data.subList(0, size);
            byte[] root = mth(all);
            assertThat(Merkle.root(size, tree)).isEqualTo(root);
            for (int index = 0; index < size; index++) {
                List<byte[]> path = Merkle.inclusion(index, size, tree);
                assertThat(path).containsExactlyElementsOf(path(index, all));
                byte[] leaf = Merkle.leafHash(all.get(index));
                assertThat(Merkle.includes(root, size, index, leaf, path)).isTrue();
                assertThat(Merkle.includes(root, size, index + 1L, leaf, path)).isFalse();
                assertThat(Merkle.includes(root, size, index, Merkle.leafHash(leaf), path))
                        .isFalse();
                assertThat(Merkle.includes(root, size, index, leaf, shorter(path)))
                        .isEqualTo(path.isEmpty());
            }
            for (int from = 1; from < size; from++) {
                List<byte[]> proof = Merkle.consistency(from, size, tree);
                assertThat(proof).containsExactlyElementsOf(subproof(from, all, true));
                byte[] old = mth(data.subList(0, from));
                assertThat(Merkle.continues(old, from, root, size, proof)).isTrue();
                assertThat(Merkle.continues(Merkle.leafHash(old), from, root, size, proof))
                        .isFalse();
                assertThat(Merkle.continues(old, from, Merkle.leafHash(root), size, proof))
                        .isFalse();
                assertThat(Merkle.continues(old, from, root, size, shorter(proof))).isFalse();
                assertThat(Merkle.continues(old, from, old, from, List.of())).isTrue();
                assertThat(Merkle.continues(root, from, old, from, List.of())).isFalse();
            }
            assertThat(Merkle.consistency(size, size, tree)).isEmpty();
            assertThat(Merkle.consistency(0, size, tree)).isEmpty();
            assertThat(Merkle.continues(Merkle.sha256(), 0, root, size, List.of())).isTrue();
            assertThat(Merkle.continues(root, 0, root, size, List.of())).isFalse();
        }
    }

    /**
     * Red when a hash at the edge of a tile, or of a tile of tiles, is taken from the wrong one.
     */
    @Test
    void treesAcrossTheEdgesOfTilesAreRight() {
        List<byte[]> data = data(66_000);
        TileTree tree = grow(data);
        for (int size : LARGE) {
            List<byte[]> all = data.subList(0, size);
            byte[] root = mth(all);
            assertThat(Merkle.root(size, tree)).isEqualTo(root);
            for (long index : new long[] {0, 1, 254, 255, 256, size / 2, size - 1}) {
                if (index < size) {
                    assertThat(
                                    Merkle.includes(
                                            root,
                                            size,
                                            index,
                                            Merkle.leafHash(all.get((int) index)),
                                            Merkle.inclusion(index, size, tree)))
                            .as("%d of %d", index, size)
                            .isTrue();
                }
            }
        }
    }

    /** Red when tiles depend on how the entries came in batches. */
    @Test
    void batchesMakeTheSameTilesAsOneByOne() {
        List<byte[]> data = data(1000);
        grow(data);
        Map<TileTree.Place, byte[]> atOnce = new HashMap<>(tiles);
        tiles.clear();
        int size = 0;
        for (int step = 1; size < data.size(); step = step * 2 + 1) {
            int end = Math.min(data.size(), size + step);
            append(size, data.subList(size, end));
            size = end;
        }
        assertThat(tiles.keySet()).isEqualTo(atOnce.keySet());
        tiles.forEach((place, hashes) -> assertThat(hashes).isEqualTo(atOnce.get(place)));
    }

    @Test
    void aProofOfWhatDoesNotExistIsRefused() {
        TileTree tree = grow(data(3));
        assertThatThrownBy(() -> Merkle.inclusion(3, 3, tree))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Merkle.consistency(4, 3, tree))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Merkle.root(4, tree)).isInstanceOf(IllegalStateException.class);
    }

    private TileTree grow(List<byte[]> data) {
        tiles.clear();
        return append(0, data);
    }

    private TileTree append(int size, List<byte[]> data) {
        TileTree tree =
                new TileTree(
                        size,
                        (level, index) ->
                                tiles.getOrDefault(new TileTree.Place(level, index), new byte[0]));
        data.forEach(leaf -> tree.append(Merkle.leafHash(leaf)));
        tiles.putAll(tree.changed());
        return tree;
    }

    // The definitions of RFC 6962, sections 2.1, 2.1.1 and 2.1.2.

    private static byte[] mth(List<byte[]> d) {
        if (d.size() == 1) {
            return Merkle.sha256(new byte[] {0}, d.getFirst());
        }
        int k = k(d.size());
        return Merkle.sha256(new byte[] {1}, mth(d.subList(0, k)), mth(d.subList(k, d.size())));
    }

    private static List<byte[]> path(int m, List<byte[]> d) {
        if (d.size() == 1) {
            return List.of();
        }
        int k = k(d.size());
        List<byte[]> left = d.subList(0, k);
        List<byte[]> right = d.subList(k, d.size());
        List<byte[]> path = new ArrayList<>(m < k ? path(m, left) : path(m - k, right));
        path.add(m < k ? mth(right) : mth(left));
        return path;
    }

    private static List<byte[]> subproof(int m, List<byte[]> d, boolean whole) {
        if (m == d.size()) {
            return whole ? List.of() : List.of(mth(d));
        }
        int k = k(d.size());
        List<byte[]> left = d.subList(0, k);
        List<byte[]> right = d.subList(k, d.size());
        List<byte[]> proof =
                new ArrayList<>(m <= k ? subproof(m, left, whole) : subproof(m - k, right, false));
        proof.add(m <= k ? mth(right) : mth(left));
        return proof;
    }

    private static int k(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static List<byte[]> data(int size) {
        List<byte[]> data = new ArrayList<>();
        for (int at = 0; at < size; at++) {
            data.add(("entry " + at).getBytes(StandardCharsets.UTF_8));
        }
        return data;
    }

    private static List<byte[]> shorter(List<byte[]> path) {
        return path.isEmpty() ? path : path.subList(0, path.size() - 1);
    }

    private static byte[] hex(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return Arrays.copyOf(bytes, bytes.length);
    }
}
