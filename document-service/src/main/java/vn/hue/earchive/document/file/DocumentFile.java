package vn.hue.earchive.document.file;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.events.FileDescription;
import vn.hue.earchive.document.events.SubmissionManifest;

/**
 * A file of a document. Its description never changes; its bytes leave the working bucket once the
 * archive has its copies: {@code PRESENT → LEAVING → GONE}.
 */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "document_file")
public class DocumentFile {

    @Id private UUID id;
    private UUID agencyId;
    private UUID documentId;
    private int position;
    private String role;
    private String name;
    private String mediaType;
    private long size;
    private String sha256;
    private String crc32;
    private String objectKey;
    private String signature;
    private String bytes;
    @Embedded private @Nullable FileVariant variant;

    @SuppressWarnings("NullAway.Init")
    protected DocumentFile() {}

    /** The file keeps the id of its upload, so that a client names it by what it knows. */
    public DocumentFile(UUID agencyId, UUID documentId, int position, String role, Upload upload) {
        this.id = upload.id();
        this.agencyId = agencyId;
        this.documentId = documentId;
        this.position = position;
        this.role = role;
        this.name = upload.fileName();
        this.mediaType = upload.mediaType();
        this.size = upload.size();
        this.sha256 = upload.sha256();
        this.crc32 = upload.crc32();
        this.objectKey = upload.objectKey();
        this.signature = "NOT_CHECKED";
        this.bytes = "PRESENT";
    }

    /** Another form of a file of the same document; an attachment that stands behind it. */
    public static DocumentFile variant(
            UUID agencyId, UUID documentId, int position, Upload upload, FileVariant variant) {
        DocumentFile file = new DocumentFile(agencyId, documentId, position, "ATTACHMENT", upload);
        file.variant = variant;
        return file;
    }

    /** What it is another form of; null for an original. */
    public @Nullable FileVariant variant() {
        return variant;
    }

    public UUID id() {
        return id;
    }

    public UUID documentId() {
        return documentId;
    }

    public String sha256() {
        return sha256;
    }

    public String signature() {
        return signature;
    }

    public boolean isPresent() {
        return bytes.equals("PRESENT");
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    public long size() {
        return size;
    }

    public String objectKey() {
        return objectKey;
    }

    public FileDescription description() {
        return new FileDescription(id, role, name, mediaType, size, sha256);
    }

    /** As the manifest of a submission names it. */
    public SubmissionManifest.File inManifest(String bucket) {
        return new SubmissionManifest.File(
                description(),
                bucket,
                objectKey,
                crc32,
                signature,
                variant == null ? null : variant.inManifest());
    }

    public FileView view() {
        return new FileView(
                id,
                role,
                name,
                mediaType,
                size,
                sha256,
                signature,
                isPresent(),
                variant == null ? null : variant.view());
    }
}
