package vn.hue.earchive.document.scheme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Places of list lines in schemes, and what of the lists they need to know. */
@ApplicationScoped
class Placings {

    private final EntityManager entities;

    Placings(EntityManager entities) {
        this.entities = entities;
    }

    /** A list as the schemes see it. */
    record OfYear(UUID id, int year, String state) {}

    /** A line with its place in one version; not placed when {@code code} is null. */
    record Line(UUID itemId, String notation, String title, @Nullable String code) {}

    /** A placed line of a list that is not closed. */
    record Open(UUID itemId, String notation, String title, String code) {}

    private Session session() {
        return entities.unwrap(Session.class);
    }

    Optional<OfYear> list(UUID id) {
        return session()
                .createNativeQuery(
                        "select id, list_year, state from dossier_list where id = :id",
                        Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .map(r -> new OfYear((UUID) r[0], ((Number) r[1]).intValue(), (String) r[2]))
                .findFirst();
    }

    /** Lines of a list in their order, with their places in a version. */
    List<Line> lines(UUID listId, UUID schemeId) {
        return session()
                .createNativeQuery(
                        """
                        select i.id, i.notation, i.title, p.heading_code
                        from dossier_list_item i left join scheme_placing p on p.list_item_id = i.id and p.scheme_id = :scheme
                        where i.list_id = :list order by i.position
                        """,
                        Object[].class)
                .setParameter("scheme", schemeId)
                .setParameter("list", listId)
                .getResultStream()
                .map(r -> new Line((UUID) r[0], (String) r[1], (String) r[2], (String) r[3]))
                .toList();
    }

    /** Lines placed in a version whose lists are of this year or later and not closed. */
    List<Open> open(UUID schemeId, int fromYear) {
        return session()
                .createNativeQuery(
                        """
                        select i.id, i.notation, i.title, p.heading_code
                        from scheme_placing p join dossier_list_item i on i.id = p.list_item_id
                            join dossier_list l on l.id = i.list_id
                        where p.scheme_id = :scheme and l.list_year >= :year and l.state <> 'CLOSED'
                        order by l.list_year, i.position
                        """,
                        Object[].class)
                .setParameter("scheme", schemeId)
                .setParameter("year", fromYear)
                .getResultStream()
                .map(r -> new Open((UUID) r[0], (String) r[1], (String) r[2], (String) r[3]))
                .toList();
    }

    boolean isLineOf(UUID listId, UUID itemId) {
        return session()
                        .createNativeQuery(
                                "select count(*) from dossier_list_item where id = :item and"
                                        + " list_id = :list",
                                Long.class)
                        .setParameter("item", itemId)
                        .setParameter("list", listId)
                        .getSingleResult()
                > 0;
    }

    /**
     * @param code null takes the line out of the version
     */
    void place(UUID agencyId, UUID schemeId, UUID itemId, @Nullable String code) {
        if (code == null) {
            session()
                    .createNativeMutationQuery(
                            "delete from scheme_placing where scheme_id = :scheme and list_item_id"
                                    + " = :item")
                    .setParameter("scheme", schemeId)
                    .setParameter("item", itemId)
                    .executeUpdate();
            return;
        }
        session()
                .createNativeMutationQuery(
                        """
                        insert into scheme_placing (agency_id, scheme_id, list_item_id, heading_code)
                        values (:agency, :scheme, :item, :code)
                        on conflict (scheme_id, list_item_id) do update set heading_code = excluded.heading_code
                        """)
                .setParameter("agency", agencyId)
                .setParameter("scheme", schemeId)
                .setParameter("item", itemId)
                .setParameter("code", code)
                .executeUpdate();
    }
}
