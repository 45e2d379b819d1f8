package vn.hue.earchive.document.file;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * A file of an outgoing document that is still being made: it may give way to the signed version of
 * itself. On the day of issue it becomes a {@link DocumentFile}, which never changes.
 */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "draft_file")
class DraftFile {

    @Id
    @Column(name = "upload_id")
    private UUID uploadId;

    private UUID agencyId;
    private UUID documentId;
    private int position;
    private String role;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "upload_id", insertable = false, updatable = false)
    private Upload upload;

    @SuppressWarnings("NullAway.Init")
    protected DraftFile() {}

    DraftFile(UUID agencyId, UUID documentId, int position, String role, Upload upload) {
        this.uploadId = upload.id();
        this.agencyId = agencyId;
        this.documentId = documentId;
        this.position = position;
        this.role = role;
        this.upload = upload;
    }

    UUID uploadId() {
        return uploadId;
    }

    UUID documentId() {
        return documentId;
    }

    String role() {
        return role;
    }

    Upload upload() {
        return upload;
    }

    void place(int place, String as) {
        position = place;
        role = as;
    }

    DocumentFile frozen() {
        return new DocumentFile(agencyId, documentId, position, role, upload);
    }

    FileView view() {
        return frozen().view();
    }
}
