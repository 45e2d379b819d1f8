package vn.hue.earchive.document.submission;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.events.DossierReturned;

/** Why the archive returned a dossier, in its words. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "return_reason")
class ReturnReason {

    @Embeddable
    record Id(
            @Column(name = "submission_id") UUID submissionId,
            @Column(name = "dossier_id") UUID dossierId,
            @Column(name = "position") int position) {}

    @EmbeddedId private Id id;
    private UUID agencyId;
    private String code;
    private @Nullable String docCode;
    private String messageVi;
    private String messageEn;

    @SuppressWarnings("NullAway.Init")
    protected ReturnReason() {}

    ReturnReason(SubmissionItem item, int position, DossierReturned.Reason reason) {
        this.id = new Id(item.submissionId(), item.dossierId(), position);
        this.agencyId = item.agencyId();
        this.code = reason.code();
        this.docCode = reason.docCode();
        this.messageVi = reason.messageVi();
        this.messageEn = reason.messageEn();
    }

    /** Submission and dossier in one. */
    String key() {
        return id.submissionId() + "/" + id.dossierId();
    }

    SubmissionView.Reason view() {
        return new SubmissionView.Reason(code, docCode, messageVi, messageEn);
    }
}
