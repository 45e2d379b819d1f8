package vn.hue.earchive.archive.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/**
 * One dossier of a submission on its way through the intake. Whoever works on it holds its lease; a
 * change by one whose lease has passed to another is refused by {@link #requireLease}.
 */
@Entity
@Table(name = "intake_dossier")
class IntakeDossier {

    /** Longer than the store keeps what an attempt may still be writing. */
    private static final Duration LEFTOVERS_KEPT = Duration.ofMinutes(65);

    @Id private UUID id;

    @Column(name = "submission_id", updatable = false)
    private UUID submissionId;

    @Column(name = "dossier_id", updatable = false)
    private UUID dossierId;

    @Column(name = "agency_id", updatable = false)
    private UUID agencyId;

    @Column(name = "state")
    private String state;

    @Version
    @Column(name = "version")
    private long version;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "file_code")
    private @Nullable String fileCode;

    @Column(name = "title")
    private @Nullable String title;

    @Column(name = "manifest")
    @ColumnTransformer(write = "?::jsonb")
    private @Nullable String manifest;

    @Column(name = "report")
    @ColumnTransformer(write = "?::jsonb")
    private @Nullable String report;

    @Column(name = "aip_created_at")
    private @Nullable Instant aipCreatedAt;

    @Column(name = "attempts")
    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "lease_token")
    private @Nullable UUID leaseToken;

    @Column(name = "lease_until")
    private @Nullable Instant leaseUntil;

    @Column(name = "problem_code")
    private @Nullable String problemCode;

    @Column(name = "sweep_at")
    private @Nullable Instant sweepAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected IntakeDossier() {}

    IntakeDossier(UUID id, UUID submissionId, UUID dossierId, UUID agencyId, Instant receivedAt) {
        this.id = id;
        this.submissionId = submissionId;
        this.dossierId = dossierId;
        this.agencyId = agencyId;
        this.state = new IntakeState.Received().code();
        this.nextAttemptAt = receivedAt;
    }

    /** The stored state with what belongs to it. */
    IntakeState state() {
        return switch (state) {
            case "RECEIVED" -> new IntakeState.Received();
            case "CHECKING" -> new IntakeState.Checking();
            case "BLOCKED" -> new IntakeState.Blocked();
            case "ACCEPTED" -> new IntakeState.Accepted(Objects.requireNonNull(decidedAt));
            case "RETURNED" -> new IntakeState.Returned(Objects.requireNonNull(decidedAt));
            default -> throw new IllegalStateException("intake state " + state);
        };
    }

    /** A worker takes it, or takes it over from one whose lease has ended. */
    void begin(UUID lease, Instant now, Instant until) {
        IntakeState next =
                switch (state()) {
                    case IntakeState.Received received -> received.begin();
                    case IntakeState.Checking checking -> checking;
                    case IntakeState.Blocked blocked -> blocked.begin();
                    case IntakeState.Accepted accepted -> throw unlawful("begin");
                    case IntakeState.Returned returned -> throw unlawful("begin");
                };
        this.state = next.code();
        this.leaseToken = lease;
        this.leaseUntil = until;
        this.attempts++;
        if (aipCreatedAt == null) {
            aipCreatedAt = now;
        }
    }

    /** The dossier is in custody. */
    void accept(Instant at) {
        decide(checking("accept").accept(at).code(), at);
    }

    /** The dossier goes back to the unit. */
    void giveBack(Instant at) {
        decide(checking("giveBack").giveBack(at).code(), at);
    }

    private void decide(String code, Instant at) {
        this.state = code;
        this.decidedAt = at;
        this.manifest = null;
        this.problemCode = null;
        if (attempts > 1) {
            this.sweepAt = at.plus(LEFTOVERS_KEPT);
        }
        release();
    }

    /** Leftovers are deleted now, or, when that fails, again from {@code retryAt} on. */
    void sweepAgainAt(@Nullable Instant retryAt) {
        this.sweepAt = retryAt;
    }

    /** What was submitted cannot be read or trusted; tried again at {@code retryAt}. */
    void block(String problem, Instant retryAt) {
        this.state = checking("block").block().code();
        this.problemCode = problem;
        this.nextAttemptAt = retryAt;
        release();
    }

    /** A transient fault: stays where it is and is tried again at {@code retryAt}. */
    void postpone(String problem, Instant retryAt) {
        checking("postpone");
        this.problemCode = problem;
        this.nextAttemptAt = retryAt;
        release();
    }

    /**
     * @throws LeaseLost when another worker has taken it over
     */
    void requireLease(UUID lease) {
        if (!holds(lease)) {
            throw new LeaseLost(id);
        }
    }

    boolean holds(UUID lease) {
        return lease.equals(leaseToken);
    }

    void describe(@Nullable String fileCode, @Nullable String title, String manifest) {
        this.fileCode = fileCode;
        this.title = title;
        this.manifest = manifest;
    }

    void report(String json) {
        this.report = json;
    }

    private void release() {
        this.leaseToken = null;
        this.leaseUntil = null;
    }

    private IntakeState.Checking checking(String command) {
        if (state() instanceof IntakeState.Checking checking) {
            return checking;
        }
        throw unlawful(command);
    }

    private IllegalStateException unlawful(String command) {
        return new IllegalStateException(command + " in state " + state);
    }

    UUID id() {
        return id;
    }

    UUID submissionId() {
        return submissionId;
    }

    UUID dossierId() {
        return dossierId;
    }

    UUID agencyId() {
        return agencyId;
    }

    long version() {
        return version;
    }

    @Nullable String fileCode() {
        return fileCode;
    }

    @Nullable String title() {
        return title;
    }

    @Nullable String manifest() {
        return manifest;
    }

    @Nullable String report() {
        return report;
    }

    Instant aipCreatedAt() {
        return Objects.requireNonNull(aipCreatedAt);
    }

    int attempts() {
        return attempts;
    }

    Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    @Nullable String problemCode() {
        return problemCode;
    }
}
