package vn.hue.earchive.document.submission;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.events.SubmissionManifest;

/** One dossier of a batch: {@code SUBMITTED → ACCEPTED | RETURNED}. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "submission_item")
class SubmissionItem {

    @Embeddable
    record Id(
            @Column(name = "submission_id") UUID submissionId,
            @Column(name = "dossier_id") UUID dossierId) {}

    @EmbeddedId private Id id;
    private UUID agencyId;
    private int position;
    private String state;
    private @Nullable Instant decidedAt;
    private @Nullable UUID resubmissionOf;
    private @Nullable Integer unchangedFiles;
    private @Nullable Integer newFiles;

    @SuppressWarnings("NullAway.Init")
    protected SubmissionItem() {}

    SubmissionItem(UUID submissionId, UUID dossierId, UUID agencyId, int position) {
        this.id = new Id(submissionId, dossierId);
        this.agencyId = agencyId;
        this.position = position;
        this.state = "SUBMITTED";
    }

    /** It came back from an earlier submission; what of it is new stands in the manifest. */
    void resubmits(SubmissionManifest.Resubmission what) {
        resubmissionOf = what.previousSubmissionId();
        unchangedFiles = what.unchangedFileIds().size();
        newFiles = what.newFileIds().size();
    }

    void accepted(Instant at) {
        state = "ACCEPTED";
        decidedAt = at;
    }

    void returned(Instant at) {
        state = "RETURNED";
        decidedAt = at;
    }

    SubmissionView.@Nullable Resubmission resubmission() {
        return resubmissionOf == null || unchangedFiles == null || newFiles == null
                ? null
                : new SubmissionView.Resubmission(resubmissionOf, unchangedFiles, newFiles);
    }

    UUID submissionId() {
        return id.submissionId();
    }

    UUID dossierId() {
        return id.dossierId();
    }

    /** Submission and dossier in one. */
    String key() {
        return id.submissionId() + "/" + id.dossierId();
    }

    UUID agencyId() {
        return agencyId;
    }

    String state() {
        return state;
    }

    @Nullable Instant decidedAt() {
        return decidedAt;
    }
}
