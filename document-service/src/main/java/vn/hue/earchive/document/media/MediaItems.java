package vn.hue.earchive.document.media;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Photos and recordings of dossiers, and their files. */
@ApplicationScoped
class MediaItems implements PanacheRepositoryBase<MediaItem, UUID> {

    /**
     * @throws Problem NOT_FOUND also for one that was taken out
     */
    MediaItem require(UUID dossierId, UUID id) {
        MediaItem item = findById(id);
        if (item == null || !item.dossierId().equals(dossierId) || !item.isThere()) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return item;
    }

    /** In their order, from behind the given one. */
    List<MediaItem> page(UUID dossierId, int afterOrdinal, int rows) {
        return find(
                        "dossierId = ?1 and ordinal > ?2 and removedAt is null order by ordinal",
                        dossierId,
                        afterOrdinal)
                .range(0, rows - 1)
                .list();
    }

    /** Those of several dossiers, in the order of each. */
    List<MediaItem> ofDossiers(Collection<UUID> dossiers) {
        return dossiers.isEmpty()
                ? List.of()
                : find(
                                "dossierId in ?1 and removedAt is null"
                                        + " order by dossierId, ordinal",
                                dossiers)
                        .list();
    }

    /** The ordinals behind one that goes close up. */
    void closeUp(UUID dossierId, int ordinal) {
        update(
                "ordinal = ordinal - 1 where dossierId = ?1 and ordinal > ?2 and removedAt is null",
                dossierId,
                ordinal);
    }

    Map<UUID, List<MediaFile>> filesOf(Collection<UUID> items) {
        return items.isEmpty()
                ? Map.of()
                : getEntityManager()
                        .createQuery(
                                "from MediaFile where itemId in :items order by itemId, position",
                                MediaFile.class)
                        .setParameter("items", items)
                        .getResultList()
                        .stream()
                        .collect(Collectors.groupingBy(MediaFile::itemId));
    }

    /** Of these digests those that an item of the dossier has already. */
    List<String> present(UUID dossierId, Collection<String> digests) {
        return digests.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery(
                                "select f.sha256 from MediaFile f, MediaItem i where f.itemId = i.id"
                                        + " and i.dossierId = :dossier and i.removedAt is null"
                                        + " and f.sha256 in :digests",
                                String.class)
                        .setParameter("dossier", dossierId)
                        .setParameter("digests", digests)
                        .getResultList();
    }

    /**
     * @throws Problem NOT_FOUND
     */
    MediaFile requireFile(UUID dossierId, UUID itemId, UUID fileId) {
        require(dossierId, itemId);
        MediaFile file = getEntityManager().find(MediaFile.class, fileId);
        if (file == null || !file.itemId().equals(itemId)) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return file;
    }
}
