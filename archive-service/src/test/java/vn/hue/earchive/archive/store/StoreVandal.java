package vn.hue.earchive.archive.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import vn.hue.earchive.archive.aip.Digests;

/** Does to the bytes in a store what disks, operators and burglars do, past the service. */
public final class StoreVandal {

    private final ArchiveBucket bucket;

    private StoreVandal(ArchiveBucket bucket) {
        this.bucket = bucket;
    }

    /** The store with this name, as the service is configured. */
    public static StoreVandal at(String store, Config config) {
        String prefix = "earchive.s3." + store + ".";
        return new StoreVandal(
                new S3ArchiveBucket(
                        store,
                        config.getValue(prefix + "endpoint", String.class),
                        config.getValue(prefix + "access-key", String.class),
                        config.getValue(prefix + "secret-key", String.class),
                        config.getValue(prefix + "bucket", String.class)));
    }

    /** Prefix of an object, with the final slash. */
    public static String root(String objId) {
        return Ocfl.objectRoot(objId) + "/";
    }

    /** SHA-256 of every file of an object, by path. */
    public Map<String, String> files(String objId) {
        Map<String, String> files = new TreeMap<>();
        String root = root(objId);
        for (String key : keys(root)) {
            files.put(key.substring(root.length()), Digests.sha256(bytes(key)));
        }
        return files;
    }

    public List<String> keys(String prefix) {
        try {
            List<String> keys = new ArrayList<>();
            bucket.list(prefix).forEach(listed -> keys.add(listed.key()));
            return keys;
        } catch (StoreFailure e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] bytes(String key) {
        try {
            return AipStoreTest.read(bucket.get(key, 0, -1).orElseThrow());
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public void put(String key, byte[] bytes) {
        try {
            bucket.put(key, bytes, bytes.length, Digests.sha256(bytes));
        } catch (StoreFailure e) {
            throw new IllegalStateException(e);
        }
    }

    public void flip(String key) {
        byte[] bytes = bytes(key);
        bytes[bytes.length / 2] ^= 1;
        put(key, bytes);
    }

    public void truncate(String key) {
        byte[] bytes = bytes(key);
        put(key, java.util.Arrays.copyOf(bytes, bytes.length - 1));
    }

    public void swap(String one, String other) {
        byte[] bytes = bytes(one);
        put(one, bytes(other));
        put(other, bytes);
    }

    public void delete(String key) {
        try {
            bucket.delete(key);
        } catch (StoreFailure e) {
            throw new IllegalStateException(e);
        }
    }
}
