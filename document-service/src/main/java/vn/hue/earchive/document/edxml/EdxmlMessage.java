package vn.hue.earchive.document.edxml;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.file.Upload;

/** A message as it came in: {@code RECEIVED → REGISTERED}. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "edxml_message")
class EdxmlMessage {

    /** What makes a message the same one, whoever sends it again. */
    record NaturalKey(String organId, String documentId, String businessType) {}

    @Id private UUID id;
    private UUID agencyId;
    private String organId;
    private String externalDocumentId;
    private String businessType;
    private String objectKey;
    private long size;
    private String sha256;
    private String state;
    private String proposal;
    private Instant receivedAt;
    private String receivedBy;
    private @Nullable UUID documentId;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected EdxmlMessage() {}

    EdxmlMessage(
            UUID agencyId,
            NaturalKey key,
            Upload original,
            String proposal,
            Instant receivedAt,
            String receivedBy) {
        this.id = original.id();
        this.agencyId = agencyId;
        this.organId = key.organId();
        this.externalDocumentId = key.documentId();
        this.businessType = key.businessType();
        this.objectKey = original.objectKey();
        this.size = original.size();
        this.sha256 = original.sha256();
        this.state = "RECEIVED";
        this.proposal = proposal;
        this.receivedAt = receivedAt;
        this.receivedBy = receivedBy;
        this.version = 1;
    }

    void registered(UUID document) {
        state = "REGISTERED";
        documentId = document;
        version++;
    }

    UUID id() {
        return id;
    }

    NaturalKey key() {
        return new NaturalKey(organId, externalDocumentId, businessType);
    }

    long size() {
        return size;
    }

    String sha256() {
        return sha256;
    }

    String state() {
        return state;
    }

    String proposal() {
        return proposal;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    String receivedBy() {
        return receivedBy;
    }

    @Nullable UUID documentId() {
        return documentId;
    }

    long version() {
        return version;
    }
}
