package vn.hue.earchive.archive.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * The copies of objects in the archive stores, one by one: whether their bytes are right, and how
 * they become right again. Knows nothing of what was found before.
 */
@ApplicationScoped
public class ArchiveCopies {

    private final ArchiveStores stores;
    private final Clock clock;
    private final Duration atWork;

    /**
     * @param atWork {@code earchive.archive.at-work}: what was written within this time may belong
     *     to a writer at work, who commits and finishes well within it; shorter in tests only
     */
    ArchiveCopies(
            ArchiveStores stores,
            Clock clock,
            @ConfigProperty(name = "earchive.archive.at-work", defaultValue = "PT1H")
                    Duration atWork) {
        this.stores = stores;
        this.clock = clock;
        this.atWork = atWork;
    }

    /** Names of the configured stores, primary first. */
    public List<String> stores() {
        return stores.all().stream().map(ArchiveBucket::name).toList();
    }

    /**
     * Reads every byte of a copy, once.
     *
     * @param inventories digests of the inventories as they were noted, from the first version;
     *     empty when none were: then the stores must agree
     * @throws Problem STORE_UNAVAILABLE when a store that was needed did not answer
     * @throws InterruptedException when the thread is to stop
     */
    public CopyReport check(String objId, String store, List<String> inventories, Pace pace)
            throws InterruptedException {
        ArchiveBucket bucket = stores.named(store);
        try {
            return new ObjectCheck(stores, bucket, objId, pace)
                    .run(inventories, clock.instant().minus(atWork));
        } catch (StoreFailure e) {
            throw new Problem(CommonProblem.STORE_UNAVAILABLE).causedBy(e);
        }
    }

    /**
     * Puts right what a check of this copy found. Repeatable. Whether the copy is good then says
     * another check.
     *
     * @return one for each defect, in their order
     * @throws Problem STORE_UNAVAILABLE or STORE_FULL when a store that was needed did not do its
     *     part; a part of the defects may be repaired
     */
    public List<Repaired> repair(
            String objId, String store, List<String> inventories, List<Defect> defects) {
        ArchiveBucket bucket = stores.named(store);
        return ArchiveObjects.orProblem(
                () -> new ObjectRepair(stores, bucket, objId).run(inventories, defects));
    }
}
