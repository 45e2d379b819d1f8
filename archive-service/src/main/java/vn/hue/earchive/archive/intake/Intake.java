package vn.hue.earchive.archive.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.events.SubmissionManifest;
import vn.hue.earchive.document.events.SubmissionSubmitted;

/** A submission as it arrived. Its state follows from its dossiers and is stored nowhere. */
@Entity
@Table(name = "intake")
class Intake {

    @Id
    @Column(name = "submission_id")
    private UUID submissionId;

    @Column(name = "agency_id", updatable = false)
    private UUID agencyId;

    @Column(name = "agency_code")
    private @Nullable String agencyCode;

    @Column(name = "agency_name")
    private @Nullable String agencyName;

    @Column(name = "submitted_by")
    private @Nullable String submittedBy;

    @Column(name = "manifest_bucket", updatable = false)
    private String manifestBucket;

    @Column(name = "manifest_key", updatable = false)
    private String manifestKey;

    @Column(name = "manifest_sha256", updatable = false)
    private String manifestSha256;

    @Column(name = "manifest_size", updatable = false)
    private long manifestSize;

    @Column(name = "submitted_at", updatable = false)
    private Instant submittedAt;

    @Column(name = "received_at", updatable = false)
    private Instant receivedAt;

    @Column(name = "dossier_count", updatable = false)
    private int dossierCount;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Intake() {}

    Intake(SubmissionSubmitted event, int dossierCount, Instant receivedAt) {
        this.submissionId = event.submissionId();
        this.agencyId = event.agencyId();
        this.manifestBucket = event.manifestBucket();
        this.manifestKey = event.manifestKey();
        this.manifestSha256 = event.manifestSha256();
        this.manifestSize = event.manifestSize();
        this.submittedAt = event.occurredAt();
        this.receivedAt = receivedAt;
        this.dossierCount = dossierCount;
    }

    /** The manifest was read and is the one that the submission names. */
    void verified(SubmissionManifest manifest) {
        this.agencyCode = manifest.agencyCode();
        this.agencyName = manifest.agencyName();
        this.submittedBy = manifest.submittedBy();
    }

    UUID submissionId() {
        return submissionId;
    }

    UUID agencyId() {
        return agencyId;
    }

    /** Null until the manifest was read and verified. */
    @Nullable String agencyCode() {
        return agencyCode;
    }

    @Nullable String agencyName() {
        return agencyName;
    }

    @Nullable String submittedBy() {
        return submittedBy;
    }

    String manifestBucket() {
        return manifestBucket;
    }

    String manifestKey() {
        return manifestKey;
    }

    String manifestSha256() {
        return manifestSha256;
    }

    long manifestSize() {
        return manifestSize;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    int dossierCount() {
        return dossierCount;
    }
}
