package vn.hue.earchive.archive.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.store.ArchiveStores.Answer;

/**
 * What the stores that answer hold of one object.
 *
 * @param newest the newest whole version in any of them; null when none has the object
 * @param holders stores that have exactly this version, in the configured order
 */
record Heads(@Nullable Inventory newest, List<ArchiveBucket> holders) {

    private static final Logger LOG = Logger.getLogger(Heads.class);

    /**
     * @throws NoStoreLeft when no store answered
     */
    static Heads of(ArchiveStores stores, String objId) {
        List<Answer<Optional<Inventory>>> answers =
                stores.each(stores.all(), bucket -> new ObjectCopy(bucket, objId).newest());
        Inventory newest = null;
        for (Answer<Optional<Inventory>> answer : answers) {
            Inventory found = answer.value().orElse(null);
            if (found != null && (newest == null || found.number() > newest.number())) {
                newest = found;
            }
        }
        List<ArchiveBucket> holders = new ArrayList<>();
        for (Answer<Optional<Inventory>> answer : answers) {
            Inventory found = answer.value().orElse(null);
            if (found == null || newest == null) {
                continue;
            }
            if (found.equals(newest)) {
                holders.add(answer.bucket());
            } else if (found.number() == newest.number()) {
                LOG.errorf(
                        "Stores disagree about an object store=%s objId=%s version=%s",
                        answer.bucket().name(), objId, found.head());
            }
        }
        return new Heads(newest, holders);
    }

    /**
     * Finishes the newest version where an earlier attempt did not.
     *
     * @return the holders that answered
     * @throws NoStoreLeft when none did
     */
    List<ArchiveBucket> finished(ArchiveStores stores) {
        Inventory head = Objects.requireNonNull(newest);
        return stores
                .each(
                        holders,
                        bucket -> {
                            ObjectCopy copy = new ObjectCopy(bucket, head.objectId());
                            if (!copy.isFinished(head)) {
                                copy.finishNewest(head);
                            }
                            return true;
                        })
                .stream()
                .map(Answer::bucket)
                .toList();
    }
}
