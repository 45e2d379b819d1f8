package vn.hue.earchive.document.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.identity.CurrentCaller;

/** What a person still answers for. */
@ApplicationScoped
class OpenWork {

    private static final String OF_PERSON =
            " from dossier where agency_id = :agency and state in ('OPEN', 'CLOSED', 'RETURNED')"
                    + " and coalesce(in_charge, maker) = :person";

    private static final UUID FIRST = new UUID(0, 0);

    private final EntityManager entities;
    private final CurrentCaller caller;

    OpenWork(EntityManager entities, CurrentCaller caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** Oldest first. */
    List<OpenWorkItem> of(String person, @Nullable UUID after, int rows) {
        return session()
                .createNativeQuery(
                        "select id, file_code, title, state, document_count,"
                                + " greatest(hand_over_due_on, held_back_until)"
                                + OF_PERSON
                                + " and id > :after order by id limit :rows",
                        Object[].class)
                .setParameter("agency", caller.get().agencyId())
                .setParameter("person", person)
                .setParameter("after", after == null ? FIRST : after)
                .setParameter("rows", rows)
                .getResultList()
                .stream()
                .map(r ->
                        new OpenWorkItem(
                                (UUID) r[0],
                                (String) r[1],
                                (String) r[2],
                                (String) r[3],
                                ((Number) r[4]).intValue(),
                                r[5] == null ? null : Columns.date(r[5])))
                .toList();
    }

    long count(String person) {
        return session()
                .createNativeQuery("select count(*)" + OF_PERSON, Long.class)
                .setParameter("agency", caller.get().agencyId())
                .setParameter("person", person)
                .getSingleResult();
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
