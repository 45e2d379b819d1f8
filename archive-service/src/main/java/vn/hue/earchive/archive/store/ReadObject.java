package vn.hue.earchive.archive.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One copy of an object as a listing and its own records tell it. */
final class ReadObject {

    private final ArchiveBucket bucket;
    private final String place;
    private final Map<String, ArchiveBucket.Listed> files;

    ReadObject(ArchiveBucket bucket, String place, Map<String, ArchiveBucket.Listed> files) {
        this.bucket = bucket;
        this.place = place;
        this.files = files;
    }

    ArchiveBucket bucket() {
        return bucket;
    }

    String store() {
        return bucket.name();
    }

    /** Whether a version was ever committed here. */
    boolean isCommitted() {
        return files.containsKey(Ocfl.INVENTORY)
                || files.keySet().stream().anyMatch(key -> numberOf(key) > 0);
    }

    /**
     * The inventories of all versions, each confirmed by its sidecar.
     *
     * @throws FixityFailure when one is not
     */
    History history() throws StoreFailure {
        Inventory head = head();
        List<Inventory> versions = new ArrayList<>();
        for (int number = 1; number < head.number(); number++) {
            String key = Ocfl.version(number) + "/";
            versions.add(
                    confirmed(key + Ocfl.INVENTORY, key + Ocfl.SIDECAR)
                            .orElseThrow(() -> bad(key + Ocfl.INVENTORY + " cannot be believed")));
        }
        versions.add(head);
        return new History(versions);
    }

    /** The root inventory; where it is not finished or damaged, the newest that is confirmed. */
    private Inventory head() throws StoreFailure {
        Optional<Inventory> root = confirmed(Ocfl.INVENTORY, Ocfl.SIDECAR);
        if (root.isPresent()) {
            return root.get();
        }
        List<Integer> numbers =
                files.keySet().stream()
                        .map(ReadObject::numberOf)
                        .filter(number -> number > 0)
                        .sorted(Comparator.reverseOrder())
                        .toList();
        for (int number : numbers) {
            String key = Ocfl.version(number) + "/";
            Optional<Inventory> version = confirmed(key + Ocfl.INVENTORY, key + Ocfl.SIDECAR);
            if (version.isPresent()) {
                return version.get();
            }
        }
        throw bad("no inventory is confirmed by its sidecar");
    }

    private Optional<Inventory> confirmed(String inventory, String sidecar) throws StoreFailure {
        byte[] bytes = Small.read(bucket, place + "/" + inventory);
        if (bytes == null
                || !Arrays.equals(Ocfl.sidecar(bytes), Small.read(bucket, place + "/" + sidecar))) {
            return Optional.empty();
        }
        return Inventory.parse(bytes)
                .filter(each -> Ocfl.objectRoot(each.objectId()).equals(place));
    }

    /**
     * What this copy lacks of the object; empty when every file that it needs is there, as long as
     * is known.
     *
     * @param packSize bytes of the newest package; -1 when it is none
     */
    Optional<String> defectOf(History history, long packSize) {
        Inventory head = history.head();
        for (Map.Entry<String, byte[]> record : history.records().entrySet()) {
            ArchiveBucket.Listed listed = files.get(record.getKey());
            if (listed == null || listed.size() != record.getValue().length) {
                return Optional.of(record.getKey() + (listed == null ? " is missing" : " differs"));
            }
        }
        for (String key : head.manifest().keySet()) {
            if (!files.containsKey(key)) {
                return Optional.of(key + " is missing");
            }
        }
        String pack = head.content().get(Ocfl.PACK);
        ArchiveBucket.Listed listed = pack == null ? null : files.get(pack);
        return packSize >= 0 && listed != null && listed.size() != packSize
                ? Optional.of(pack + " has another size")
                : Optional.empty();
    }

    /** When the last file that belongs to the object was written here. */
    Instant completeSince(Inventory head) {
        List<String> keys = new ArrayList<>(head.manifest().keySet());
        keys.add(Ocfl.NAMASTE);
        IntStream.rangeClosed(1, head.number())
                .forEach(number -> keys.add(Ocfl.version(number) + "/" + Ocfl.INVENTORY));
        return keys.stream()
                .map(files::get)
                .filter(listed -> listed != null)
                .map(ArchiveBucket.Listed::modified)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static int numberOf(String key) {
        return key.endsWith("/" + Ocfl.INVENTORY)
                ? Ocfl.number(key.substring(0, key.indexOf('/')))
                : 0;
    }

    private FixityFailure bad(String what) {
        return new FixityFailure(place, bucket.name(), what);
    }
}
