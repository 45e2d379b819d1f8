package vn.hue.earchive.archive.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.hue.earchive.kit.ids.Ids;

/**
 * The queue of dossiers: who works on what, until when. Any number of instances share it; each
 * method is one short transaction and no lock outlives it, only a lease.
 */
@ApplicationScoped
class IntakeQueue {

    /**
     * One dossier, taken by one worker.
     *
     * @param lease proves that the work is still this worker's
     */
    record Claim(
            UUID intakeDossierId, UUID lease, UUID submissionId, UUID dossierId, int attempt) {}

    private final EntityManager entities;
    private final IntakeConfig config;
    private final Clock clock;

    IntakeQueue(EntityManager entities, IntakeConfig config, Clock clock) {
        this.entities = entities;
        this.config = config;
        this.clock = clock;
    }

    /** Takes the dossier that has waited longest, if one is due and free. */
    @Transactional
    Optional<Claim> claim() {
        Instant now = now();
        List<?> free =
                entities.createNativeQuery(
                                """
                                SELECT d.* FROM intake_dossier d
                                WHERE d.state IN ('RECEIVED', 'CHECKING', 'BLOCKED')
                                  AND d.next_attempt_at <= :now
                                  AND (d.lease_until IS NULL OR d.lease_until < :now)
                                  AND NOT EXISTS (SELECT 1 FROM intake_dossier other
                                                  WHERE other.dossier_id = d.dossier_id
                                                    AND other.id <> d.id AND other.state = 'CHECKING')
                                ORDER BY d.next_attempt_at, d.id
                                LIMIT 1
                                FOR UPDATE OF d SKIP LOCKED
                                """,
                                IntakeDossier.class)
                        .setParameter("now", now)
                        .getResultList();
        if (free.isEmpty()) {
            return Optional.empty();
        }
        IntakeDossier dossier = (IntakeDossier) free.getFirst();
        UUID lease = Ids.next();
        dossier.begin(lease, now, now.plus(config.lease()));
        entities.flush();
        return Optional.of(
                new Claim(
                        dossier.id(),
                        lease,
                        dossier.submissionId(),
                        dossier.dossierId(),
                        dossier.attempts()));
    }

    /** Prolongs the leases of work that goes on. One that was lost stays lost. */
    @Transactional
    void renew(Collection<UUID> leases) {
        entities.createNativeQuery(
                        "UPDATE intake_dossier SET lease_until = :until WHERE lease_token IN (:leases)")
                .setParameter("until", now().plus(config.lease()))
                .setParameter("leases", leases)
                .executeUpdate();
    }

    /** A transient fault: another attempt later, with a pause that doubles. */
    @Transactional
    void postpone(Claim claim, String problem) {
        Duration pause = pause(claim.attempt());
        find(claim).ifPresent(dossier -> dossier.postpone(problem, now().plus(pause)));
    }

    /** What nobody at the unit can mend: an operator has to look. */
    @Transactional
    void block(Claim claim, String problem) {
        find(claim).ifPresent(dossier -> dossier.block(problem, now().plus(config.blockedRetry())));
    }

    private Optional<IntakeDossier> find(Claim claim) {
        return Optional.ofNullable(
                        entities.find(
                                IntakeDossier.class,
                                claim.intakeDossierId(),
                                LockModeType.PESSIMISTIC_WRITE))
                .filter(dossier -> dossier.holds(claim.lease()));
    }

    /** A decided dossier whose earlier attempts may have left something in the stores. */
    @Transactional
    Optional<UUID> claimForSweep() {
        Instant now = now();
        List<?> due =
                entities.createNativeQuery(
                                """
                                SELECT * FROM intake_dossier WHERE sweep_at <= :now
                                ORDER BY sweep_at LIMIT 1 FOR UPDATE SKIP LOCKED
                                """,
                                IntakeDossier.class)
                        .setParameter("now", now)
                        .getResultList();
        return due.stream()
                .map(IntakeDossier.class::cast)
                .findFirst()
                .map(dossier -> {
                    dossier.sweepAgainAt(now.plus(config.longestRetry()));
                    return dossier.id();
                });
    }

    /** Nothing is left of it. */
    @Transactional
    void swept(UUID intakeDossierId) {
        entities.find(IntakeDossier.class, intakeDossierId, LockModeType.PESSIMISTIC_WRITE)
                .sweepAgainAt(null);
    }

    /** Dossiers that wait or are worked on, and those of them that are blocked. */
    @Transactional
    Backlog backlog() {
        Object[] row =
                (Object[])
                        entities.createNativeQuery(
                                        """
                                        SELECT count(*), count(*) FILTER (WHERE state = 'BLOCKED')
                                        FROM intake_dossier
                                        WHERE state IN ('RECEIVED', 'CHECKING', 'BLOCKED')
                                        """)
                                .getSingleResult();
        return new Backlog(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }

    record Backlog(long open, long blocked) {}

    private Duration pause(int attempt) {
        long factor = 1L << Math.min(20, Math.max(0, attempt - 1));
        Duration doubled = config.firstRetry().multipliedBy(factor);
        return doubled.compareTo(config.longestRetry()) > 0 ? config.longestRetry() : doubled;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
