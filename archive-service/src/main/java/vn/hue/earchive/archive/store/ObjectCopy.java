package vn.hue.earchive.archive.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hue.earchive.archive.aip.Digests;

/**
 * An OCFL object in one store. The steps of a write, each of which may be the last before a crash:
 *
 * <pre>
 *   content (package, index)      nothing is visible
 *   v1/inventory.json             commit: a conditional PUT, one writer wins
 *   v1/inventory.json.sha256  \
 *   inventory.json.sha256      |  finishing: whoever comes next repeats it
 *   inventory.json             |
 *   0=ocfl_object_1.1         /   last, so that a stranger's tool finds whole objects only
 * </pre>
 */
final class ObjectCopy {

    private static final String FIRST = "v1/" + Ocfl.INVENTORY;

    private final ArchiveBucket bucket;
    private final String objectId;
    private final String root;

    ObjectCopy(ArchiveBucket bucket, String objectId) {
        this.bucket = bucket;
        this.objectId = objectId;
        this.root = Ocfl.objectRoot(objectId) + "/";
    }

    boolean isCommitted() throws StoreFailure {
        return bucket.size(root + FIRST).isPresent();
    }

    /** Committed and finished; says nothing about the bytes. */
    boolean isComplete() throws StoreFailure {
        return bucket.size(root + Ocfl.NAMASTE).isPresent();
    }

    /**
     * @return true when these bytes are what is committed, now or by an earlier call; false when
     *     another inventory is
     */
    boolean commit(Inventory inventory) throws StoreFailure {
        byte[] bytes = inventory.bytes();
        return bucket.create(root + FIRST, bytes, bytes.length, Digests.sha256(bytes))
                || Arrays.equals(bytes, Small.read(bucket, root + FIRST));
    }

    /** Repeatable. */
    void finish(Inventory inventory) throws StoreFailure {
        byte[] sidecar = Ocfl.sidecar(inventory.bytes());
        put("v1/" + Ocfl.SIDECAR, sidecar);
        put(Ocfl.SIDECAR, sidecar);
        put(Ocfl.INVENTORY, inventory.bytes());
        put(Ocfl.NAMASTE, Ocfl.NAMASTE_CONTENT);
    }

    /**
     * The inventory of the newest complete version: the one in the object root when its digest is
     * right, else that of the newest {@code vN} whose content is all there.
     */
    Optional<Inventory> inventory() throws StoreFailure {
        byte[] bytes = Small.read(bucket, root + Ocfl.INVENTORY);
        if (bytes != null
                && Arrays.equals(Ocfl.sidecar(bytes), Small.read(bucket, root + Ocfl.SIDECAR))) {
            Optional<Inventory> inventory = Inventory.parse(bytes).filter(this::isOurs);
            if (inventory.isPresent()) {
                return inventory;
            }
        }
        return newestVersion();
    }

    /** Removes what an attempt that lost or failed has left. */
    void deleteContent(String directory) throws StoreFailure {
        bucket.delete(root + directory + "/" + Ocfl.PACK);
        bucket.delete(root + directory + "/" + Ocfl.INDEX);
    }

    /**
     * Deletes what no committed inventory names and what is older than {@code before}.
     *
     * @return number of objects deleted
     */
    int reap(Instant before) throws StoreFailure {
        Set<String> kept = new HashSet<>();
        byte[] first = Small.read(bucket, root + FIRST);
        if (first != null) {
            Optional<Inventory> inventory = Inventory.parse(first);
            if (inventory.isEmpty()) {
                return 0; // a damaged inventory proves nothing about what it named
            }
            inventory.get().content().values().forEach(key -> kept.add(root + key));
        }
        int deleted = 0;
        for (ArchiveBucket.Listed listed : bucket.list(root)) {
            boolean content = listed.key().startsWith(root + "v1/content/");
            if (content && !kept.contains(listed.key()) && listed.modified().isBefore(before)) {
                bucket.delete(listed.key());
                deleted++;
            }
        }
        return deleted;
    }

    private Optional<Inventory> newestVersion() throws StoreFailure {
        Set<String> keys = new HashSet<>();
        bucket.list(root).forEach(listed -> keys.add(listed.key()));
        Pattern version =
                Pattern.compile(Pattern.quote(root) + "v([1-9][0-9]{0,8})/inventory\\.json");
        List<String> newestFirst =
                keys.stream()
                        .filter(key -> version.matcher(key).matches())
                        .sorted((a, b) -> Integer.compare(number(version, b), number(version, a)))
                        .toList();
        for (String key : newestFirst) {
            Optional<Inventory> inventory =
                    Inventory.parse(Small.read(bucket, key)).filter(this::isOurs);
            if (inventory.isPresent()
                    && inventory.get().content().values().stream()
                            .allMatch(content -> keys.contains(root + content))) {
                return inventory;
            }
        }
        return Optional.empty();
    }

    private boolean isOurs(Inventory inventory) {
        return inventory.objectId().equals(objectId);
    }

    private static int number(Pattern version, String key) {
        Matcher matcher = version.matcher(key);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private void put(String name, byte[] bytes) throws StoreFailure {
        bucket.put(root + name, bytes, bytes.length, Digests.sha256(bytes));
    }
}
