package vn.hue.earchive.archive.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.objects.ObjectMissing;

/** Brings an object from a store that has it to one that has it not. */
final class AipReplicator {

    private static final Logger LOG = Logger.getLogger(AipReplicator.class);

    private final ArchiveStores stores;

    AipReplicator(ArchiveStores stores) {
        this.stores = stores;
    }

    boolean replicate(String objId, ArchiveBucket target) throws IOException {
        stores.prepare(target);
        ObjectCopy copy = new ObjectCopy(target, objId);
        Optional<Inventory> present = copy.inventory();
        @Nullable FixityFailure bad = null;
        List<StoreFailure> failures = new ArrayList<>();
        boolean found = false;
        for (ArchiveBucket source : stores.inReadingOrder()) {
            if (source.name().equals(target.name())) {
                continue;
            }
            try {
                Optional<Inventory> stored = new ObjectCopy(source, objId).inventory();
                if (stored.isEmpty()) {
                    continue;
                }
                found = true;
                Inventory inventory = stored.get();
                if (present.isPresent() && !present.get().equals(inventory)) {
                    throw new AipConflict(
                            objId, target.name(), "its inventory differs from " + source.name());
                }
                if (present.isPresent()
                        && copy.isComplete()
                        && hasContent(target, source, inventory)) {
                    return false;
                }
                copyContent(objId, inventory, source, target);
                if (!copy.commit(inventory)) {
                    throw new AipConflict(objId, target.name(), "another one was committed there");
                }
                copy.finish(inventory);
                return true;
            } catch (FixityFailure e) {
                LOG.errorf(e, "Stored bytes are bad store=%s objId=%s", source.name(), objId);
                bad = e;
            } catch (StoreFailure e) {
                failures.add(e);
            }
        }
        if (bad != null) {
            throw bad;
        }
        if (!failures.isEmpty()) {
            throw new NoStoreLeft(failures);
        }
        if (found || present.isEmpty()) {
            throw new ObjectMissing(objId);
        }
        return false;
    }

    private static boolean hasContent(
            ArchiveBucket target, ArchiveBucket source, Inventory inventory) throws StoreFailure {
        for (String key : List.of(inventory.packKey(), inventory.indexKey())) {
            Optional<Long> size = target.size(key);
            if (size.isEmpty() || !size.equals(source.size(key))) {
                return false;
            }
        }
        return true;
    }

    private void copyContent(
            String objId, Inventory inventory, ArchiveBucket source, ArchiveBucket target)
            throws IOException {
        for (Map.Entry<String, String> content : inventory.content().entrySet()) {
            String key = Ocfl.objectRoot(objId) + "/" + content.getValue();
            String sha256 =
                    java.util.Objects.requireNonNull(inventory.digests().get(content.getKey()));
            Optional<Long> size = source.size(key);
            Optional<InputStream> in = source.get(key, 0, -1);
            if (size.isEmpty() || in.isEmpty()) {
                throw new FixityFailure(objId, source.name(), content.getKey() + " is missing");
            }
            PackSink sink = new PackSink(key, size.get(), List.of(target), stores.threads());
            try (InputStream open =
                    new VerifiedStream(in.get(), objId, source.name(), size.get(), sha256)) {
                open.transferTo(sink);
                sink.complete(sha256);
            } catch (FixityFailure | NoStoreLeft e) {
                sink.discard();
                throw e;
            } catch (IOException e) {
                sink.discard();
                throw new StoreFailure(source.name(), "send " + key, e);
            }
        }
    }
}
