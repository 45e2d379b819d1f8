package vn.hue.earchive.document.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A document's place in a dossier. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "dossier_document")
public class Filing {

    @Embeddable
    record Id(
            @Column(name = "dossier_id") UUID dossierId,
            @Column(name = "document_id") UUID documentId) {}

    @EmbeddedId private Id id;
    private UUID agencyId;
    private int ordinal;
    private Instant filedAt;
    private String filedBy;

    @SuppressWarnings("NullAway.Init")
    protected Filing() {}

    Filing(
            UUID dossierId,
            UUID documentId,
            UUID agencyId,
            int ordinal,
            Instant filedAt,
            String filedBy) {
        this.id = new Id(dossierId, documentId);
        this.agencyId = agencyId;
        this.ordinal = ordinal;
        this.filedAt = filedAt;
        this.filedBy = filedBy;
    }

    void moveTo(int place) {
        ordinal = place;
    }

    public UUID dossierId() {
        return id.dossierId();
    }

    public UUID documentId() {
        return id.documentId();
    }

    /** From 1, without gaps within the dossier. */
    public int ordinal() {
        return ordinal;
    }

    public Instant filedAt() {
        return filedAt;
    }

    public String filedBy() {
        return filedBy;
    }
}
