package vn.hue.earchive.document.dossierlist;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Dossier lists and their lines. */
@ApplicationScoped
public class DossierLists implements PanacheRepositoryBase<DossierList, UUID> {

    /**
     * A line with the year of its list.
     *
     * @param inUse dossiers may be opened from it
     */
    public record PlannedDossier(int year, boolean inUse, DossierListItem item) {}

    public Optional<PlannedDossier> item(UUID itemId) {
        DossierListItem item = getEntityManager().find(DossierListItem.class, itemId);
        if (item == null) {
            return Optional.empty();
        }
        DossierList list = findById(item.listId());
        return Optional.of(
                new PlannedDossier(
                        list.year(), list.state() instanceof DossierListState.InUse, item));
    }

    /**
     * @throws Problem DOSSIER_LIST_EXISTS when the agency has a list of that year
     */
    void add(DossierList list) {
        try {
            persistAndFlush(list);
        } catch (ConstraintViolationException e) {
            if ("uq_dossier_list_year".equals(e.getConstraintName())) {
                throw new Problem(DocumentProblem.DOSSIER_LIST_EXISTS, String.valueOf(list.year()))
                        .causedBy(e);
            }
            throw e;
        }
    }

    /**
     * @throws Problem NOT_FOUND
     */
    DossierList require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    /**
     * The list, locked until the transaction ends.
     *
     * @throws Problem NOT_FOUND
     */
    DossierList locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    /**
     * A line of this list.
     *
     * @throws Problem NOT_FOUND
     */
    DossierListItem requireItem(UUID listId, UUID itemId) {
        DossierListItem item = getEntityManager().find(DossierListItem.class, itemId);
        if (item == null || !item.listId().equals(listId)) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return item;
    }

    /** Newest year first, from behind the given one. */
    List<DossierList> page(@Nullable Integer afterYear, int rows) {
        return afterYear == null
                ? find("order by listYear desc").range(0, rows - 1).list()
                : find("listYear < ?1 order by listYear desc", afterYear).range(0, rows - 1).list();
    }

    /** In the order of the list, from behind the given line. */
    List<DossierListItem> items(UUID listId, int afterPosition, int rows) {
        return getEntityManager()
                .createQuery(
                        "from DossierListItem where listId = :list and position > :after"
                                + " order by position",
                        DossierListItem.class)
                .setParameter("list", listId)
                .setParameter("after", afterPosition)
                .setMaxResults(rows)
                .getResultList();
    }

    /** All lines of a list, which are never more than {@link ListLines#MAX}. */
    List<DossierListItem> items(UUID listId) {
        return items(listId, 0, ListLines.MAX);
    }
}
