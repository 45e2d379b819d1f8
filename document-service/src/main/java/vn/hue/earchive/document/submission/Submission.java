package vn.hue.earchive.document.submission;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.file.Upload;
import vn.hue.earchive.kit.identity.Caller;

/** A batch of dossiers on its way to the agency archive. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "submission")
class Submission {

    @Id private UUID id;
    private UUID agencyId;
    private Instant submittedAt;
    private String submittedBy;
    private String manifestKey;
    private String manifestSha256;
    private long manifestSize;
    private @Nullable String submitter;
    private @Nullable LocalDate confirmDueOn;
    private @Nullable Instant confirmedAt;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Submission() {}

    /**
     * @param confirmDueOn last day for the archive's confirmation
     */
    Submission(UUID id, Caller by, Instant submittedAt, Upload manifest, LocalDate confirmDueOn) {
        this.id = id;
        this.agencyId = by.agencyId();
        this.submittedAt = submittedAt;
        this.submittedBy = by.username();
        this.submitter = by.subject();
        this.confirmDueOn = confirmDueOn;
        this.manifestKey = manifest.objectKey();
        this.manifestSha256 = manifest.sha256();
        this.manifestSize = manifest.size();
        this.version = 1;
    }

    /** The archive has decided on one of its dossiers. */
    void decided() {
        version++;
    }

    /** Every dossier came back: nothing was handed over. */
    void nothingToConfirm() {
        confirmDueOn = null;
    }

    /** Both sides have confirmed the minutes. */
    void confirmed(Instant at) {
        confirmedAt = at;
        version++;
    }

    UUID id() {
        return id;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    String submittedBy() {
        return submittedBy;
    }

    UUID agencyId() {
        return agencyId;
    }

    /** Subject of who submitted; null for submissions from before it was kept. */
    @Nullable String submitter() {
        return submitter;
    }

    @Nullable LocalDate confirmDueOn() {
        return confirmDueOn;
    }

    @Nullable Instant confirmedAt() {
        return confirmedAt;
    }

    String manifestSha256() {
        return manifestSha256;
    }

    long version() {
        return version;
    }
}
