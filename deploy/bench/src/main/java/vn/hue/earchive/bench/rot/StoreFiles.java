package vn.hue.earchive.bench.rot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.hue.earchive.bench.suite.Sha256;

/**
 * The archive bucket of one store as files, past the store: keys are paths relative to the bucket.
 *
 * @param name as the archive calls the store
 */
record StoreFiles(String name, Path bucket) {

    /** What lies below it was moved out of an object by a repair, and is kept. */
    static final String SET_ASIDE = "set-aside/";

    /** Older than any writer at work, by the service's own rule of an hour. */
    private static final Duration OLD = Duration.ofHours(3);

    static StoreFiles of(Path home, String component, String name) {
        return new StoreFiles(name, home.resolve("data/" + component + "/archive/archive"));
    }

    /** {@link #digests()} of each store, in their order. */
    static List<Map<String, String>> digests(List<StoreFiles> stores) throws IOException {
        List<Map<String, String>> digests = new ArrayList<>();
        for (StoreFiles store : stores) {
            digests.add(store.digests());
        }
        return digests;
    }

    /** SHA-256 of every file by its key. */
    Map<String, String> digests() throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (Path file : files()) {
            digests.put(bucket.relativize(file).toString(), Sha256.of(Files.readAllBytes(file)));
        }
        return digests;
    }

    /** Bytes of every file by its key: what a listing tells. */
    Map<String, Long> sizes() throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        for (Path file : files()) {
            sizes.put(bucket.relativize(file).toString(), Files.size(file));
        }
        return sizes;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(bucket)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    byte[] read(String key) throws IOException {
        return Files.readAllBytes(bucket.resolve(key));
    }

    /** Other bytes in the same file, as a disk does it: nobody is told. */
    void overwrite(String key, byte[] bytes) throws IOException {
        Path file = bucket.resolve(key);
        FileTime modified = Files.getLastModifiedTime(file);
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, modified);
    }

    /** A file that looks as if it had been there for hours. */
    void plant(String key, byte[] bytes) throws IOException {
        Path file = bucket.resolve(key);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(OLD)));
    }

    /** Takes the file away, and the folders that are empty then. */
    void delete(String key) throws IOException {
        Files.delete(bucket.resolve(key));
        Path place = Path.of(key);
        for (int depth = place.getNameCount() - 1; depth > 0; depth--) {
            Path folder = bucket.resolve(place.subpath(0, depth));
            if (!isEmpty(folder)) {
                return;
            }
            Files.delete(folder);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }
}
