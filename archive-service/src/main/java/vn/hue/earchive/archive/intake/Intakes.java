package vn.hue.earchive.archive.intake;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The intakes for reading; for a request only those of the caller's agency (row-level security).
 */
@ApplicationScoped
class Intakes implements PanacheRepositoryBase<Intake, UUID> {

    /** Position in the list: newest first. */
    record Position(Instant receivedAt, UUID id) {}

    /** One row more than asked for, newest first. */
    List<Intake> page(UUID agencyId, @Nullable Position after, int limit) {
        if (after == null) {
            return find("agencyId = ?1 order by receivedAt desc, submissionId desc", agencyId)
                    .range(0, limit)
                    .list();
        }
        return find(
                        "agencyId = ?1 and (receivedAt, submissionId) < (?2, ?3)"
                                + " order by receivedAt desc, submissionId desc",
                        agencyId,
                        after.receivedAt(),
                        after.id())
                .range(0, limit)
                .list();
    }

    /** How many dossiers of each submission are in which state. */
    Map<UUID, Map<String, Long>> counts(Collection<UUID> submissionIds) {
        var counts = new HashMap<UUID, Map<String, Long>>();
        if (submissionIds.isEmpty()) {
            return counts;
        }
        getEntityManager()
                .createQuery(
                        "select d.submissionId, d.state, count(*) from IntakeDossier d"
                                + " where d.submissionId in :ids group by d.submissionId, d.state",
                        Object[].class)
                .setParameter("ids", submissionIds)
                .getResultList()
                .forEach(row ->
                        counts.computeIfAbsent((UUID) row[0], id -> new TreeMap<>())
                                .put((String) row[1], (Long) row[2]));
        return counts;
    }

    List<IntakeDossier> dossiers(UUID submissionId) {
        return getEntityManager()
                .createQuery(
                        "from IntakeDossier where submissionId = :id order by fileCode, id",
                        IntakeDossier.class)
                .setParameter("id", submissionId)
                .getResultList();
    }
}
