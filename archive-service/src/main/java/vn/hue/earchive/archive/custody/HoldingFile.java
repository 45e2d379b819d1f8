package vn.hue.earchive.archive.custody;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.store.FileSlice;
import vn.hue.earchive.document.events.FileDescription;

/** A file of a holding and where its bytes lie. Written once. */
@Entity
@Table(name = "holding_file")
class HoldingFile {

    /** A document may be filed in several dossiers, so a file may be in several holdings. */
    @Embeddable
    record Key(
            @Column(name = "holding_id") UUID holdingId, @Column(name = "file_id") UUID fileId) {}

    @EmbeddedId private Key key;

    @Column(name = "agency_id")
    private UUID agencyId;

    @Column(name = "doc_code")
    private String docCode;

    @Column(name = "role")
    private String role;

    @Column(name = "name")
    private String name;

    @Column(name = "media_type")
    private String mediaType;

    @Column(name = "puid")
    private @Nullable String puid;

    @Column(name = "access_mode")
    private String accessMode;

    @Column(name = "path")
    private String path;

    @Column(name = "pack_key")
    private String packKey;

    @Column(name = "pack_offset")
    private long packOffset;

    @Column(name = "size")
    private long size;

    @Column(name = "sha256")
    private String sha256;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected HoldingFile() {}

    /**
     * @param docCode of the document, photo or recording that it belongs to
     * @param accessMode of the same
     */
    HoldingFile(
            Holding holding,
            String docCode,
            String accessMode,
            FileDescription file,
            Acceptance.Format format,
            FileSlice slice) {
        this.key = new Key(holding.id(), file.fileId());
        this.agencyId = holding.agencyId();
        this.docCode = docCode;
        this.role = file.role();
        this.name = file.name();
        this.mediaType = format.mediaType();
        this.puid = format.puid();
        this.accessMode = accessMode;
        this.path = slice.path();
        this.packKey = slice.packKey();
        this.packOffset = slice.offset();
        this.size = slice.length();
        this.sha256 = slice.sha256();
    }

    UUID fileId() {
        return key.fileId();
    }

    String docCode() {
        return docCode;
    }

    String role() {
        return role;
    }

    String name() {
        return name;
    }

    String mediaType() {
        return mediaType;
    }

    @Nullable String puid() {
        return puid;
    }

    String accessMode() {
        return accessMode;
    }

    long size() {
        return size;
    }

    String sha256() {
        return sha256;
    }

    FileSlice slice(String aipId) {
        return new FileSlice(aipId, key.fileId(), path, packKey, packOffset, size, sha256);
    }
}
