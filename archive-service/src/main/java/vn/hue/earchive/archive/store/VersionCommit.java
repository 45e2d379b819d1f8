package vn.hue.earchive.archive.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import vn.hue.earchive.archive.store.ArchiveStores.Answer;

/** Commits and finishes a version whose content lies in the stores already. */
final class VersionCommit {

    private static final Logger LOG = Logger.getLogger(VersionCommit.class);
    // Nobody else finishes a first version and commits a second one in less than this.
    private static final long QUICK_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final ArchiveStores stores;

    VersionCommit(ArchiveStores stores) {
        this.stores = stores;
    }

    /**
     * Commits store by store, primary first: two writers of the same version meet at the first
     * store, and the one that loses there does not go on.
     *
     * @param directory of the new content, relative to the object root
     * @param holders stores that have the content
     * @return stores where the version is committed and finished; empty when another writer was
     *     first, whose version stands
     * @throws NoStoreLeft when no store answered; one of them may have committed nevertheless
     */
    List<ArchiveBucket> commit(Inventory inventory, String directory, List<ArchiveBucket> holders) {
        long began = System.nanoTime();
        List<ArchiveBucket> committed = new ArrayList<>();
        List<StoreFailure> failures = new ArrayList<>();
        for (ArchiveBucket bucket : holders) {
            try {
                if (new ObjectCopy(bucket, inventory.objectId()).commit(inventory)) {
                    committed.add(bucket);
                    continue;
                }
                LOG.warnf(
                        "Another writer committed this version first store=%s objId=%s version=%s",
                        bucket.name(), inventory.objectId(), inventory.head());
                deleteContent(
                        inventory, directory, committed.isEmpty() ? holders : List.of(bucket));
                if (committed.isEmpty()) {
                    return List.of();
                }
            } catch (StoreFailure e) {
                stores.failed(bucket, e);
                failures.add(e);
            }
        }
        if (committed.isEmpty()) {
            throw new NoStoreLeft(failures);
        }
        return stores
                .each(
                        committed,
                        bucket -> {
                            ObjectCopy copy = new ObjectCopy(bucket, inventory.objectId());
                            if (inventory.number() == 1
                                    && System.nanoTime() - began < QUICK_NANOS) {
                                copy.finish(inventory);
                            } else {
                                copy.finishNewest(inventory);
                            }
                            return true;
                        })
                .stream()
                .map(Answer::bucket)
                .toList();
    }

    private static void deleteContent(
            Inventory inventory, String directory, List<ArchiveBucket> losers) throws StoreFailure {
        List<String> content =
                inventory.manifest().keySet().stream()
                        .filter(key -> key.startsWith(directory + "/"))
                        .toList();
        for (ArchiveBucket loser : losers) {
            new ObjectCopy(loser, inventory.objectId()).deleteContent(content);
        }
    }
}
