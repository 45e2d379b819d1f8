package vn.hue.earchive.document.submission;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import vn.hue.earchive.document.file.Upload;

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
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Submission() {}

    Submission(UUID id, UUID agencyId, Instant submittedAt, String submittedBy, Upload manifest) {
        this.id = id;
        this.agencyId = agencyId;
        this.submittedAt = submittedAt;
        this.submittedBy = submittedBy;
        this.manifestKey = manifest.objectKey();
        this.manifestSha256 = manifest.sha256();
        this.manifestSize = manifest.size();
        this.version = 1;
    }

    /** The archive has decided on one of its dossiers. */
    void decided() {
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

    String manifestSha256() {
        return manifestSha256;
    }

    long version() {
        return version;
    }
}
