package vn.hue.earchive.document.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.identity.Role;
import vn.hue.earchive.kit.time.LegalDate;

/** The reminders that concern a caller: by name, or by a role in the agency. */
@ApplicationScoped
class Reminders {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final String MINE =
            """
            select * from (
                select r.id, r.kind, r.subject_id, r.label, r.due_on, r.days_before, r.made_at,
                    case when r.kind = 'CONFIRMATION' then exists (
                        select 1 from submission s where s.id = r.subject_id
                        and s.confirmed_at is null and s.confirm_due_on = r.due_on)
                    else exists (
                        select 1 from dossier d where d.id = r.subject_id
                        and d.state in ('CLOSED', 'RETURNED')
                        and greatest(d.hand_over_due_on, d.held_back_until) = r.due_on)
                    end as still_open
                from reminder r
                where r.agency_id = :agency and (r.person = :me or r.roles && cast(:roles as text[])) and r.id < :before
            ) mine
            where still_open or :all
            order by id desc limit :rows
            """;

    private static final UUID LAST = new UUID(-1, -1);

    private final EntityManager entities;
    private final Validation validation;
    private final CurrentCaller caller;
    private final Clock clock;

    Reminders(EntityManager entities, Validation validation, CurrentCaller caller, Clock clock) {
        this.entities = entities;
        this.validation = validation;
        this.caller = caller;
        this.clock = clock;
    }

    /** Newest first. */
    List<ReminderView> mine(boolean all, @Nullable UUID before, int rows) {
        Caller me = caller.get();
        return entities
                .unwrap(Session.class)
                .createNativeQuery(MINE, Object[].class)
                .setParameter("agency", me.agencyId())
                .setParameter("me", me.username())
                .setParameter("roles", me.roles().stream().map(Role::token).toArray(String[]::new))
                .setParameter("before", before == null ? LAST : before)
                .setParameter("all", all)
                .setParameter("rows", rows)
                .getResultList()
                .stream()
                .map(this::view)
                .toList();
    }

    private ReminderView view(Object[] row) {
        String kind = (String) row[1];
        String label = (String) row[3];
        LocalDate due = Columns.date(row[4]);
        boolean open = (Boolean) row[7];
        long left = ChronoUnit.DAYS.between(LegalDate.today(clock), due);
        String path = kind.equals("CONFIRMATION") ? "/v1/submissions/" : "/v1/dossiers/";
        return new ReminderView(
                (UUID) row[0],
                kind,
                path + row[2],
                label,
                due,
                ((Number) row[5]).intValue(),
                left,
                open,
                Findings.text(
                        validation.language(),
                        (left < 0 ? "OVERDUE_" : "DUE_") + kind,
                        label,
                        DAY.format(due),
                        String.valueOf(Math.abs(left))),
                Columns.instant(row[6]));
    }
}
