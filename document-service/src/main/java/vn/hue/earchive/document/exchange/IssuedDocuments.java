package vn.hue.earchive.document.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What a message says of an issued document. To be called in the transaction of its issue. */
@ApplicationScoped
class IssuedDocuments {

    private final EntityManager entities;

    IssuedDocuments(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * An issued document.
     *
     * @param answersId the incoming document that it answers
     */
    record Issued(
            UUID id,
            String number,
            String notation,
            LocalDate issuedDate,
            String typeName,
            String subject,
            @Nullable String signerPosition,
            @Nullable String signerName,
            @Nullable LocalDate dueDate,
            String urgency,
            @Nullable Integer copies,
            int pages,
            @Nullable String draftingUnit,
            @Nullable UUID answersId,
            List<To> recipients) {

        /** Who gets it electronically. */
        List<To> reachable() {
            return recipients.stream().filter(r -> r.organId() != null).toList();
        }
    }

    /**
     * A recipient.
     *
     * @param organId null for one that gets paper
     */
    record To(@Nullable String organId, String name) {}

    Optional<Issued> find(UUID id) {
        entities.flush();
        return session()
                .createNativeQuery(
                        """
                        select number, notation, issued_date, type_name, subject, signer_position,
                            signer_name, due_date, urgency, copies, page_count, drafting_unit,
                            answers_id
                        from outgoing_document where id = :id and number is not null
                        """,
                        Tuple.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .map(row -> issued(id, row))
                .findFirst();
    }

    private Issued issued(UUID id, Tuple row) {
        return new Issued(
                id,
                row.get(0, String.class),
                row.get(1, String.class),
                date(row.get(2)),
                row.get(3, String.class),
                row.get(4, String.class),
                row.get(5, String.class),
                row.get(6, String.class),
                row.get(7) == null ? null : date(row.get(7)),
                row.get(8, String.class),
                row.get(9, Integer.class),
                row.get(10, Integer.class),
                row.get(11, String.class),
                row.get(12, UUID.class),
                recipients(id));
    }

    /** The driver's type of a date depends on how the query was made. */
    private static LocalDate date(Object value) {
        return value instanceof java.sql.Date sql ? sql.toLocalDate() : (LocalDate) value;
    }

    private List<To> recipients(UUID id) {
        return session()
                .createNativeQuery(
                        "select organ_id, name from outgoing_recipient where document_id = :id"
                                + " order by position",
                        Object[].class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .map(row -> new To((String) row[0], (String) row[1]))
                .toList();
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
