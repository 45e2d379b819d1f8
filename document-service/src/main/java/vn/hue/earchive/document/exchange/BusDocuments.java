package vn.hue.earchive.document.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Audit;

/** Messages that the bus holds for our agencies: {@code FETCHING → RECEIVED | FAILED}. */
@ApplicationScoped
class BusDocuments {

    private static final Duration LEASE = Duration.ofMinutes(15);

    private final EntityManager entities;
    private final ExchangeFailures failures;
    private final SendingPolicy policy;
    private final ExchangeConfig config;
    private final Audit audit;
    private final Clock clock;

    BusDocuments(
            EntityManager entities,
            ExchangeFailures failures,
            SendingPolicy policy,
            ExchangeConfig config,
            Audit audit,
            Clock clock) {
        this.entities = entities;
        this.failures = failures;
        this.policy = policy;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /** One of our agencies. */
    record Addressee(UUID id, String code) {}

    /** A message to fetch. */
    record Due(UUID agencyId, String agencyCode, String busId, int attempts) {}

    private Session session() {
        return entities.unwrap(Session.class);
    }

    /** Our agencies that exchange, in the order of their codes. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Addressee> addressees() {
        return session()
                .createNativeQuery("select id, code from agency order by code", Object[].class)
                .getResultList()
                .stream()
                .map(row -> new Addressee((UUID) row[0], (String) row[1]))
                .filter(a -> policy.withheld(a.id()).isEmpty())
                .toList();
    }

    /** Notes what the bus holds; what is known already stays as it is. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void note(UUID agencyId, List<ServiceBus.Held> held) {
        for (ServiceBus.Held one : held) {
            session()
                    .createNativeMutationQuery(
                            """
                            insert into bus_document
                                (agency_id, bus_id, state, attempts, next_attempt_at, first_seen_at)
                            values (:agency, :bus, 'FETCHING', 0, :now, :now)
                            on conflict (agency_id, bus_id) do nothing
                            """)
                    .setParameter("agency", agencyId)
                    .setParameter("bus", one.busId())
                    .setParameter("now", clock.instant())
                    .executeUpdate();
        }
    }

    /** Takes the oldest due message for this caller alone, until a lease ends. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Due> take() {
        Instant now = clock.instant();
        return session()
                .createNativeQuery(
                        """
                        update bus_document b set next_attempt_at = :until
                        from agency a, (
                            select agency_id, bus_id from bus_document where next_attempt_at <= :now
                            order by next_attempt_at, agency_id limit 1 for update skip locked
                        ) due
                        where b.agency_id = due.agency_id and b.bus_id = due.bus_id
                            and a.id = b.agency_id
                        returning b.agency_id, a.code, b.bus_id, b.attempts
                        """,
                        Object[].class)
                .setParameter("now", now)
                .setParameter("until", now.plus(LEASE))
                .getResultList()
                .stream()
                .map(r -> new Due((UUID) r[0], (String) r[1], (String) r[2], (Integer) r[3]))
                .findFirst();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void received(Due due, UUID messageId) {
        become(due, "RECEIVED", null, messageId);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void failed(Due due, BusFailure failure) {
        Instant now = clock.instant();
        Pauses pauses =
                new Pauses(config.firstPause(), config.longestPause(), config.maxAttempts());
        Optional<Duration> pause =
                failure.retryable() ? pauses.after(due.attempts() + 1) : Optional.empty();
        if (pause.isPresent()) {
            become(due, "FETCHING", now.plus(pause.get()), null);
            return;
        }
        become(due, "FAILED", null, null);
        ExchangeFailure made =
                ExchangeFailure.inbound(Ids.next(), due.agencyId(), due.busId(), failure, now);
        failures.persistAndFlush(made);
        audit.append(
                due.agencyId(),
                "failMessage",
                "exchange-failure",
                made.id(),
                1,
                Map.of("code", failure.code().name(), "busId", due.busId()));
    }

    private void become(Due due, String state, @Nullable Instant next, @Nullable UUID messageId) {
        session()
                .createNativeMutationQuery(
                        """
                        update bus_document set state = :state, attempts = attempts + 1,
                            next_attempt_at = cast(:next as timestamptz),
                            edxml_message_id = cast(:message as uuid)
                        where agency_id = :agency and bus_id = :bus and state = 'FETCHING'
                        """)
                .setParameter("state", state)
                .setParameter("next", next)
                .setParameter("message", messageId)
                .setParameter("agency", due.agencyId())
                .setParameter("bus", due.busId())
                .executeUpdate();
    }

    /** To be fetched anew, because a person says so. */
    @Transactional(Transactional.TxType.MANDATORY)
    void fetchAgain(UUID agencyId, String busId, Instant now) {
        session()
                .createNativeMutationQuery(
                        """
                        update bus_document set state = 'FETCHING', attempts = 0, next_attempt_at = :now
                        where agency_id = :agency and bus_id = :bus and state = 'FAILED'
                        """)
                .setParameter("now", now)
                .setParameter("agency", agencyId)
                .setParameter("bus", busId)
                .executeUpdate();
    }
}
