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
}
