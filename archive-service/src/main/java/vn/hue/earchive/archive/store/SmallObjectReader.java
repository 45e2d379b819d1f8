package vn.hue.earchive.archive.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.aip.Digests;
import vn.hue.earchive.kit.objects.ObjectMissing;

/** Reads files of objects that are not packages from the first store that has them intact. */
final class SmallObjectReader {

    private static final Logger LOG = Logger.getLogger(SmallObjectReader.class);

    private final ArchiveStores stores;

    SmallObjectReader(ArchiveStores stores) {
        this.stores = stores;
    }

    private interface Attempt<T> {
        /** Empty when the store does not have it. */
        Optional<T> from(ArchiveBucket bucket) throws IOException;
    }

    /**
     * @param version 0 for the head
     */
    byte[] read(String objId, int version, String path) {
        return first(
                objId + "/" + path,
                bucket -> {
                    ObjectCopy copy = new ObjectCopy(bucket, objId);
                    Optional<Inventory> inventory =
                            version == 0 ? copy.inventory() : copy.version(version);
                    if (inventory.isEmpty() || !inventory.get().content().containsKey(path)) {
                        return Optional.empty();
                    }
                    byte[] bytes = Small.read(bucket, inventory.get().key(path));
                    if (bytes == null
                            || !Digests.sha256(bytes).equals(inventory.get().digests().get(path))) {
                        throw new FixityFailure(
                                objId,
                                bucket.name(),
                                path + (bytes == null ? " is missing" : " has another digest"));
                    }
                    return Optional.of(bytes);
                });
    }

    List<String> messages(String objId) {
        return first(
                objId,
                bucket ->
                        new ObjectCopy(bucket, objId)
                                .inventory()
                                .map(inventory -> List.copyOf(inventory.messages().values())));
    }

    private <T> T first(String what, Attempt<T> attempt) {
        List<StoreFailure> failures = new ArrayList<>();
        @Nullable FixityFailure bad = null;
        for (ArchiveBucket bucket : stores.inReadingOrder()) {
            try {
                Optional<T> found = attempt.from(bucket);
                if (found.isPresent()) {
                    return found.get();
                }
            } catch (FixityFailure e) {
                LOG.errorf(e, "Stored bytes are bad store=%s object=%s", bucket.name(), what);
                bad = e;
            } catch (IOException e) {
                StoreFailure failure =
                        e instanceof StoreFailure known
                                ? known
                                : new StoreFailure(bucket.name(), "answer", e);
                stores.failed(bucket, failure);
                failures.add(failure);
            }
        }
        if (bad != null) {
            throw bad;
        }
        if (!failures.isEmpty()) {
            throw new NoStoreLeft(failures);
        }
        throw new ObjectMissing(what);
    }
}
