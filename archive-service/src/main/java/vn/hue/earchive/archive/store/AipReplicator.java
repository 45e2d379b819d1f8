package vn.hue.earchive.archive.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.objects.ObjectMissing;

/**
 * Brings an object, with all its versions, from a store that has it to one that lacks it or lacks
 * its later versions. Each version is committed there in turn, so that a copy that was cut is a
 * whole object of an earlier version.
 */
final class AipReplicator {

    private static final Logger LOG = Logger.getLogger(AipReplicator.class);

    private final ArchiveStores stores;

    AipReplicator(ArchiveStores stores) {
        this.stores = stores;
    }

    boolean replicate(String objId, ArchiveBucket target) throws IOException {
        stores.prepareAgain(target);
        @Nullable Inventory present = new ObjectCopy(target, objId).newest().orElse(null);
        @Nullable FixityFailure bad = null;
        List<StoreFailure> failures = new ArrayList<>();
        boolean found = false;
        for (ArchiveBucket source : stores.inReadingOrder()) {
            if (source.name().equals(target.name())) {
                continue;
            }
            try {
                Optional<Inventory> stored = new ObjectCopy(source, objId).newest();
                if (stored.isEmpty()) {
                    continue;
                }
                found = true;
                if (present != null) {
                    requireSameHistory(objId, present, target, stored.get(), source);
                    if (present.number() > stored.get().number()) {
                        continue; // it is the source that lacks something
                    }
                }
                return bring(stored.get(), source, target, present);
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
        if (!found) {
            throw new ObjectMissing(objId);
        }
        return false;
    }

    /** One of two copies must be a beginning of the other. */
    private static void requireSameHistory(
            String objId,
            Inventory present,
            ArchiveBucket target,
            Inventory stored,
            ArchiveBucket source)
            throws StoreFailure {
        int common = Math.min(present.number(), stored.number());
        boolean same =
                present.number() == stored.number()
                        ? present.equals(stored)
                        : present.number() > common
                                ? new ObjectCopy(target, objId)
                                        .version(common)
                                        .filter(stored::equals)
                                        .isPresent()
                                : new ObjectCopy(source, objId)
                                        .version(common)
                                        .filter(present::equals)
                                        .isPresent();
        if (!same) {
            throw new AipConflict(
                    objId, target.name(), "its inventory differs from " + source.name());
        }
    }

    private boolean bring(
            Inventory head, ArchiveBucket source, ArchiveBucket target, @Nullable Inventory present)
            throws IOException {
        ObjectCopy from = new ObjectCopy(source, head.objectId());
        ObjectCopy copy = new ObjectCopy(target, head.objectId());
        int committed = present == null ? 0 : present.number();
        boolean changed = false;
        for (int number = 1; number <= head.number(); number++) {
            Inventory version =
                    number == head.number() ? head : earlier(from, head, number, source);
            changed |= copyContent(version, source, target, number <= committed);
            if (!copy.commit(version)) {
                throw new AipConflict(
                        head.objectId(), target.name(), "another one was committed there");
            }
            if (number > committed && number < head.number()) {
                copy.putSidecar(version);
            }
        }
        if (committed == head.number() && !changed && copy.isFinished(head)) {
            return false;
        }
        copy.finishNewest(head);
        return true;
    }

    private static Inventory earlier(
            ObjectCopy from, Inventory head, int number, ArchiveBucket source) throws StoreFailure {
        Optional<Inventory> version = from.version(number);
        if (version.isEmpty() || !from.isConfirmed(version.get())) {
            throw new FixityFailure(
                    head.objectId(), source.name(), "the inventory of v" + number + " is bad");
        }
        return version.get();
    }

    /**
     * Copies the content that came with this version.
     *
     * @param known whether the target has committed the version: what it has then is left alone
     * @return whether anything was copied
     */
    private boolean copyContent(
            Inventory version, ArchiveBucket source, ArchiveBucket target, boolean known)
            throws IOException {
        boolean copied = false;
        String root = Ocfl.objectRoot(version.objectId()) + "/";
        for (Map.Entry<String, String> content : version.manifest().entrySet()) {
            if (!content.getKey().startsWith(version.head() + "/")) {
                continue;
            }
            String key = root + content.getKey();
            Optional<Long> size = source.size(key);
            if (known && size.isPresent() && size.equals(target.size(key))) {
                continue;
            }
            VerifiedCopy.of(source, key, version.objectId(), content.getValue())
                    .to(target, stores.threads());
            copied = true;
        }
        return copied;
    }
}
