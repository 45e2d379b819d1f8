package vn.hue.earchive.document.handling;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.kit.identity.CurrentCaller;

/** Handling of incoming documents and its trace. */
@ApplicationScoped
class Handlings implements PanacheRepositoryBase<Handling, UUID> {

    private static final String OPEN =
            """
            select h.document_id, h.due_order, h.due_date, h.lead_unit, h.assignee,
                   d.register_number, d.register_year, d.number, d.notation, d.subject, d.urgency, d.handling_state
            from handling h join document d on d.agency_id = h.agency_id and d.id = h.document_id
            where h.agency_id = :agency and h.is_open
              and (cast(:unit as text) is null or h.lead_unit = :unit)
              and (cast(:person as text) is null or h.assignee = :person)
              and (cast(:before as date) is null or h.due_order < :before)
              and (h.due_order, h.document_id) > (:afterDue, :afterId)
            order by h.due_order, h.document_id
            limit :rows
            """;

    private static final UUID FIRST = new UUID(0, 0);
    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

    private final CurrentCaller caller;

    Handlings(CurrentCaller caller) {
        this.caller = caller;
    }

    /** What a list of tasks is narrowed to; everything optional. */
    record Filter(
            @Nullable String unit, @Nullable String assignee, @Nullable LocalDate dueBefore) {}

    /** Place in the list of tasks: what is due first comes first. */
    record Place(LocalDate due, UUID documentId) {}

    /** A task and its place. */
    record Task(Place place, TaskView view) {}

    /** Of a document that was never submitted, a fresh one. */
    Handling of(RegisteredDocument document) {
        Handling known = findById(document.id());
        return known != null
                ? known
                : new Handling(document.id(), document.agencyId(), document.dueDate());
    }

    List<HandlingEntry> entries(UUID documentId, @Nullable UUID after, int rows) {
        return getEntityManager()
                .createQuery(
                        "from HandlingEntry e where e.agencyId = :agency and"
                                + " e.documentId = :document and e.id > :after order by e.id",
                        HandlingEntry.class)
                .setParameter("agency", caller.get().agencyId())
                .setParameter("document", documentId)
                .setParameter("after", after == null ? FIRST : after)
                .setMaxResults(rows)
                .getResultList();
    }

    List<Task> open(Filter filter, @Nullable Place after, LocalDate today, int rows) {
        return getSession()
                .createNativeQuery(OPEN, Object[].class)
                .setParameter("agency", caller.get().agencyId())
                .setParameter("unit", filter.unit(), String.class)
                .setParameter("person", filter.assignee(), String.class)
                .setParameter("before", filter.dueBefore(), LocalDate.class)
                .setParameter("afterDue", after == null ? LONG_AGO : after.due())
                .setParameter("afterId", after == null ? FIRST : after.documentId())
                .setParameter("rows", rows)
                .stream()
                .map(row -> task(row, today))
                .toList();
    }

    private static Task task(Object[] row, LocalDate today) {
        LocalDate order = date(row[1]);
        UUID id = (UUID) row[0];
        return new Task(
                new Place(order, id),
                new TaskView(
                        id,
                        ((Number) row[5]).longValue(),
                        ((Number) row[6]).intValue(),
                        (String) row[7],
                        (String) row[8],
                        (String) row[9],
                        (String) row[10],
                        (String) row[11],
                        (String) row[3],
                        (String) row[4],
                        row[2] == null ? null : date(row[2]),
                        order.isBefore(today)));
    }

    private static LocalDate date(Object column) {
        return column instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) column;
    }
}
