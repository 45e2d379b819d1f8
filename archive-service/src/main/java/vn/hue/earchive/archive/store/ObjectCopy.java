package vn.hue.earchive.archive.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hue.earchive.archive.aip.Digests;

/**
 * An OCFL object in one store. The steps of a write, each of which may be the last before a crash:
 *
 * <pre>
 *   content of vN                 nothing is visible
 *   vN/inventory.json             commit: a conditional PUT, one writer wins
 *   vN/inventory.json.sha256  \
 *   inventory.json.sha256      |  finishing: whoever comes next repeats it
 *   inventory.json             |
 *   0=ocfl_object_1.1         /   last, so that a stranger's tool finds whole objects only
 * </pre>
 *
 * <p>Until a later version is finished, readers see the version before, whole.
 */
final class ObjectCopy {

    private static final String CONTENT = "/content/";

    private final ArchiveBucket bucket;
    private final String objectId;
    private final String root;

    ObjectCopy(ArchiveBucket bucket, String objectId) {
        this.bucket = bucket;
        this.objectId = objectId;
        this.root = Ocfl.objectRoot(objectId) + "/";
    }

    /** Whether any version is committed. */
    boolean isCommitted() throws StoreFailure {
        return bucket.size(root + inventoryOf(1)).isPresent();
    }

    /** Whether this inventory is the finished head; says nothing about the content. */
    boolean isFinished(Inventory inventory) throws StoreFailure {
        return bucket.size(root + Ocfl.NAMASTE).isPresent()
                && Arrays.equals(inventory.bytes(), Small.read(bucket, root + Ocfl.INVENTORY))
                && Arrays.equals(
                        Ocfl.sidecar(inventory.bytes()), Small.read(bucket, root + Ocfl.SIDECAR));
    }

    /**
     * @return true when these bytes are what is committed, now or by an earlier call; false when
     *     another inventory is
     */
    boolean commit(Inventory inventory) throws StoreFailure {
        byte[] bytes = inventory.bytes();
        String key = root + inventoryOf(inventory.number());
        return bucket.create(key, bytes, bytes.length, Digests.sha256(bytes))
                || Arrays.equals(bytes, Small.read(bucket, key));
    }

    /** Makes a committed version the head of the object. Repeatable. */
    void finish(Inventory inventory) throws StoreFailure {
        byte[] sidecar = Ocfl.sidecar(inventory.bytes());
        putSidecar(inventory);
        put(Ocfl.SIDECAR, sidecar);
        put(Ocfl.INVENTORY, inventory.bytes());
        put(Ocfl.NAMASTE, Ocfl.NAMASTE_CONTENT);
    }

    /**
     * Like {@link #finish}, and looks afterwards whether a version that was committed meanwhile has
     * been put out of sight by that, which only a caller that slept long can do.
     */
    void finishNewest(Inventory inventory) throws StoreFailure {
        finish(inventory);
        if (bucket.size(root + inventoryOf(inventory.number() + 1)).isPresent()) {
            Optional<Inventory> newest = newest();
            if (newest.isPresent() && newest.get().number() > inventory.number()) {
                finish(newest.get());
            }
        }
    }

    /** The sidecar of a version that is not, or no longer, the head. */
    void putSidecar(Inventory inventory) throws StoreFailure {
        put(inventory.head() + "/" + Ocfl.SIDECAR, Ocfl.sidecar(inventory.bytes()));
    }

    /**
     * What readers see: the inventory in the object root when its digest is right, else that of the
     * newest {@code vN} whose content is all there.
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
        return newest();
    }

    /** What writers build on: the newest committed version whose content is all there. */
    Optional<Inventory> newest() throws StoreFailure {
        Set<String> keys =
                bucket.list(root).stream()
                        .map(listed -> listed.key().substring(root.length()))
                        .collect(Collectors.toSet());
        for (int number : committed(keys)) {
            Optional<Inventory> inventory = version(number);
            if (inventory.isPresent() && keys.containsAll(inventory.get().content().values())) {
                return inventory;
            }
        }
        return Optional.empty();
    }

    /** The inventory as it was committed with this version; empty also when it is damaged. */
    Optional<Inventory> version(int number) throws StoreFailure {
        return Inventory.parse(Small.read(bucket, root + inventoryOf(number)))
                .filter(this::isOurs)
                .filter(inventory -> inventory.number() == number);
    }

    /** Whether the sidecar of this version confirms its inventory. */
    boolean isConfirmed(Inventory inventory) throws StoreFailure {
        return Arrays.equals(
                Ocfl.sidecar(inventory.bytes()),
                Small.read(bucket, root + inventory.head() + "/" + Ocfl.SIDECAR));
    }

    /** Removes content that an attempt which lost has left. */
    void deleteContent(Collection<String> relativeKeys) throws StoreFailure {
        for (String key : relativeKeys) {
            bucket.delete(root + key);
        }
    }

    /**
     * Deletes content that no committed inventory names and that is older than {@code before}.
     *
     * @return number of objects deleted
     */
    int reap(Instant before) throws StoreFailure {
        List<ArchiveBucket.Listed> listed = bucket.list(root);
        Set<String> keys =
                listed.stream()
                        .map(each -> each.key().substring(root.length()))
                        .collect(Collectors.toSet());
        Set<String> kept = new HashSet<>();
        for (int number : committed(keys)) {
            Optional<Inventory> inventory = version(number);
            if (inventory.isEmpty()) {
                return 0; // a damaged inventory proves nothing about what it named
            }
            kept.addAll(inventory.get().manifest().keySet());
        }
        int deleted = 0;
        for (ArchiveBucket.Listed each : listed) {
            String key = each.key().substring(root.length());
            if (isContent(key) && !kept.contains(key) && each.modified().isBefore(before)) {
                bucket.delete(each.key());
                deleted++;
            }
        }
        return deleted;
    }

    private static boolean isContent(String key) {
        int at = key.indexOf(CONTENT);
        return at > 0 && Ocfl.isVersion(key.substring(0, at));
    }

    /** Numbers of the versions that have an inventory, newest first. */
    private static List<Integer> committed(Set<String> keys) {
        return keys.stream()
                .filter(key -> key.endsWith("/" + Ocfl.INVENTORY))
                .map(key -> Ocfl.number(key.substring(0, key.indexOf('/'))))
                .filter(number -> number > 0 && keys.contains(inventoryOf(number)))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static String inventoryOf(int number) {
        return Ocfl.version(number) + "/" + Ocfl.INVENTORY;
    }

    private boolean isOurs(Inventory inventory) {
        return inventory.objectId().equals(objectId);
    }

    private void put(String name, byte[] bytes) throws StoreFailure {
        bucket.put(root + name, bytes, bytes.length, Digests.sha256(bytes));
    }
}
