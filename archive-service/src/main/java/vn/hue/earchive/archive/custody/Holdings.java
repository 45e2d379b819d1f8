package vn.hue.earchive.archive.custody;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The holdings; for a request only those of the caller's agency (row-level security). */
@ApplicationScoped
class Holdings implements PanacheRepositoryBase<Holding, UUID> {

    /** The holding, locked until the transaction ends. */
    Optional<Holding> lock(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Under-replicated ones that are due for healing and that no other worker has. */
    Optional<Holding> claimUnderReplicated(Instant now) {
        List<?> due =
                getEntityManager()
                        .createNativeQuery(
                                """
                                SELECT * FROM holding WHERE state = 'STORED' AND heal_at <= :now
                                ORDER BY heal_at LIMIT 1 FOR UPDATE SKIP LOCKED
                                """,
                                Holding.class)
                        .setParameter("now", now)
                        .getResultList();
        return due.stream().map(Holding.class::cast).findFirst();
    }

    long countUnderReplicated() {
        return count("state", "STORED");
    }

    /**
     * Newest custody first, one row more than asked for.
     *
     * @param after continue after this row; null from the beginning
     */
    List<Holding> page(
            UUID agencyId,
            @Nullable String state,
            @Nullable String fileCode,
            @Nullable Position after,
            int limit) {
        var where = new StringBuilder("agencyId = :agency");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("agency", agencyId);
        if (state != null) {
            where.append(" and state = :state");
            parameters.put("state", state);
        }
        if (fileCode != null) {
            where.append(" and fileCode = :fileCode");
            parameters.put("fileCode", fileCode);
        }
        if (after != null) {
            where.append(" and (acceptedAt, id) < (:acceptedAt, :id)");
            parameters.put("acceptedAt", after.acceptedAt());
            parameters.put("id", after.id());
        }
        where.append(" order by acceptedAt desc, id desc");
        return find(where.toString(), parameters).range(0, limit).list();
    }

    record Position(Instant acceptedAt, UUID id) {}

    List<HoldingFile> files(UUID holdingId) {
        return getEntityManager()
                .createQuery(
                        "from HoldingFile f where f.key.holdingId = :id order by f.docCode, f.packOffset",
                        HoldingFile.class)
                .setParameter("id", holdingId)
                .getResultList();
    }

    Optional<HoldingFile> file(UUID holdingId, UUID fileId) {
        return Optional.ofNullable(
                getEntityManager().find(HoldingFile.class, new HoldingFile.Key(holdingId, fileId)));
    }

    /** Notes a complete, verified copy. */
    void copyVerified(Holding holding, String store, Instant at) {
        getEntityManager()
                .createNativeQuery(
                        """
                        INSERT INTO holding_copy (holding_id, store, agency_id, verified_at)
                        VALUES (:holding, :store, :agency, :at)
                        ON CONFLICT (holding_id, store) DO UPDATE SET verified_at = excluded.verified_at
                        """)
                .setParameter("holding", holding.id())
                .setParameter("store", store)
                .setParameter("agency", holding.agencyId())
                .setParameter("at", at)
                .executeUpdate();
    }

    /** The verified copies by store name. */
    List<Copy> copies(UUID holdingId) {
        List<?> rows =
                getEntityManager()
                        .createNativeQuery(
                                "SELECT store, verified_at FROM holding_copy WHERE holding_id = :id ORDER BY verified_at, store",
                                Object[].class)
                        .setParameter("id", holdingId)
                        .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Copy((String) row[0], (Instant) row[1]))
                .toList();
    }

    /**
     * A verified copy.
     *
     * @param store name of the archive store
     */
    record Copy(String store, Instant verifiedAt) {}
}
