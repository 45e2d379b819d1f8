package vn.hue.earchive.document.retention;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One import of a schedule; the newest is current. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "retention_schedule")
class RetentionSchedule {

    @Id private UUID id;
    private String title;
    private boolean sample;
    private String state;
    private String sourceSha256;
    private int ruleCount;
    private Instant importedAt;
    private String importedBy;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected RetentionSchedule() {}

    RetentionSchedule(
            UUID id,
            String title,
            String sourceSha256,
            int ruleCount,
            Instant importedAt,
            String importedBy) {
        this.id = id;
        this.title = title;
        this.sample = true;
        this.state = "CURRENT";
        this.sourceSha256 = sourceSha256;
        this.ruleCount = ruleCount;
        this.importedAt = importedAt;
        this.importedBy = importedBy;
        this.version = 1;
    }

    RetentionScheduleView view() {
        return new RetentionScheduleView(
                id, title, state, sample, ruleCount, sourceSha256, importedAt, importedBy);
    }

    long version() {
        return version;
    }
}
