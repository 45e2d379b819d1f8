package vn.hue.earchive.archive.store;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.aip.Digests;

/**
 * Reads every byte of one copy of an object once and compares it with what was noted: inventories
 * with their digests in the database, content with the inventories, and the listing with both.
 */
final class ObjectCheck {

    private static final int CHUNK = 1 << 16;

    private final ArchiveStores stores;
    private final ArchiveBucket bucket;
    private final String objId;
    private final String root;
    private final Pace pace;
    private final Map<String, ArchiveBucket.Listed> listed = new TreeMap<>();
    private final Map<String, byte[]> records = new HashMap<>();
    private final List<Defect> defects = new ArrayList<>();
    private String listing = "";
    private int files;
    private long bytes;

    ObjectCheck(ArchiveStores stores, ArchiveBucket bucket, String objId, Pace pace) {
        this.stores = stores;
        this.bucket = bucket;
        this.objId = objId;
        this.root = Ocfl.objectRoot(objId) + "/";
        this.pace = pace;
    }

    /**
     * @param known digests of the inventories, from the first version; empty when none were noted
     * @param young what changed after this may belong to a writer at work
     */
    CopyReport run(List<String> known, Instant young) throws StoreFailure, InterruptedException {
        for (ArchiveBucket.Listed each : bucket.list(root)) {
            listed.put(each.key().substring(root.length()), each);
        }
        listing = Listing.digest(root, listed.values());
        if (listed.isEmpty()) {
            defects.add(Defect.missing(Defect.WHOLE, known.isEmpty() ? null : known.getLast()));
            return report(known);
        }
        readRecords();
        Optional<History> found = History.find(stores, bucket, objId, known, records);
        if (found.isEmpty()) {
            defects.add(
                    Defect.changed(
                            Ocfl.INVENTORY,
                            known.isEmpty() ? "" : known.getLast(),
                            digestOf(records.get(Ocfl.INVENTORY)),
                            sizeOf(Ocfl.INVENTORY)));
            return report(known);
        }
        History history = found.get();
        boolean followed = false;
        for (String path : listed.keySet()) {
            if (isLater(path, history.head().number())) {
                if (listed.get(path).modified().isAfter(young)) {
                    return CopyReport.busy();
                }
                followed |= path.endsWith("/" + Ocfl.INVENTORY);
            }
        }
        Map<String, String> expected = new TreeMap<>();
        history.records()
                .forEach((path, content) -> {
                    expected.put(path, Digests.sha256(content));
                });
        if (followed) {
            // A version that nobody has noted: what the root says is not for us to judge.
            expected.remove(Ocfl.INVENTORY);
            expected.remove(Ocfl.SIDECAR);
            listed.remove(Ocfl.INVENTORY);
            listed.remove(Ocfl.SIDECAR);
        }
        expected.putAll(history.head().manifest());
        for (Map.Entry<String, String> file : expected.entrySet()) {
            compare(file.getKey(), file.getValue());
        }
        listed.forEach((path, each) -> {
            boolean leftover = each.modified().isAfter(young);
            if (!expected.containsKey(path) && !leftover) {
                defects.add(Defect.untracked(path, each.size()));
            }
        });
        return report(history.digests());
    }

    private CopyReport report(List<String> inventories) {
        return new CopyReport(true, files, bytes, List.copyOf(defects), inventories, listing);
    }

    /** Inventories and sidecars: read once, here. */
    private void readRecords() throws StoreFailure, InterruptedException {
        for (String path : listed.keySet()) {
            if (path.equals(Ocfl.INVENTORY)
                    || path.equals(Ocfl.SIDECAR)
                    || path.endsWith("/" + Ocfl.INVENTORY)
                    || path.endsWith("/" + Ocfl.SIDECAR)) {
                byte[] content = Small.read(bucket, root + path);
                if (content != null) {
                    records.put(path, content);
                    count(content.length);
                    files++;
                }
            }
        }
    }

    private void compare(String path, String expected) throws StoreFailure, InterruptedException {
        if (!listed.containsKey(path)) {
            defects.add(Defect.missing(path, expected));
            return;
        }
        byte[] record = records.get(path);
        @Nullable String found = record != null ? Digests.sha256(record) : stream(path);
        if (found == null) {
            defects.add(Defect.missing(path, expected));
        } else if (!found.equals(expected)) {
            defects.add(Defect.changed(path, expected, found, sizeOf(path)));
        }
    }

    private @Nullable String stream(String path) throws StoreFailure, InterruptedException {
        Optional<InputStream> in = bucket.get(root + path, 0, -1);
        if (in.isEmpty()) {
            return null;
        }
        files++;
        MessageDigest digest = Digests.sha256();
        byte[] chunk = new byte[CHUNK];
        try (InputStream open = in.get()) {
            for (int n = open.read(chunk); n >= 0; n = open.read(chunk)) {
                digest.update(chunk, 0, n);
                count(n);
            }
        } catch (IOException e) {
            throw new StoreFailure(bucket.name(), "read " + path, e);
        }
        return Digests.hex(digest.digest());
    }

    private void count(long read) throws InterruptedException {
        bytes += read;
        pace.took(read);
    }

    private long sizeOf(String path) {
        ArchiveBucket.Listed found = listed.get(path);
        return found == null ? -1 : found.size();
    }

    private static @Nullable String digestOf(byte @Nullable [] content) {
        return content == null ? null : Digests.sha256(content);
    }

    private static boolean isLater(String path, int head) {
        int slash = path.indexOf('/');
        return slash > 0 && Ocfl.number(path.substring(0, slash)) > head;
    }
}
