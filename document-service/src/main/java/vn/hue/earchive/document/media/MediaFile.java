package vn.hue.earchive.document.media;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import vn.hue.earchive.document.events.FileDescription;
import vn.hue.earchive.document.events.SubmissionManifest;
import vn.hue.earchive.document.file.Upload;

/** A file of a photo or recording, in the working bucket. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "media_file")
class MediaFile {

    @Id private UUID id;
    private UUID agencyId;
    private UUID itemId;
    private int position;
    private String name;
    private String mediaType;
    private long size;
    private String sha256;
    private String crc32;
    private String objectKey;
    private String bytes;

    @SuppressWarnings("NullAway.Init")
    protected MediaFile() {}

    /** The file keeps the id of its upload, so that a client names it by what it knows. */
    MediaFile(UUID agencyId, UUID itemId, int position, Upload upload) {
        this.id = upload.id();
        this.agencyId = agencyId;
        this.itemId = itemId;
        this.position = position;
        this.name = upload.fileName();
        this.mediaType = upload.mediaType();
        this.size = upload.size();
        this.sha256 = upload.sha256();
        this.crc32 = upload.crc32();
        this.objectKey = upload.objectKey();
        this.bytes = "PRESENT";
    }

    UUID id() {
        return id;
    }

    boolean isPresent() {
        return bytes.equals("PRESENT");
    }

    UUID itemId() {
        return itemId;
    }

    String name() {
        return name;
    }

    String mediaType() {
        return mediaType;
    }

    long size() {
        return size;
    }

    String sha256() {
        return sha256;
    }

    String objectKey() {
        return objectKey;
    }

    /** As the manifest of a submission names it; the first file is the item itself. */
    SubmissionManifest.File inManifest(String bucket) {
        return new SubmissionManifest.File(
                new FileDescription(
                        id, position == 1 ? "MAIN" : "ATTACHMENT", name, mediaType, size, sha256),
                bucket,
                objectKey,
                crc32,
                "NOT_CHECKED");
    }

    MediaItemView.File view() {
        return new MediaItemView.File(id, name, mediaType, size, sha256, isPresent());
    }
}
