package vn.hue.earchive.document.training;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.identity.Caller;

/** One reset of an agency for training; stays when everything else goes. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "training_reset")
class TrainingReset {

    @Id private UUID id;
    private UUID agencyId;
    private Instant requestedAt;
    private String requestedBy;
    private long rowsRemoved;
    private long objectsRemoved;
    private @Nullable String tablesKept;
    private @Nullable Instant finishedAt;

    @SuppressWarnings("NullAway.Init")
    protected TrainingReset() {}

    TrainingReset(UUID id, Caller by, Instant at) {
        this.id = id;
        this.agencyId = by.agencyId();
        this.requestedAt = at;
        this.requestedBy = by.username();
    }

    void removedRows(long rows) {
        rowsRemoved += rows;
    }

    void removedObjects(long objects) {
        objectsRemoved += objects;
    }

    void finish(List<String> kept, Instant at) {
        tablesKept = kept.isEmpty() ? null : String.join(" ", kept);
        finishedAt = at;
    }

    /** Another instance may have ended it. */
    boolean finished() {
        return finishedAt != null;
    }

    UUID id() {
        return id;
    }

    UUID agencyId() {
        return agencyId;
    }

    TrainingResetView view() {
        return new TrainingResetView(
                id,
                finishedAt == null ? "running" : tablesKept == null ? "succeeded" : "partially",
                requestedAt,
                requestedBy,
                rowsRemoved,
                objectsRemoved,
                tablesKept == null ? List.of() : List.of(tablesKept.split(" ")),
                finishedAt);
    }
}
