package vn.hue.earchive.document.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.ids.Ids;

/** The statements of the sending job, each method one transaction. */
@ApplicationScoped
class DeliveryTable {

    /** Changes that one webhook is given in one transaction. */
    private static final int FAN_OUT = 500;

    /** Calls of one webhook at a time, so that a slow one holds up nobody else. */
    private static final int PER_WEBHOOK = 5;

    private static final String BEHIND =
            """
            select w.* from webhook w join change_sequence s on s.agency_id = w.agency_id
            where w.state = 'ACTIVE' and s.last > w.last_sequence
            order by w.id limit 100 for update of w skip locked
            """;

    private static final String FAN_OUT_TO =
            """
            insert into webhook_delivery (id, agency_id, webhook_id, kind, sequence, event_id, type, aggregate_id,
                version, occurred_at, state, attempts, due_at, created_at)
            select uuidv7(), agency_id, :webhook, 'CHANGE', sequence, event_id, type, aggregate_id, version,
                occurred_at, 'PENDING', 0, :now, :now
            from change_entry where agency_id = :agency and sequence > :last and sequence <= :last + :many
            and type ~ :pattern order by sequence
            on conflict (webhook_id, sequence) do nothing
            """;

    private static final String ADVANCE =
            """
            update webhook set last_sequence = least(:last + :many, (
                select last from change_sequence where agency_id = :agency))
            where id = :webhook
            """;

    private static final String CLAIM =
            """
            update webhook_delivery d set attempts = d.attempts + 1, due_at = :until, lease = :lease
            from webhook w, webhook_secret s
            where w.id = d.webhook_id and s.webhook_id = d.webhook_id and d.id in (
                select due.id from webhook living cross join lateral (
                    select id from webhook_delivery
                    where webhook_id = living.id and state = 'PENDING' and due_at <= :now
                    and kind = case living.state when 'ACTIVE' then 'CHANGE' else 'CHALLENGE' end
                    order by due_at, id limit :each for update skip locked
                ) due
                where living.state in ('ACTIVE', 'UNVERIFIED') limit :batch
            ) returning d.id, d.webhook_id, d.agency_id, d.kind, d.sequence, d.event_id, d.type, d.aggregate_id,
                d.version, d.occurred_at, d.attempts, w.url, s.secret
            """;

    private final EntityManager entities;
    private final Clock clock;

    DeliveryTable(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** A message that this instance may send until its lease ends. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Due(
            UUID lease,
            UUID id,
            UUID webhookId,
            UUID agencyId,
            boolean challenge,
            @Nullable Long sequence,
            UUID messageId,
            String type,
            @Nullable UUID aggregateId,
            @Nullable Long version,
            Instant occurredAt,
            int attempt,
            String url,
            byte[] secret) {

        @Override
        public String toString() {
            return "Due[" + id + "]";
        }
    }

    /** Gives each webhook the changes that it has not been given; how many webhooks got some. */
    @Transactional
    int fanOut() {
        List<Webhook> behind = session().createNativeQuery(BEHIND, Webhook.class).getResultList();
        for (Webhook webhook : behind) {
            session()
                    .createNativeMutationQuery(FAN_OUT_TO)
                    .setParameter("webhook", webhook.id())
                    .setParameter("now", clock.instant())
                    .setParameter("agency", webhook.agencyId())
                    .setParameter("last", webhook.lastSequence())
                    .setParameter("many", FAN_OUT)
                    .setParameter("pattern", webhook.pattern())
                    .executeUpdate();
            session()
                    .createNativeMutationQuery(ADVANCE)
                    .setParameter("last", webhook.lastSequence())
                    .setParameter("many", FAN_OUT)
                    .setParameter("agency", webhook.agencyId())
                    .setParameter("webhook", webhook.id())
                    .executeUpdate();
        }
        return behind.size();
    }

    @Transactional
    List<Due> claim(int batch, Duration lease) {
        UUID token = UUID.randomUUID();
        return session()
                .createNativeQuery(CLAIM, Object[].class)
                .setParameter("until", clock.instant().plus(lease))
                .setParameter("lease", token)
                .setParameter("now", clock.instant())
                .setParameter("each", PER_WEBHOOK)
                .setParameter("batch", batch)
                .getResultList()
                .stream()
                .map(r ->
                        new Due(
                                token,
                                (UUID) r[0],
                                (UUID) r[1],
                                (UUID) r[2],
                                r[3].equals("CHALLENGE"),
                                r[4] == null ? null : ((Number) r[4]).longValue(),
                                (UUID) r[5],
                                (String) r[6],
                                (UUID) r[7],
                                r[8] == null ? null : ((Number) r[8]).longValue(),
                                (Instant) r[9],
                                ((Number) r[10]).intValue(),
                                (String) r[11],
                                (byte[]) r[12]))
                .toList();
    }

    /**
     * Writes what an attempt came to.
     *
     * @param next state {@code DELIVERED}, {@code DEAD}, or null to try again
     * @param webhookBecomes new state of the webhook, null to leave it
     */
    record Attempt(
            Instant at,
            int durationMs,
            WebhookCall.Outcome outcome,
            @Nullable String next,
            Instant nextDue,
            Webhook.@Nullable State webhookBecomes) {}

    @Transactional
    void record(Due due, Attempt attempt) {
        log(due, attempt);
        int mine =
                session()
                        .createNativeMutationQuery(
                                """
                                update webhook_delivery set lease = null, due_at = :due,
                                    state = coalesce(cast(:next as text), state),
                                    settled_at = case when cast(:next as text) is null then null else cast(:now as timestamptz) end
                                where id = :id and lease = :lease
                                """)
                        .setParameter("due", attempt.nextDue())
                        .setParameter("next", attempt.next(), String.class)
                        .setParameter("now", clock.instant())
                        .setParameter("id", due.id())
                        .setParameter("lease", due.lease())
                        .executeUpdate();
        if (mine == 1 && attempt.webhookBecomes() != null) {
            session()
                    .createNativeMutationQuery(
                            "update webhook set state = :state where id = :id and state = 'UNVERIFIED'")
                    .setParameter("state", attempt.webhookBecomes().name())
                    .setParameter("id", due.webhookId())
                    .executeUpdate();
        }
    }

    private void log(Due due, Attempt attempt) {
        session()
                .createNativeMutationQuery(
                        """
                        insert into webhook_attempt (id, agency_id, delivery_id, number, at, duration_ms, status, error)
                        values (:id, :agency, :delivery, :number, :at, :duration, :status, :error)
                        """)
                .setParameter("id", Ids.next())
                .setParameter("agency", due.agencyId())
                .setParameter("delivery", due.id())
                .setParameter("number", due.attempt())
                .setParameter("at", attempt.at())
                .setParameter("duration", attempt.durationMs())
                .setParameter("status", attempt.outcome().status(), Integer.class)
                .setParameter("error", attempt.outcome().error(), String.class)
                .executeUpdate();
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
