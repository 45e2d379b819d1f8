package vn.hue.earchive.document.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Reads what waits for a dossier and which open dossiers there are. Every statement is bounded, so
 * that the inbox costs the same however much an agency has registered.
 */
@ApplicationScoped
class Unfiled {

    /** Open dossiers that are looked at, newest first. */
    static final int DOSSIERS = 300;

    /** Documents of each that are looked at, latest first. */
    static final int DOCUMENTS_OF_EACH = 20;

    private final EntityManager entities;

    Unfiled(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Newest first; drafts of outgoing documents, and what went back to its sender, are nobody's to
     * file.
     */
    List<UUID> page(@Nullable UUID before, @Nullable String direction, int rows) {
        return entities.unwrap(Session.class)
                .createNativeQuery(
                        """
                        select id from document
                        where dossier_count = 0
                          and handling_state not in ('RETURNED', 'RECALLED')
                          and (cast(:before as uuid) is null or id < cast(:before as uuid))
                          and (cast(:direction as text) is null or direction = :direction)
                        order by id desc limit :rows
                        """,
                        UUID.class)
                .setParameter("before", before == null ? null : before.toString())
                .setParameter("direction", direction)
                .setParameter("rows", rows)
                .getResultList();
    }

    List<Features> features(List<UUID> documents) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(
                        "select " + FEATURES + " from document d where d.id in (:ids)",
                        Object[].class)
                .setParameter("ids", documents)
                .stream()
                .map(row -> features(row, 0))
                .toList();
    }

    List<Candidate> candidates() {
        Map<UUID, Candidate> found = new LinkedHashMap<>();
        entities
                .unwrap(Session.class)
                .createNativeQuery(
                        """
                        select id, file_code, title, keywords from dossier
                        where state = 'OPEN' order by id desc limit :rows
                        """,
                        Object[].class)
                .setParameter("rows", DOSSIERS)
                .stream()
                .forEach(row ->
                        found.put(
                                (UUID) row[0],
                                new Candidate(
                                        (UUID) row[0],
                                        (String) row[1],
                                        (String) row[2],
                                        (String) row[3],
                                        new ArrayList<>())));
        if (!found.isEmpty()) {
            filed(found);
        }
        return List.copyOf(found.values());
    }

    private void filed(Map<UUID, Candidate> dossiers) {
        entities
                .unwrap(Session.class)
                .createNativeQuery(
                        """
                        select o.id, %s
                        from dossier o
                        cross join lateral (
                            select document_id from dossier_document
                            where dossier_id = o.id order by ordinal desc limit :each
                        ) f
                        join document d on d.id = f.document_id
                        where o.id in (:dossiers)
                        """
                                .formatted(FEATURES.replace("d.id,", "d.id as document_id,")),
                        Object[].class)
                .setParameter("each", DOCUMENTS_OF_EACH)
                .setParameter("dossiers", dossiers.keySet())
                .stream()
                .forEach(row -> {
                    Candidate dossier = dossiers.get((UUID) row[0]);
                    if (dossier != null) {
                        dossier.filed().add(features(row, 1));
                    }
                });
    }

    private static final String FEATURES =
            "d.id, d.type_code, d.type_name, d.number, d.notation, d.number_key, d.issuer_name,"
                    + " d.issuer_key, d.subject, d.keywords";

    private static Features features(Object[] row, int from) {
        return new Features(
                (UUID) row[from],
                (String) row[from + 1],
                (String) row[from + 2],
                (String) row[from + 3],
                (String) row[from + 4],
                (String) row[from + 5],
                (String) row[from + 6],
                (String) row[from + 7],
                (String) row[from + 8],
                (String) row[from + 9]);
    }
}
