package vn.hue.earchive.document.handover;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.identity.Role;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.time.LegalDate;

/**
 * Makes the reminders of what is due, each exactly once: a stage of a due date is unique in the
 * database, and a run that was killed, or a service that stood still for weeks, is made good by the
 * next run. It reads a partial index that holds only what still has a reminder to come, in batches,
 * each a transaction of its own.
 */
@ApplicationScoped
public class MakeReminders {

    private static final Logger LOG = Logger.getLogger(MakeReminders.class);

    /** Bounded work per run; the next run goes on. */
    private static final int BATCHES_PER_RUN = 100;

    private final Batches batches;
    private final Clock clock;

    MakeReminders(Batches batches, Clock clock) {
        this.batches = batches;
        this.clock = clock;
    }

    @Scheduled(
            every = "{earchive.document.reminders.every}",
            delayed = "{earchive.document.jobs.delayed}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        int made = run();
        if (made > 0) {
            LOG.infof("Reminders made reminders=%d", made);
        }
    }

    /** Makes what has come due by today; how many reminders were made. */
    public int run() {
        return JobScope.call(
                "make-reminders",
                () -> {
                    LocalDate today = LegalDate.today(clock);
                    int made = 0;
                    for (Source source : Source.values()) {
                        made += run(source, today);
                    }
                    return made;
                });
    }

    private int run(Source source, LocalDate today) {
        int made = 0;
        Position position = Position.START;
        for (int i = 0; i < BATCHES_PER_RUN; i++) {
            Done done = batches.next(source, today, position);
            made += done.made();
            if (done.last() == null) {
                break;
            }
            position = done.last();
        }
        return made;
    }

    /** Where reminders come from. */
    enum Source {
        DOSSIERS(
                "dossier",
                """
                select id, agency_id, file_code, greatest(hand_over_due_on, held_back_until),
                    closed_on, coalesce(in_charge, maker),
                    case when held_back_until > hand_over_due_on then 'HOLD_BACK_END' else 'HAND_OVER' end
                from dossier
                where state in ('CLOSED', 'RETURNED')
                    and reminded_for is distinct from greatest(hand_over_due_on, held_back_until)
                    and greatest(hand_over_due_on, held_back_until) <= :horizon
                    and (greatest(hand_over_due_on, held_back_until), id) > (:due, :id)
                order by greatest(hand_over_due_on, held_back_until), id
                limit :rows for update skip locked
                """),
        SUBMISSIONS(
                "submission",
                """
                select id, agency_id, to_char(submitted_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY'),
                    confirm_due_on, cast(submitted_at at time zone 'Asia/Ho_Chi_Minh' as date), cast(null as text), 'CONFIRMATION'
                from submission
                where confirm_due_on is not null and confirmed_at is null
                    and reminded_for is distinct from confirm_due_on
                    and confirm_due_on <= :horizon and (confirm_due_on, id) > (:due, :id)
                order by confirm_due_on, id
                limit :rows for update skip locked
                """);

        private final String table;
        private final String sql;

        Source(String table, String sql) {
            this.table = table;
            this.sql = sql;
        }
    }

    /** Where a run has come to in the order (due date, id). */
    record Position(LocalDate due, UUID id) {
        static final Position START = new Position(LocalDate.of(1, 1, 1), new UUID(0, 0));
    }

    /**
     * What one batch did.
     *
     * @param last where to go on, null when nothing is left
     */
    record Done(int made, @Nullable Position last) {}

    /** Something that waits for a day. */
    record Subject(
            UUID id,
            UUID agencyId,
            String label,
            LocalDate due,
            LocalDate since,
            @Nullable String person,
            String kind) {

        static Subject of(Object[] row) {
            return new Subject(
                    (UUID) row[0],
                    (UUID) row[1],
                    (String) row[2],
                    Columns.date(row[3]),
                    Columns.date(row[4]),
                    (String) row[5],
                    (String) row[6]);
        }

        /** Who besides the person is told: the later, the higher. */
        String[] roles(int daysBefore) {
            Role worker = person == null ? Role.AGENCY_ARCHIVIST : Role.UNIT_HEAD;
            return daysBefore > 0
                    ? new String[] {worker.token()}
                    : new String[] {
                        worker.token(), Role.AGENCY_ARCHIVIST.token(), Role.LEADER.token()
                    };
        }
    }

    /** The transactions. */
    @ApplicationScoped
    static class Batches {

        private final EntityManager entities;
        private final ReminderConfig config;
        private final Clock clock;

        Batches(EntityManager entities, ReminderConfig config, Clock clock) {
            this.entities = entities;
            this.config = config;
            this.clock = clock;
        }

        @Transactional
        Done next(Source source, LocalDate today, Position after) {
            int ahead = config.daysBefore().getFirst();
            List<Subject> subjects =
                    session()
                            .createNativeQuery(source.sql, Object[].class)
                            .setParameter("horizon", today.plusDays(ahead))
                            .setParameter("due", after.due())
                            .setParameter("id", after.id())
                            .setParameter("rows", config.batch())
                            .getResultList()
                            .stream()
                            .map(Subject::of)
                            .toList();
            int made = 0;
            for (Subject subject : subjects) {
                made += remind(subject, today);
                if (!subject.due().isAfter(today)) {
                    done(source, subject);
                }
            }
            if (subjects.size() < config.batch()) {
                return new Done(made, null);
            }
            Subject last = subjects.getLast();
            return new Done(made, new Position(last.due(), last.id()));
        }

        private int remind(Subject subject, LocalDate today) {
            int made = 0;
            for (int days :
                    ReminderStages.reached(
                            subject.due(), subject.since(), today, config.daysBefore())) {
                made +=
                        session()
                                .createNativeMutationQuery(
                                        """
                                        insert into reminder (id, agency_id, kind, subject_id, label,
                                            due_on, days_before, person, roles, made_at)
                                        values (:id, :agency, :kind, :subject, :label,
                                            :due, :days, cast(:person as text), cast(:roles as text[]), :now)
                                        on conflict (kind, subject_id, due_on, days_before) do nothing
                                        """)
                                .setParameter("id", Ids.next())
                                .setParameter("agency", subject.agencyId())
                                .setParameter("kind", subject.kind())
                                .setParameter("subject", subject.id())
                                .setParameter("label", subject.label())
                                .setParameter("due", subject.due())
                                .setParameter("days", days)
                                .setParameter("person", subject.person())
                                .setParameter("roles", subject.roles(days))
                                .setParameter("now", clock.instant())
                                .executeUpdate();
            }
            return made;
        }

        /** No reminder of this due date is left; the row leaves the partial index. */
        private void done(Source source, Subject subject) {
            session()
                    .createNativeMutationQuery(
                            "update " + source.table + " set reminded_for = :due where id = :id")
                    .setParameter("due", subject.due())
                    .setParameter("id", subject.id())
                    .executeUpdate();
        }

        private Session session() {
            return entities.unwrap(Session.class);
        }
    }
}
