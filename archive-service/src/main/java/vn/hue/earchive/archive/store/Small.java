package vn.hue.earchive.archive.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Objects that are small by nature: inventories, sidecars, indexes. */
final class Small {

    // An inventory is 1.5 kB, an index 300 bytes a file: more than this is not one of ours.
    private static final int MAX = 64 << 20;

    private Small() {}

    static byte @Nullable [] read(ArchiveBucket bucket, String key) throws StoreFailure {
        Optional<InputStream> in = bucket.get(key, 0, -1);
        if (in.isEmpty()) {
            return null;
        }
        try (InputStream open = in.get()) {
            return open.readNBytes(MAX);
        } catch (IOException e) {
            throw new StoreFailure(bucket.name(), "read " + key, e);
        }
    }
}
