package vn.hue.earchive.archive.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.aip.Digests;

/**
 * The inventories of all versions of an object that can be believed, from the first: those whose
 * digest was noted when they were written. What was never noted is believed when all stores that
 * have the object agree on it and its sidecars confirm it.
 */
record History(List<Inventory> versions) {

    Inventory head() {
        return versions.getLast();
    }

    List<String> digests() {
        return versions.stream().map(Inventory::sha256).toList();
    }

    /**
     * Bytes by path relative to the object root of everything that follows from the inventories.
     */
    Map<String, byte[]> records() {
        Map<String, byte[]> records = new LinkedHashMap<>();
        for (Inventory version : versions) {
            records.put(version.head() + "/" + Ocfl.INVENTORY, version.bytes());
            records.put(version.head() + "/" + Ocfl.SIDECAR, Ocfl.sidecar(version.bytes()));
        }
        records.put(Ocfl.SIDECAR, Ocfl.sidecar(head().bytes()));
        records.put(Ocfl.INVENTORY, head().bytes());
        records.put(Ocfl.NAMASTE, Ocfl.NAMASTE_CONTENT);
        return records;
    }

    /**
     * @param first the store to ask first
     * @param known digests that were noted, from the first version; empty when none were
     * @param read files of {@code first} that are known already, by path
     * @return empty when no store has what was noted
     * @throws StoreFailure when a store that may have it does not answer
     */
    static Optional<History> find(
            ArchiveStores stores,
            ArchiveBucket first,
            String objId,
            List<String> known,
            Map<String, byte[]> read)
            throws StoreFailure {
        return known.isEmpty() ? agreed(stores, objId) : noted(stores, first, objId, known, read);
    }

    private static Optional<History> noted(
            ArchiveStores stores,
            ArchiveBucket first,
            String objId,
            List<String> known,
            Map<String, byte[]> read)
            throws StoreFailure {
        String root = Ocfl.objectRoot(objId) + "/";
        List<Inventory> versions = new ArrayList<>();
        for (int number = 1; number <= known.size(); number++) {
            List<String> places = new ArrayList<>();
            places.add(Ocfl.version(number) + "/" + Ocfl.INVENTORY);
            if (number == known.size()) {
                places.add(Ocfl.INVENTORY);
            }
            String digest = known.get(number - 1);
            Optional<Inventory> found = Optional.empty();
            for (String place : places) {
                found = found.isPresent() ? found : matching(read.get(place), digest);
            }
            for (ArchiveBucket bucket : stores.inReadingOrder()) {
                if (bucket.name().equals(first.name())) {
                    continue;
                }
                for (String place : places) {
                    found =
                            found.isPresent()
                                    ? found
                                    : matching(Small.read(bucket, root + place), digest);
                }
            }
            if (found.isEmpty()) {
                return Optional.empty();
            }
            versions.add(found.get());
        }
        return Optional.of(new History(versions));
    }

    private static Optional<Inventory> matching(byte @Nullable [] bytes, String digest) {
        return bytes != null && Digests.sha256(bytes).equals(digest)
                ? Inventory.parse(bytes)
                : Optional.empty();
    }

    private static Optional<History> agreed(ArchiveStores stores, String objId)
            throws StoreFailure {
        @Nullable History agreed = null;
        for (ArchiveBucket bucket : stores.all()) {
            ObjectCopy copy = new ObjectCopy(bucket, objId);
            Optional<Inventory> head = copy.newest();
            if (head.isEmpty() || !copy.isConfirmed(head.get())) {
                continue;
            }
            List<Inventory> versions = new ArrayList<>();
            for (int number = 1; number < head.get().number(); number++) {
                copy.version(number).ifPresent(versions::add);
            }
            versions.add(head.get());
            if (versions.size() < head.get().number()) {
                continue;
            }
            if (agreed != null && !agreed.versions().equals(versions)) {
                return Optional.empty();
            }
            agreed = new History(versions);
        }
        return Optional.ofNullable(agreed);
    }
}
