package vn.hue.earchive.document.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.time.LegalDate;

/** Closed and returned dossiers in the order in which they are due. */
@ApplicationScoped
class DueHandOvers {

    private static final String PAGE =
            """
            select id, file_code, title, state, maker, coalesce(in_charge, maker),
                greatest(hand_over_due_on, held_back_until), hand_over_due_on, held_back_until
            from dossier
            where agency_id = :agency and state in ('CLOSED', 'RETURNED')
                and greatest(hand_over_due_on, held_back_until) <= :until
                and (greatest(hand_over_due_on, held_back_until), id) > (:due, :id)
                and (cast(:maker as text) is null or maker = :maker)
                and (cast(:person as text) is null or coalesce(in_charge, maker) = :person)
            order by greatest(hand_over_due_on, held_back_until), id limit :rows
            """;

    private static final String BY_MAKER =
            """
            select maker, count(*),
                count(*) filter (where greatest(hand_over_due_on, held_back_until) < :today),
                count(*) filter (where held_back_until >= :today and held_back_until > hand_over_due_on),
                min(greatest(hand_over_due_on, held_back_until))
            from dossier where agency_id = :agency and state in ('CLOSED', 'RETURNED')
            group by maker order by 3 desc, 1 limit 200
            """;

    private final EntityManager entities;
    private final CurrentCaller caller;
    private final Clock clock;

    DueHandOvers(EntityManager entities, CurrentCaller caller, Clock clock) {
        this.entities = entities;
        this.caller = caller;
        this.clock = clock;
    }

    /** Which dossiers are asked for; null: all makers, all people. */
    record Filter(LocalDate until, @Nullable String maker, @Nullable String person) {}

    List<DueHandOverView> page(Filter filter, MakeReminders.Position after, int rows) {
        LocalDate today = LegalDate.today(clock);
        return entities
                .unwrap(Session.class)
                .createNativeQuery(PAGE, Object[].class)
                .setParameter("agency", caller.get().agencyId())
                .setParameter("until", filter.until())
                .setParameter("due", after.due())
                .setParameter("id", after.id())
                .setParameter("maker", filter.maker())
                .setParameter("person", filter.person())
                .setParameter("rows", rows)
                .getResultList()
                .stream()
                .map(r -> view(r, today))
                .toList();
    }

    /** The units with the most overdue first, at most 200. */
    List<DueHandOversOfMaker> byMaker() {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(BY_MAKER, Object[].class)
                .setParameter("agency", caller.get().agencyId())
                .setParameter("today", LegalDate.today(clock))
                .getResultList()
                .stream()
                .map(r ->
                        new DueHandOversOfMaker(
                                (String) r[0],
                                ((Number) r[1]).longValue(),
                                ((Number) r[2]).longValue(),
                                ((Number) r[3]).longValue(),
                                Columns.date(r[4])))
                .toList();
    }

    private static DueHandOverView view(Object[] row, LocalDate today) {
        LocalDate due = Columns.date(row[6]);
        return new DueHandOverView(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                due,
                Columns.date(row[7]),
                row[8] == null ? null : Columns.date(row[8]),
                ChronoUnit.DAYS.between(today, due));
    }
}
