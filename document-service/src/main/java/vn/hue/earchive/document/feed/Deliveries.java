package vn.hue.earchive.document.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.Page;

/** The delivery log of the caller's webhooks, and what is to be sent again. */
@ApplicationScoped
class Deliveries {

    /** One replay takes so many messages; the answer says when there are more. */
    private static final int MAX_REPLAY = 10_000;

    private static final UUID LAST = new UUID(-1L, -1L);

    private static final String COLUMNS =
            """
            select id, kind, event_id, type, aggregate_id, version, occurred_at, state, attempts, due_at, settled_at
            from webhook_delivery where webhook_id = :webhook\
            """;

    private static final String ATTEMPTS =
            """
            select number, at, duration_ms, status, error from (
                select * from webhook_attempt where delivery_id = :delivery order by id desc limit 50
            ) newest order by id
            """;

    private static final String REPLAY_SINCE =
            """
            insert into webhook_delivery (id, agency_id, webhook_id, kind, sequence, event_id, type, aggregate_id,
                version, occurred_at, state, attempts, due_at, created_at)
            select uuidv7(), c.agency_id, :webhook, 'CHANGE', c.sequence, c.event_id, c.type, c.aggregate_id,
                c.version, c.occurred_at, 'PENDING', 0, :now, :now
            from change_entry c where c.agency_id = :agency and c.occurred_at >= :since
            and c.sequence <= :last and c.type ~ :pattern
            order by c.occurred_at, c.sequence limit :max
            on conflict (webhook_id, sequence) do update
            set state = 'PENDING', attempts = 0, due_at = :now, settled_at = null, lease = null
            """;

    private static final String REPLAY_THESE =
            """
            update webhook_delivery set state = 'PENDING', attempts = 0, due_at = :now, settled_at = null, lease = null
            where webhook_id = :webhook and kind = 'CHANGE' and id in (:ids)
            """;

    private final EntityManager entities;
    private final Webhooks webhooks;
    private final Validation validation;
    private final Idempotency idempotency;
    private final Audit audit;
    private final Clock clock;

