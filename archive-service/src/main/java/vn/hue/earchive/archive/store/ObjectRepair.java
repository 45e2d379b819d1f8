package vn.hue.earchive.archive.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import vn.hue.earchive.archive.aip.Digests;
import vn.hue.earchive.archive.store.Repaired.Outcome;

/**
 * Puts right what a check found in one copy. Bytes are replaced only by bytes that have proved to
 * be the noted ones before the first of them counts; what cannot be proved is left as it is.
 */
final class ObjectRepair {

    private static final Logger LOG = Logger.getLogger(ObjectRepair.class);

    private final ArchiveStores stores;
    private final ArchiveBucket target;
    private final String objId;
    private final String root;

    ObjectRepair(ArchiveStores stores, ArchiveBucket target, String objId) {
        this.stores = stores;
        this.target = target;
        this.objId = objId;
        this.root = Ocfl.objectRoot(objId) + "/";
    }

    /**
     * @throws StoreFailure when a store that was needed did not answer; may be repeated
     */
    List<Repaired> run(List<String> known, List<Defect> defects) throws IOException {
        Map<String, byte[]> unread = Map.of();
        Optional<History> found = History.find(stores, target, objId, known, unread);
        if (found.isEmpty()) {
            found = History.find(stores, target, objId, known, ownRecords(known.size()));
        }
        if (found.isEmpty()) {
            return defects.stream().map(defect -> none(defect, Outcome.UNREPAIRABLE)).toList();
        }
        stores.prepareAgain(target);
        History history = found.get();
        List<Repaired> repaired = new ArrayList<>();
        for (Defect defect : defects) {
            repaired.add(
                    defect.kind() == Defect.Kind.UNTRACKED
                            ? setAside(defect, history)
                            : defect.path().equals(Defect.WHOLE)
                                    ? whole(defect, history)
                                    : one(defect, history));
        }
        return repaired;
    }

    private Map<String, byte[]> ownRecords(int versions) throws StoreFailure {
        Map<String, byte[]> own = new TreeMap<>();
        List<String> places = new ArrayList<>(List.of(Ocfl.INVENTORY));
        for (int number = 1; number <= versions; number++) {
            places.add(Ocfl.version(number) + "/" + Ocfl.INVENTORY);
        }
        for (String place : places) {
            byte[] bytes = Small.read(target, root + place);
            if (bytes != null) {
                own.put(place, bytes);
            }
        }
        return own;
    }

    /** Content first, so that the object is not there before it is whole. */
    private Repaired whole(Defect defect, History history) throws StoreFailure {
        String source = null;
        for (Map.Entry<String, String> content : history.head().manifest().entrySet()) {
            Optional<String> from = content(content.getKey(), content.getValue());
            if (from.isEmpty()) {
                return none(defect, Outcome.UNREPAIRABLE);
            }
            source = from.get();
        }
        for (Map.Entry<String, byte[]> each : history.records().entrySet()) {
            if (!isFollowed(history) || !isRoot(each.getKey())) {
                put(each.getKey(), each.getValue());
            }
        }
        return new Repaired(defect, Outcome.REPAIRED, source);
    }

    private Repaired one(Defect defect, History history) throws StoreFailure {
        byte[] derived = history.records().get(defect.path());
        if (derived != null) {
            if (isRoot(defect.path()) && isFollowed(history)) {
                return none(defect, Outcome.LEFT);
            }
            put(defect.path(), derived);
            return none(defect, Outcome.REPAIRED);
        }
        String sha256 = history.head().manifest().get(defect.path());
        if (sha256 == null) {
            return none(defect, Outcome.LEFT);
        }
        return content(defect.path(), sha256)
                .map(source -> new Repaired(defect, Outcome.REPAIRED, source))
                .orElseGet(() -> none(defect, Outcome.UNREPAIRABLE));
    }

    /** Name of the store that had the right bytes, empty when every store answered and none had. */
    private Optional<String> content(String path, String sha256) throws StoreFailure {
        StoreFailure failure = null;
        for (ArchiveBucket source : stores.inReadingOrder()) {
            if (source.name().equals(target.name())) {
                continue;
            }
            try {
                VerifiedCopy.of(source, root + path, objId, sha256).to(target, stores.threads());
                return Optional.of(source.name());
            } catch (FixityFailure e) {
                LOG.errorf(e, "Stored bytes are bad store=%s objId=%s", source.name(), objId);
            } catch (NoStoreLeft e) {
                throw new StoreFailure(target.name(), "take " + path, e);
            } catch (StoreFailure e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return Optional.empty();
    }

    /**
     * Keeps what nobody has noted outside of the object, beside the folders of the storage root,
     * and removes it from the object.
     */
    private Repaired setAside(Defect defect, History history) throws IOException {
        String path = defect.path();
        int slash = path.indexOf('/');
        if (slash > 0 && Ocfl.number(path.substring(0, slash)) > history.head().number()) {
            return none(defect, Outcome.LEFT);
        }
        Optional<InputStream> in = target.get(root + path, 0, -1);
        if (in.isPresent()) {
            String key = Ocfl.SET_ASIDE + root + path;
            PackSink sink =
                    new PackSink(
                            key,
                            Math.max(0, defect.foundSize()),
                            List.of(target),
                            stores.threads());
            var digest = Digests.sha256();
            try (InputStream open = new java.security.DigestInputStream(in.get(), digest)) {
                open.transferTo(sink);
                sink.complete(Digests.hex(digest.digest()));
            } catch (IOException | RuntimeException e) {
                sink.abandon();
                throw new StoreFailure(target.name(), "set aside " + path, e);
            }
            target.delete(root + path);
        }
        return none(defect, Outcome.SET_ASIDE);
    }

    /** Whether a writer has just committed the next version: then the root is that writer's. */
    private boolean isFollowed(History history) throws StoreFailure {
        String next = Ocfl.version(history.head().number() + 1) + "/" + Ocfl.INVENTORY;
        return target.size(root + next).isPresent();
    }

    private static boolean isRoot(String path) {
        return path.equals(Ocfl.INVENTORY) || path.equals(Ocfl.SIDECAR);
    }

    private static Repaired none(Defect defect, Outcome outcome) {
        return new Repaired(defect, outcome, null);
    }

    private void put(String path, byte[] bytes) throws StoreFailure {
        target.put(root + path, bytes, bytes.length, Digests.sha256(bytes));
    }
}
