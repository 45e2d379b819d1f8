package vn.hue.earchive.document.submission;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import vn.hue.earchive.document.events.FileDescription;
import vn.hue.earchive.document.events.SubmissionManifest;
import vn.hue.earchive.document.file.Upload;

/** The processing trace of a born-digital document, made for one submission of its dossier. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "process_trace")
class ProcessTrace {

    @Id private UUID id;
    private UUID agencyId;
    private UUID submissionId;
    private UUID dossierId;
    private UUID documentId;
    private String name;
    private String objectKey;
    private long size;
    private String sha256;
    private String crc32;
    private String bytes;

    @SuppressWarnings("NullAway.Init")
    protected ProcessTrace() {}

    ProcessTrace(UUID agencyId, UUID submissionId, UUID dossierId, UUID documentId, Upload staged) {
        this.id = staged.id();
        this.agencyId = agencyId;
        this.submissionId = submissionId;
        this.dossierId = dossierId;
        this.documentId = documentId;
        this.name = staged.fileName();
        this.objectKey = staged.objectKey();
        this.size = staged.size();
        this.sha256 = staged.sha256();
        this.crc32 = staged.crc32();
        this.bytes = "PRESENT";
    }

    UUID id() {
        return id;
    }

    SubmissionManifest.File inManifest(String bucket) {
        return new SubmissionManifest.File(
                new FileDescription(id, "PROCESS_TRACE", name, "text/plain", size, sha256),
                bucket,
                objectKey,
                crc32,
                "NO_SIGNATURE");
    }
}
