package vn.hue.earchive.archive.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hue.earchive.archive.aip.Digests;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** An archive store as a whole: what it can do, whether it is ours, what lies in it. */
@ApplicationScoped
public class StoreInspection {

    /** First folders of the layout: 000 to fff. */
    public static final int PREFIXES = 4096;

    private static final Pattern OBJECT =
            Pattern.compile("([0-9a-f]{3}/[0-9a-f]{3}/[0-9a-f]{3}/([0-9a-f]{64}))/.+");
    private static final String PROBE = "store-probe-";

    private final ArchiveStores stores;

    StoreInspection(ArchiveStores stores) {
        this.stores = stores;
    }

    /** Names of the configured stores, primary first. */
    public List<String> stores() {
        return stores.all().stream().map(ArchiveBucket::name).toList();
    }

    private interface Look<T> {
        T at(ArchiveBucket bucket) throws IOException;
    }

    private <T> T look(String store, Look<T> look) {
        try {
            return look.at(stores.named(store));
        } catch (IOException e) {
            throw new Problem(CommonProblem.STORE_UNAVAILABLE).causedBy(e);
        }
    }

    /**
     * Tries out what the store can do.
     *
     * @throws Problem STORE_UNAVAILABLE when it does not answer
     */
    public StoreCapabilities capabilities(String store) {
        return look(
                store,
                bucket -> {
                    stores.prepare(bucket);
                    String key = PROBE + UUID.randomUUID();
                    byte[] bytes = Ocfl.utf8("probe\n");
                    String sha256 = Digests.sha256(bytes);
                    boolean first = bucket.create(key, bytes, bytes.length, sha256);
                    boolean second = bucket.create(key, bytes, bytes.length, sha256);
                    bucket.delete(key);
                    ArchiveBucket.Features features = bucket.features();
                    return new StoreCapabilities(
                            first && !second, features.versioning(), features.objectLock());
                });
    }

    /**
     * What names the bucket since it became a storage root; empty when nothing does. A store that
     * was exchanged has another name, or none.
     *
     * @throws Problem STORE_UNAVAILABLE when it does not answer
     */
    public Optional<String> identity(String store) {
        return look(
                store,
                bucket ->
                        Optional.ofNullable(Small.read(bucket, Ocfl.IDENTITY))
                                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
                                .filter(name -> !name.isEmpty()));
    }

    /** Makes the bucket a storage root where it is none. */
    public void mark(String store) {
        look(
                store,
                bucket -> {
                    stores.prepareAnew(bucket);
                    return true;
                });
    }

    /** Whether the store has this object, by its declaration alone. */
    public boolean has(String store, String objectId) {
        return look(
                store,
                bucket -> bucket.size(Ocfl.objectRoot(objectId) + "/" + Ocfl.NAMASTE).isPresent());
    }

    /**
     * What lies under one of the first folders, folder by folder, because some servers walk the
     * whole subtree for each page of a listing.
     *
     * @param prefix 0 to {@link #PREFIXES} - 1
     * @throws Problem STORE_UNAVAILABLE when it does not answer
     */
    public List<ListedObject> list(String store, int prefix) {
        return look(
                store,
                bucket -> {
                    List<ListedObject> objects = new ArrayList<>();
                    ArchiveBucket.Children children = bucket.children(folder(prefix) + "/");
                    objects.addAll(group(children.files()));
                    for (String folder : children.folders()) {
                        objects.addAll(group(bucket.list(folder)));
                    }
                    return objects;
                });
    }

    /** Name of a first folder. */
    public static String folder(int prefix) {
        return String.format(java.util.Locale.ROOT, "%03x", prefix);
    }

    private static List<ListedObject> group(List<ArchiveBucket.Listed> listed) {
        Map<String, List<ArchiveBucket.Listed>> files = new TreeMap<>();
        for (ArchiveBucket.Listed each : listed) {
            Matcher object = OBJECT.matcher(each.key());
            String place = object.matches() && isInPlace(object) ? object.group(1) : each.key();
            files.computeIfAbsent(place, p -> new ArrayList<>()).add(each);
        }
        return files.entrySet().stream()
                .map(entry -> listed(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Whether the folders are those that belong to the digest. */
    private static boolean isInPlace(Matcher object) {
        return object.group(1).replace("/", "").startsWith(object.group(2).substring(0, 9));
    }

    private static ListedObject listed(String place, List<ArchiveBucket.Listed> files) {
        boolean object = !files.getFirst().key().equals(place);
        Optional<Instant> youngest =
                files.stream().map(ArchiveBucket.Listed::modified).max(Instant::compareTo);
        return new ListedObject(
                place,
                object ? place.substring(place.lastIndexOf('/') + 1) : "",
                files.size(),
                files.stream().mapToLong(ArchiveBucket.Listed::size).sum(),
                Listing.digest(object ? place + "/" : place, files),
                youngest.orElseThrow());
    }
}
