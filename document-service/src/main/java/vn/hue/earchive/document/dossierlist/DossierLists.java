package vn.hue.earchive.document.dossierlist;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Dossier lists and their lines. */
@ApplicationScoped
public class DossierLists implements PanacheRepositoryBase<DossierList, UUID> {

    /** A line with the year of its list. */
    public record PlannedDossier(int year, DossierListItem item) {}

    public Optional<PlannedDossier> item(UUID itemId) {
        DossierListItem item = getEntityManager().find(DossierListItem.class, itemId);
        return Optional.ofNullable(item)
                .map(i -> new PlannedDossier(findById(i.listId()).year(), i));
    }

    Optional<DossierList> ofYear(int year) {
        return find("listYear", year).firstResultOptional();
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
}
