package vn.hue.earchive.archive.store;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.aip.Digests;
import vn.hue.earchive.archive.store.ArchiveStores.Answer;

/** Writes versions of objects whose files are held in memory. */
final class SmallObjectWriter {

    // No empty, "." or ".." segment, no leading slash: what OCFL 1.1, 3.5.3 allows, and a little
    // less.
    private static final Pattern PATH =
            Pattern.compile("(?!.*(^|/)\\.{1,2}(/|$))[A-Za-z0-9._=+-]+(/[A-Za-z0-9._=+-]+)*");

    private final ArchiveStores stores;
    private final VersionCommit commit;
    private final Supplier<String> attempts;

    SmallObjectWriter(ArchiveStores stores, Supplier<String> attempts) {
        this.stores = stores;
        this.commit = new VersionCommit(stores);
        this.attempts = attempts;
    }

    StoredObject write(String objId, int version, VersionNote note, Map<String, byte[]> files)
            throws IOException {
        if (version < 1 || files.isEmpty()) {
            throw new IllegalArgumentException("a version has a number from 1 and files");
        }
        Map<String, String> state = new TreeMap<>();
        files.forEach((path, bytes) -> {
            if (!PATH.matcher(path).matches()) {
                throw new IllegalArgumentException("not a logical path: " + path);
            }
            state.put(path, Digests.sha256(bytes));
        });
        Heads heads = Heads.of(stores, objId);
        int head = heads.newest() == null ? 0 : heads.newest().number();
        if (head == version - 1) {
            Optional<StoredObject> written = create(objId, heads, note, state, files);
            if (written.isPresent()) {
                return written.get();
            }
            heads = Heads.of(stores, objId); // another writer was first
        }
        return adopt(objId, version, heads, note, state);
    }

    Optional<StoredObject> find(String objId) throws IOException {
        Heads heads = Heads.of(stores, objId);
        return heads.newest() == null
                ? Optional.empty()
                : Optional.of(result(heads.newest(), heads.finished(stores)));
    }

    private Optional<StoredObject> create(
            String objId,
            Heads heads,
            VersionNote note,
            Map<String, String> state,
            Map<String, byte[]> files)
            throws IOException {
        @Nullable Inventory before = heads.newest();
        String directory =
                Ocfl.version(before == null ? 1 : before.number() + 1)
                        + "/content/"
                        + attempts.get();
        Map<String, String> added = new LinkedHashMap<>();
        Map<String, byte[]> content = new HashMap<>();
        state.forEach((path, sha256) -> {
            if (before == null || !before.manifest().containsValue(sha256)) {
                added.putIfAbsent(sha256, directory + "/" + path);
                content.put(sha256, Objects.requireNonNull(files.get(path)));
            }
        });
        String root = Ocfl.objectRoot(objId) + "/";
        List<ArchiveBucket> holders =
                stores
                        .each(
                                before == null ? stores.usable() : heads.finished(stores),
                                bucket -> {
                                    stores.prepare(bucket);
                                    for (Map.Entry<String, String> each : added.entrySet()) {
                                        byte[] bytes =
                                                Objects.requireNonNull(content.get(each.getKey()));
                                        bucket.put(
                                                root + each.getValue(),
                                                bytes,
                                                bytes.length,
                                                each.getKey());
                                    }
                                    return true;
                                })
                        .stream()
                        .map(Answer::bucket)
                        .toList();
        Inventory inventory = InventoryWriter.write(objId, before, note, state, added);
        List<ArchiveBucket> committed = commit.commit(inventory, directory, holders);
        return committed.isEmpty() ? Optional.empty() : Optional.of(result(inventory, committed));
    }

    /** What an earlier attempt, or another writer with the same wish, has committed. */
    private StoredObject adopt(
            String objId, int version, Heads heads, VersionNote note, Map<String, String> state)
            throws IOException {
        @Nullable Inventory newest = heads.newest();
        String store = heads.holders().isEmpty() ? "every" : heads.holders().getFirst().name();
        if (newest == null || newest.number() != version) {
            throw new AipConflict(
                    objId,
                    store,
                    "its head is %s, which v%d does not follow"
                            .formatted(newest == null ? "absent" : newest.head(), version));
        }
        if (!newest.message().equals(note.message()) || !newest.digests().equals(state)) {
            throw new AipConflict(objId, store, newest.head() + " exists with another content");
        }
        return result(newest, heads.finished(stores));
    }

    private StoredObject result(Inventory inventory, List<ArchiveBucket> holders) {
        List<String> names = holders.stream().map(ArchiveBucket::name).toList();
        return new StoredObject(
                inventory.objectId(),
                inventory.number(),
                inventory.sha256(),
                names,
                stores.without(names),
                List.copyOf(inventory.content().keySet()));
    }
}
