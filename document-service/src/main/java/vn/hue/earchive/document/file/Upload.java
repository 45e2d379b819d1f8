package vn.hue.earchive.document.file;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.objects.StoredObject;

/**
 * Bytes in the working bucket that belong to no document yet. {@code RECEIVING → STORED → CLAIMED},
 * or {@code STORED → HELD → CLAIMED} for the attachments of a message that waits for a person; a
 * draft gives back what it replaces, {@code CLAIMED → STORED}.
 */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "upload")
public class Upload {

    @Id private UUID id;
    private UUID agencyId;
    private String fileName;
    private String mediaType;
    private String objectKey;
    private String state;
    private @Nullable Long size;
    private @Nullable String sha256;
    private @Nullable String crc32;
    private Instant createdAt;
    private String createdBy;
    private @Nullable Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    protected Upload() {}

    Upload(
            UUID id,
            UUID agencyId,
            String fileName,
            String mediaType,
            String objectKey,
            Instant createdAt,
            String createdBy,
            Instant expiresAt) {
        this.id = id;
        this.agencyId = agencyId;
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.objectKey = objectKey;
        this.state = "RECEIVING";
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        this.expiresAt = expiresAt;
    }

    void stored(StoredObject object, Instant expires) {
        size = object.size();
        sha256 = object.sha256();
        crc32 = HexFormat.of().toHexDigits((int) object.crc32());
        state = "STORED";
        expiresAt = expires;
    }

    /** Whether a document may take it now. */
    boolean isFree(Instant now) {
        return state.equals("STORED") && expiresAt != null && expiresAt.isAfter(now);
    }

    boolean isHeld() {
        return state.equals("HELD");
    }

    void hold() {
        state = "HELD";
        expiresAt = null;
    }

    void claim() {
        state = "CLAIMED";
        expiresAt = null;
    }

    /** A draft does without it: it waits for another document and expires. */
    void release(Instant expires) {
        state = "STORED";
        expiresAt = expires;
    }

    public UUID id() {
        return id;
    }

    public String fileName() {
        return fileName;
    }

    public String mediaType() {
        return mediaType;
    }

    public String objectKey() {
        return objectKey;
    }

    /** Known from the state {@code STORED} on. */
    public long size() {
        return Objects.requireNonNull(size);
    }

    public String sha256() {
        return Objects.requireNonNull(sha256);
    }

    public String crc32() {
        return Objects.requireNonNull(crc32);
    }

    UploadView view() {
        return new UploadView(id, fileName, mediaType, size, sha256, state, createdAt, expiresAt);
    }
}
