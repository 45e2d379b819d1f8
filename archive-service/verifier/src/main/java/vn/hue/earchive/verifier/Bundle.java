package vn.hue.earchive.verifier;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of a bundle: all but the package in memory, the package checked on the way. Every byte
 * of the ZIP was compared with what it must be, and every file with the manifest.
 */
final class Bundle {

    static final String MANIFEST = "manifest-sha256.txt";
    static final String PACKAGE = "package.zip";
    private static final int MAX_SMALL = 16 << 20;

    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, String> digests = new TreeMap<>();
    private PackageCheck.@Nullable Result pack;

    private Bundle() {}

    static Bundle read(InputStream in) throws IOException, Broken {
        Bundle bundle = new Bundle();
        new Container(new BufferedInputStream(in, 1 << 16)).read(bundle::take);
        bundle.compareManifest();
        return bundle;
    }

    private void take(String name, InputStream content) throws IOException, Broken {
        if (digests.containsKey(name) || pack != null) {
            throw new Broken(
                    "Tệp lặp hoặc sai thứ tự: " + name, "Repeated or out of order: " + name);
        }
        if (name.equals(PACKAGE)) {
            pack = PackageCheck.of(content);
            digests.put(name, pack.sha256());
            return;
        }
        var hashed = new DigestInputStream(content, Hashes.sha256());
        byte[] bytes = hashed.readNBytes(MAX_SMALL);
        if (hashed.read() >= 0) {
            throw new Broken("Tệp quá lớn: " + name, "A file is too large: " + name);
        }
        files.put(name, bytes);
        digests.put(name, Hashes.hex(hashed.getMessageDigest().digest()));
    }

    /** As sha256sum writes it: digest, two spaces, name; in the order of the names. */
    private void compareManifest() throws Broken {
        StringBuilder expected = new StringBuilder();
        digests.forEach((name, digest) -> {
            if (!name.equals(MANIFEST)) {
                expected.append(digest).append("  ").append(name).append('\n');
            }
        });
        if (!expected.toString().equals(text(MANIFEST))) {
            throw new Broken(
                    "Có tệp khác với bản kê " + MANIFEST,
                    "A file is not what " + MANIFEST + " says");
        }
    }

    PackageCheck.Result pack() throws Broken {
        if (pack == null) {
            throw missing(PACKAGE);
        }
        return pack;
    }

    /** Names that begin so. */
    List<String> names(String prefix) {
        return files.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
    }

    boolean has(String name) {
        return files.containsKey(name);
    }

    byte[] bytes(String name) throws Broken {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw missing(name);
        }
        return bytes;
    }

    String text(String name) throws Broken {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(name)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Broken("Không phải UTF-8: " + name, "Not UTF-8: " + name);
        }
    }

    int size() {
        return digests.size();
    }

    private static Broken missing(String name) {
        return new Broken("Thiếu tệp " + name, "Missing: " + name);
    }
}
