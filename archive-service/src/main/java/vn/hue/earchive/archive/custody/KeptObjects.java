package vn.hue.earchive.archive.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.store.StoredObject;

/**
 * The objects in the archive stores that the archive answers for. What is noted here is copied,
 * checked and repaired from then on; what lies in a store and is not noted here is reported as
 * untracked.
 */
@ApplicationScoped
public class KeptObjects {

    /** Value of the archive's own papers: permanent. */
    private static final String PERMANENT = "01";

    private final CopyTable table;
    private final CopiesPolicy policy;

    KeptObjects(CopyTable table, CopiesPolicy policy) {
        this.table = table;
        this.policy = policy;
    }

    /**
     * An object that is kept.
     *
     * @param holdingId the holding whose package it is; null for a paper of the archive itself
     * @param retentionCode its value, code list maintenance
     * @param version number of its head version
     * @param inventorySha256 of that version
     * @param bytes about, of the head version
     */
    public record Kept(
            String objectId,
            UUID agencyId,
            @Nullable UUID holdingId,
            String retentionCode,
            int version,
            String inventorySha256,
            long bytes) {}

    /**
     * Notes a new version of an object, in the transaction of the act that it belongs to.
     *
     * @param stores that hold it, verified; copies that the policy wants elsewhere are made
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Kept kept, List<String> stores, Instant at) {
        table.keep(kept, at);
        for (String store : policy.wanted(kept.retentionCode())) {
            if (!stores.contains(store)) {
                table.missing(kept.objectId(), store, kept.agencyId(), at);
            }
        }
        table.good(kept.objectId(), stores, kept.agencyId(), at);
    }

    /** Notes a new version of a paper of the archive itself: custody, hold, decision, tombstone. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keepPaper(UUID agencyId, StoredObject paper, Instant at) {
        keep(
                new Kept(
                        paper.objId(),
                        agencyId,
                        null,
                        PERMANENT,
                        paper.version(),
                        paper.inventorySha256(),
                        0),
                paper.stores(),
                at);
    }

    /**
     * No longer answers for an object, because it was lawfully disposed of. From now on its copies
     * are neither made nor missed.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void release(String objectId) {
        table.release(objectId);
    }

    /** The copies of an object that should exist, in the order of their stores' names. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Copy> copies(String objectId) {
        return copies(List.of(objectId)).getOrDefault(objectId, List.of());
    }

    /** The copies of several objects, by object id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<String, List<Copy>> copies(List<String> objectIds) {
        return table.copies(objectIds);
    }

    /** State of a copy. */
    public enum CopyState {
        /** Whole and right when last verified. */
        GOOD,
        /** Not made yet. */
        MISSING,
        /** A check found it wrong or gone; it is to be repaired. */
        BAD
    }

    /**
     * A copy of an object in one store.
     *
     * @param verifiedAt when it was written or read whole and right, last
     * @param checkedAt when all its bytes were read, last
     * @param problem code of what keeps it from being made or repaired
     */
    public record Copy(
            String store,
            CopyState state,
            @Nullable Instant verifiedAt,
            @Nullable Instant checkedAt,
            @Nullable String problem) {}
}
