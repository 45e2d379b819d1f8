package vn.hue.earchive.archive.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import vn.hue.earchive.kit.objects.ObjectMissing;
import vn.hue.earchive.kit.objects.ObjectStore;
import vn.hue.earchive.kit.objects.ObjectStores;

/**
 * Someone who trusts nobody: has the bucket and the verifier key, no database and none of the code
 * of the log. Written from the specifications alone, in another way than the log: all entries are
 * read, and the tree is built level by level.
 */
@ApplicationScoped
class LogMonitor {

    private static final HexFormat HEX = HexFormat.of();

    private final ObjectStores stores;

    LogMonitor(ObjectStores stores) {
        this.stores = stores;
    }

    /** What the monitor has seen: the entries under a checkpoint whose signature and root hold. */
    record Seen(long size, String root, List<byte[]> entries) {}

    /** Reads the whole log; fails where anything of it does not hold. */
    Seen watch(String vkey) {
        for (int attempt = 0; ; attempt++) {
            try {
                return read(vkey);
            } catch (ObjectMissing e) {
                // A newer checkpoint may have come in between.
                if (attempt == 5) {
                    throw e;
                }
            }
        }
    }

    /**
     * Whether this checkpoint, wherever it was kept, is signed and the tree over the first entries
     * of the log that was seen.
     */
    boolean isBeginningOf(Seen seen, String kept, String vkey) {
        String[] note = kept.split("\n", -1);
        List<byte[]> leaves =
                seen.entries().subList(0, Integer.parseInt(note[1])).stream()
                        .map(entry -> sha256((byte) 0, entry))
                        .toList();
        return isSigned(note, vkey)
                && note[2].equals(Base64.getEncoder().encodeToString(fold(leaves)));
    }

    private static boolean isSigned(String[] note, String vkey) {
        byte[] typed = Base64.getDecoder().decode(vkey.strip().split("\\+", 3)[2]);
        byte[] line = Base64.getDecoder().decode(note[4].split(" ")[2]);
        return HEX.formatHex(line, 0, 4).equals(vkey.split("\\+", 3)[1])
                && verifies(
                        Arrays.copyOfRange(typed, 1, 33),
                        (note[0] + "\n" + note[1] + "\n" + note[2] + "\n")
                                .getBytes(StandardCharsets.UTF_8),
                        Arrays.copyOfRange(line, 4, line.length));
    }

    private Seen read(String vkey) {
        String[] note = new String(get("checkpoint"), StandardCharsets.UTF_8).split("\n", -1);
        String origin = vkey.split("\\+", 2)[0];
        assertThat(note[0]).isEqualTo(origin);
        assertThat(note[3]).isEmpty();
        assertThat(note[4]).startsWith("— " + origin + " ");
        assertThat(isSigned(note, vkey)).as("signature of the checkpoint").isTrue();

        long size = Long.parseLong(note[1]);
        List<byte[]> entries = new ArrayList<>();
        List<byte[]> leaves = new ArrayList<>();
        for (long tile = 0; tile * 256 < size; tile++) {
            int width = (int) Math.min(256, size - tile * 256);
            byte[] bundle = get("tile/entries/" + name(tile, width));
            for (int at = 0; at < bundle.length; ) {
                int length = ((bundle[at] & 0xff) << 8) | (bundle[at + 1] & 0xff);
                byte[] entry = Arrays.copyOfRange(bundle, at + 2, at + 2 + length);
                entries.add(entry);
                leaves.add(sha256((byte) 0, entry));
                at += 2 + length;
            }
        }
        assertThat(entries).hasSize((int) size);
        tilesHold(leaves);
        String root = Base64.getEncoder().encodeToString(fold(leaves));
        assertThat(root).as("root of the checkpoint").isEqualTo(note[2]);
        return new Seen(size, root, entries);
    }

    /** Every tile of every level is what the level below it says. */
    private void tilesHold(List<byte[]> leaves) {
        List<byte[]> hashes = leaves;
        for (int level = 0; !hashes.isEmpty(); level++) {
            List<byte[]> above = new ArrayList<>();
            for (int at = 0; at < hashes.size(); at += 256) {
                List<byte[]> tile = hashes.subList(at, Math.min(hashes.size(), at + 256));
                byte[] stored = get("tile/" + level + "/" + name(at / 256, tile.size()));
                assertThat(stored).isEqualTo(concatenated(tile));
                if (tile.size() == 256) {
                    above.add(fold(tile));
                }
            }
            hashes = above;
        }
    }

    /** The root, pairing level by level; a last one without a partner moves up as it is. */
    static byte[] fold(List<byte[]> leaves) {
        List<byte[]> level = leaves;
        while (level.size() > 1) {
            List<byte[]> next = new ArrayList<>();
            for (int at = 0; at < level.size(); at += 2) {
                next.add(
                        at + 1 < level.size()
                                ? sha256((byte) 1, level.get(at), level.get(at + 1))
                                : level.get(at));
            }
            level = next;
        }
        return level.getFirst();
    }

    private byte[] get(String key) {
        ObjectStore bucket = stores.store("evidence");
        try (InputStream in = bucket.get(key)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(long index, int width) {
        String name =
                index < 1000
                        ? "%03d".formatted(index)
                        : "x%03d/%03d".formatted(index / 1000, index % 1000);
        return width == 256 ? name : name + ".p/" + width;
    }

    private static byte[] concatenated(List<byte[]> hashes) {
        byte[] all = new byte[hashes.size() * 32];
        for (int at = 0; at < hashes.size(); at++) {
            System.arraycopy(hashes.get(at), 0, all, at * 32, 32);
        }
        return all;
    }

    static byte[] sha256(byte first, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(first);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean verifies(byte[] key, byte[] text, byte[] signature) {
        try {
            byte[] der = Arrays.copyOf(HEX.parseHex("302a300506032b6570032100"), 44);
            System.arraycopy(key, 0, der, 12, 32);
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
            ed25519.update(text);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