    Deliveries(
            EntityManager entities,
            Webhooks webhooks,
            Validation validation,
            Idempotency idempotency,
            Audit audit,
            Clock clock) {
        this.entities = entities;
        this.webhooks = webhooks;
        this.validation = validation;
        this.idempotency = idempotency;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional
    Page<DeliveryView> page(
            UUID webhookId, @Nullable String state, @Nullable String cursor, int limit) {
        webhooks.require(webhookId);
        if (state != null && !List.of("PENDING", "DELIVERED", "DEAD").contains(state)) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, "state");
        }
        UUID before = cursor == null ? LAST : uuid(Cursor.decode(cursor, 1).getFirst());
        var query =
                session()
                        .createNativeQuery(
                                COLUMNS
                                        + " and id < :before"
                                        + (state == null ? "" : " and state = :state")
                                        + " order by id desc limit :limit",
                                Object[].class)
                        .setParameter("webhook", webhookId)
                        .setParameter("before", before)
                        .setParameter("limit", limit + 1);
        if (state != null) {
            query.setParameter("state", state);
        }
        List<DeliveryView> rows = query.getResultList().stream().map(r -> view(r, null)).toList();
        return Page.of(rows, limit, d -> Cursor.encode(d.id()));
    }

    /** With its log. */
    @Transactional
    DeliveryView get(UUID webhookId, UUID deliveryId) {
        webhooks.require(webhookId);
        Object[] row =
                session()
                        .createNativeQuery(COLUMNS + " and id = :id", Object[].class)
                        .setParameter("webhook", webhookId)
                        .setParameter("id", deliveryId)
                        .uniqueResultOptional()
                        .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        List<DeliveryView.Attempt> log =
                session()
                        .createNativeQuery(ATTEMPTS, Object[].class)
                        .setParameter("delivery", deliveryId)
                        .getResultList()
                        .stream()
                        .map(a ->
                                new DeliveryView.Attempt(
                                        ((Number) a[0]).intValue(),
                                        (Instant) a[1],
                                        ((Number) a[2]).intValue(),
                                        a[3] == null ? null : ((Number) a[3]).intValue(),
                                        (String) a[4]))
                        .toList();
        return view(row, log);
    }

    private static DeliveryView view(Object[] row, @Nullable List<DeliveryView.Attempt> log) {
        String type = (String) row[3];
        UUID about = (UUID) row[4];
        boolean pending = row[7].equals("PENDING");
        return new DeliveryView(
                (UUID) row[0],
                (String) row[1],
                (UUID) row[2],
                type,
                about == null ? null : ChangesView.Subject.of(type, about),
                row[5] == null ? null : ((Number) row[5]).longValue(),
                (Instant) row[6],
                (String) row[7],
                ((Number) row[8]).intValue(),
                pending ? (Instant) row[9] : null,
                (Instant) row[10],
                log);
    }

    /** Sends again; a message keeps its id, so that a receiver knows what it has. */
    @Transactional
    Answer<ReplayView> replay(UUID webhookId, @Nullable ReplayRequest given, @Nullable String key) {
        Webhook webhook = webhooks.locked(webhookId);
        Findings findings = validation.of(given);
        ReplayRequest request = Objects.requireNonNull(given);
        findings.addUnless(
                (request.deliveryIds() == null) != (request.since() == null),
                "/since",
                "ONE_OF_DELIVERIES_OR_SINCE");
        findings.raise();
        return idempotency.once(
                "replayWebhook",
                key,
                Map.of("id", webhookId, "request", request),
                ReplayView.class,
                () -> replay(webhook, request));
    }

    private Answer<ReplayView> replay(Webhook webhook, ReplayRequest request) {
        if (webhook.state() != Webhook.State.ACTIVE && webhook.state() != Webhook.State.PAUSED) {
            throw new Problem(DocumentProblem.WEBHOOK_STATE_FORBIDS, webhook.state().name());
        }
        int messages = request.since() == null ? these(webhook, request) : since(webhook, request);
        audit.append(
                webhook.agencyId(),
                "replayWebhook",
                "webhook",
                webhook.id(),
                webhook.version(),
                Map.of("messages", messages));
        return new Answer<>(
                202,
                "/v1/webhooks/" + webhook.id() + "/deliveries",
                null,
                new ReplayView(messages, messages == MAX_REPLAY));
    }

    private int these(Webhook webhook, ReplayRequest request) {
        return session()
                .createNativeMutationQuery(REPLAY_THESE)
                .setParameter("now", clock.instant())
                .setParameter("webhook", webhook.id())
                .setParameterList("ids", Objects.requireNonNull(request.deliveryIds()))
                .executeUpdate();
    }

    private int since(Webhook webhook, ReplayRequest request) {
        return session()
                .createNativeMutationQuery(REPLAY_SINCE)
                .setParameter("webhook", webhook.id())
                .setParameter("now", clock.instant())
                .setParameter("agency", webhook.agencyId())
                .setParameter("since", Objects.requireNonNull(request.since()))
                .setParameter("last", webhook.lastSequence())
                .setParameter("pattern", webhook.pattern())
                .setParameter("max", MAX_REPLAY)
                .executeUpdate();
    }

    /** A message that asks whether the address wants to be called. */
    @Transactional(Transactional.TxType.MANDATORY)
    void challenge(Webhook webhook) {
        UUID id = Ids.next();
        session()
                .createNativeMutationQuery(
                        """
                        insert into webhook_delivery (id, agency_id, webhook_id, kind, event_id, type,
                            occurred_at, state, attempts, due_at, created_at)
                        values (:id, :agency, :webhook, 'CHALLENGE', :id, 'webhook.challenge',
                            :now, 'PENDING', 0, :now, :now)
                        """)
                .setParameter("id", id)
                .setParameter("agency", webhook.agencyId())
                .setParameter("webhook", webhook.id())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** How many changes the agency has told so far. */
    @Transactional(Transactional.TxType.MANDATORY)
    long lastSequence(UUID agencyId) {
        return session()
                .createNativeQuery(
                        "select coalesce(max(last), 0) from change_sequence where agency_id = :agency",
                        Long.class)
                .setParameter("agency", agencyId)
                .getSingleResult();
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
