package vn.hue.earchive.archive.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.custody.TakeCustody;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.document.events.SubmissionSubmitted;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Audit;

/**
 * The queue of packages that wait to be read, for the workers: who works on what, until when. Each
 * method is one short transaction of a job; a change by a worker that was overtaken does nothing.
 */
@ApplicationScoped
class PackageQueue {

    private static final int SWEEP = 20;

    private final Sql sql;
    private final EntityManager entities;
    private final TakeCustody custody;
    private final Audit audit;
    private final Event<ReceiveSubmission.Queued> queued;
    private final ObjectMapper json;
    private final PackageConfig config;
    private final Clock clock;

    PackageQueue(
            Sql sql,
            EntityManager entities,
            TakeCustody custody,
            Audit audit,
            Event<ReceiveSubmission.Queued> queued,
            ObjectMapper json,
            PackageConfig config,
            Clock clock) {
        this.sql = sql;
        this.entities = entities;
        this.custody = custody;
        this.audit = audit;
        this.queued = queued;
        this.json = json;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A package, taken by one worker.
     *
     * @param lease proves that the work is still this worker's
     */
    record Claim(Packages.Row row, UUID lease, int attempt) {}

    /** Takes the package that has waited longest, if one is due and free. */
    @Transactional
    Optional<Claim> claim() {
        UUID lease = Ids.next();
        Instant now = now();
        Optional<UUID> taken =
                sql.first(
                        """
                        UPDATE sip_package
                        SET lease_token = ?, next_attempt_at = ?, attempts = attempts + 1, unpacked = true
                        WHERE id = (SELECT id FROM sip_package WHERE state = 'QUEUED' AND next_attempt_at <= ?
                                    ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING id\
                        """,
                        row -> row.id(1),
                        lease,
                        now.plus(config.lease()),
                        now);
        return taken.flatMap(id ->
                sql.first(
                        "SELECT " + Packages.COLUMNS + ", attempts FROM sip_package WHERE id = ?",
                        row -> new Claim(Packages.row(row), lease, row.integer(18)),
                        id));
    }

    @Transactional
    List<Packages.Part> parts(UUID id) {
        return sql.list(
                "SELECT number, size, sha256 FROM sip_package_part WHERE package_id = ? ORDER BY number",
                row -> new Packages.Part(row.integer(1), row.number(2), row.text(3)),
                id);
    }

    /** The name of an agency as the archive was told; empty when it was not. */
    @Transactional
    Optional<String> nameOf(UUID agencyId) {
        return sql.first(
                "SELECT name FROM agency WHERE agency_id = ?", row -> row.text(1), agencyId);
    }

    /** Whether the archive holds the dossier already. */
    @Transactional
    boolean holds(UUID dossierId) {
        return custody.holds(dossierId);
    }

    /** The work goes on; false when another worker has it now. */
    @Transactional
    boolean renew(Claim claim) {
        return sql.update(
                        "UPDATE sip_package SET next_attempt_at = ?"
                                + " WHERE id = ? AND lease_token = ? AND state = 'QUEUED'",
                        now().plus(config.lease()),
                        claim.row().id(),
                        claim.lease())
                == 1;
    }

    /** A transient fault: another attempt later, with a pause that doubles. */
    @Transactional
    void postpone(Claim claim, String problem) {
        long factor = 1L << Math.min(16, Math.max(0, claim.attempt() - 1));
        Duration pause = config.firstRetry().multipliedBy(factor);
        sql.update(
                "UPDATE sip_package SET next_attempt_at = ?, problem_code = ?"
                        + " WHERE id = ? AND lease_token = ? AND state = 'QUEUED'",
                now().plus(
                                pause.compareTo(config.longestRetry()) > 0
                                        ? config.longestRetry()
                                        : pause),
                problem,
                claim.row().id(),
                claim.lease());
    }

    /** Nothing is taken, or it was a dry run. */
    @Transactional
    void conclude(Claim claim, PackageReport report) {
        decide(claim, claim.row().dryRun() ? "CHECKED" : "REFUSED", report);
    }

    /**
     * The dossiers that can be read go to the intake as one submission with the id of the package;
     * the decision over the package and the rows of the intake commit together.
     */
    @Transactional
    void handOver(Claim claim, PackageReport report, SubmissionSubmitted submission) {
        if (!decide(claim, "RECEIVED", report)) {
            return;
        }
        Instant now = now();
        entities.persist(new Intake(submission, submission.dossierIds().size(), now));
        submission
                .dossierIds()
                .forEach(dossierId ->
                        entities.persist(
                                new IntakeDossier(
                                        Ids.next(),
                                        submission.submissionId(),
                                        dossierId,
                                        submission.agencyId(),
                                        now)));
        queued.fire(new ReceiveSubmission.Queued(submission.submissionId()));
    }

    private boolean decide(Claim claim, String state, PackageReport report) {
        int decided =
                sql.update(
                        """
                        UPDATE sip_package
                        SET state = ?, version = version + 1, decided_at = ?, report = ?::jsonb,
                            lease_token = NULL, problem_code = NULL
                        WHERE id = ? AND lease_token = ? AND state = 'QUEUED'\
                        """,
                        state,
                        now(),
                        write(report),
                        claim.row().id(),
                        claim.lease());
        if (decided == 1) {
            audit.append(
                    claim.row().agencyId(),
                    "package.read",
                    "package",
                    claim.row().id(),
                    claim.row().version() + 1,
                    Map.of("state", state, "dossiers", report.dossiers().size()));
        }
        return decided == 1;
    }

    /** Gives up uploads whose time is over. */
    @Transactional
    void expire() {
        sql.update(
                """
                UPDATE sip_package SET state = 'EXPIRED', version = version + 1, unpacked = true
                WHERE id IN (SELECT id FROM sip_package WHERE state = 'UPLOADING' AND expires_at < ?
                             ORDER BY expires_at LIMIT 20 FOR UPDATE SKIP LOCKED)\
                """,
                now());
    }

    /** Packages whose upload was given up and that still lie in the working store. */
    @Transactional
    List<UUID> givenUp() {
        return sql.list(
                "SELECT id FROM sip_package WHERE unpacked AND state = 'EXPIRED' ORDER BY id LIMIT "
                        + SWEEP,
                row -> row.id(1));
    }

    /** Packages whose unpacked files nobody needs any more. */
    @Transactional
    List<UUID> done() {
        return sql.list(
                """
                SELECT p.id FROM sip_package p
                WHERE p.unpacked AND p.decided_at IS NOT NULL
                  AND NOT EXISTS (SELECT 1 FROM intake_dossier d
                                  WHERE d.submission_id = p.id AND d.decided_at IS NULL)
                ORDER BY p.decided_at LIMIT\
                """
                        + " "
                        + SWEEP,
                row -> row.id(1));
    }

    /** Nothing is left of it that is not to stay. */
    @Transactional
    void swept(UUID id) {
        sql.update("UPDATE sip_package SET unpacked = false WHERE id = ?", id);
    }

    /** How many packages of all agencies wait before this one. */
    @Transactional
    long ahead(@Nullable Instant completedAt) {
        return sql.first(
                        "SELECT count(*) FROM sip_package WHERE state = 'QUEUED' AND completed_at < ?",
                        row -> row.number(1),
                        completedAt)
                .orElse(0L);
    }

    private String write(PackageReport report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record can be written as JSON", e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
