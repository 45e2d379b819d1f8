package vn.hue.earchive.document.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import vn.hue.earchive.kit.identity.CurrentCaller;

/** What a person still answers for: dossiers that have not left, and documents in none. */
@ApplicationScoped
class OpenWork {

    private static final String OF_PERSON =
            """
            from (
                select 'DOSSIER' as kind, id, file_code as code, title, state,
                    greatest(hand_over_due_on, held_back_until) as due_on
                from dossier where agency_id = :agency
                    and state in ('OPEN', 'CLOSED', 'RETURNED') and coalesce(in_charge, maker) = :person
                union all
                select 'DOCUMENT', d.id, d.number || '/' || d.notation, d.subject, d.handling_state,
                    d.due_date
                from document d where d.agency_id = :agency and d.assignee = :person
                    and not exists (select 1 from dossier_document f where f.document_id = d.id)
            ) work
            """;

    private final EntityManager entities;
    private final CurrentCaller caller;

    OpenWork(EntityManager entities, CurrentCaller caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** Where a page ends. */
    record Position(String kind, UUID id) {
        static final Position START = new Position("", new UUID(0, 0));
    }

    /** Documents before dossiers, oldest first. */
    List<OpenWorkItem> of(String person, Position after, int rows) {
        return session()
                .createNativeQuery(
                        "select kind, id, code, title, state, due_on "
                                + OF_PERSON
                                + " where (kind, id) > (:kind, :id) order by kind, id limit :rows",
                        Object[].class)
                .setParameter("agency", caller.get().agencyId())
                .setParameter("person", person)
                .setParameter("kind", after.kind())
                .setParameter("id", after.id())
                .setParameter("rows", rows)
                .getResultList()
                .stream()
                .map(r ->
                        new OpenWorkItem(
                                OpenWorkItem.Kind.valueOf((String) r[0]),
                                (UUID) r[1],
                                (String) r[2],
                                (String) r[3],
                                (String) r[4],
                                r[5] == null ? null : Columns.date(r[5])))
                .toList();
    }

    long count(String person) {
        return session()
                .createNativeQuery("select count(*) " + OF_PERSON, Long.class)
                .setParameter("agency", caller.get().agencyId())
                .setParameter("person", person)
                .getSingleResult();
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
