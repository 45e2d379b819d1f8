package vn.hue.earchive.document.rulechange;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One bulk re-computation, done from dossier to dossier in the order of their ids. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "retention_recomputation")
class Recomputation {

    @Id private UUID id;
    private UUID agencyId;
    private UUID fromScheduleId;
    private UUID toScheduleId;
    private String planHash;
    private String reason;
    private String state;
    private long total;
    private long done;
    private long changed;
    private @Nullable UUID lastDossierId;
    private Instant requestedAt;
    private String requestedBy;
    private @Nullable Instant finishedAt;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Recomputation() {}

    Recomputation(UUID id, UUID agencyId, PlanView plan, String reason, Instant at, String by) {
        this.id = id;
        this.agencyId = agencyId;
        this.fromScheduleId = plan.fromScheduleId();
        this.toScheduleId = plan.toScheduleId();
        this.planHash = plan.planHash();
        this.reason = reason;
        this.state = "RUNNING";
        this.total = plan.dossiers();
        this.requestedAt = at;
        this.requestedBy = by;
        this.version = 1;
    }

    /** One batch is done; a crash before the commit repeats it. */
    void advance(UUID last, long dossiers, long changedNow) {
        lastDossierId = last;
        done += dossiers;
        changed += changedNow;
        version++;
    }

    void finish(Instant at) {
        state = "SUCCEEDED";
        finishedAt = at;
        version++;
    }

    UUID id() {
        return id;
    }

    UUID agencyId() {
        return agencyId;
    }

    UUID from() {
        return fromScheduleId;
    }

    UUID to() {
        return toScheduleId;
    }

    UUID last() {
        return lastDossierId == null ? new UUID(0, 0) : lastDossierId;
    }

    long version() {
        return version;
    }

    /**
     * @param outcomes from the report lines; empty in lists
     */
    RecomputationView view(Map<String, Long> outcomes) {
        return new RecomputationView(
                id,
                fromScheduleId,
                toScheduleId,
                planHash,
                reason,
                state.equals("RUNNING") ? "running" : "succeeded",
                new RecomputationView.Progress(done, total),
                changed,
                outcomes,
                requestedAt,
                requestedBy,
                finishedAt,
                version);
    }
}
