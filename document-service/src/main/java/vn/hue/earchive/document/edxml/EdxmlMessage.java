package vn.hue.earchive.document.edxml;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.edxml.MessageLife.Command;
import vn.hue.earchive.document.edxml.MessageLife.Kind;
import vn.hue.earchive.document.edxml.MessageLife.State;
import vn.hue.earchive.document.file.Upload;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.kit.problem.Problem;

/** A message as it came in, and what became of it ({@link MessageLife}). */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "edxml_message")
class EdxmlMessage {

    /** What makes a message the same one, whoever sends it again. */
    record NaturalKey(String organId, String documentId, String businessType) {}

    /**
     * What is known of a message when it is taken in.
     *
     * @param documentKey DocumentId with its OrganId in the present form
     * @param targetKey document key of what it changes
     */
    record Arrival(
            Kind kind,
            NaturalKey key,
            String documentKey,
            @Nullable String targetKey,
            @Nullable UUID relatedId,
            @Nullable String statusCode,
            @Nullable String busId,
            String header,
            @Nullable String proposal) {}

    @Id private UUID id;
    private UUID agencyId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String organId;
    private String externalDocumentId;
    private String businessType;
    private String documentKey;
    private @Nullable String targetKey;
    private @Nullable UUID relatedId;
    private @Nullable String statusCode;
    private @Nullable String busId;
    private String objectKey;
    private long size;
    private String sha256;

    @Enumerated(EnumType.STRING)
    private State state;

    private String header;
    private @Nullable String proposal;
    private Instant receivedAt;
    private String receivedBy;
    private @Nullable UUID documentId;
    private @Nullable Instant decidedAt;
    private @Nullable String decidedBy;
    private @Nullable String reason;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected EdxmlMessage() {}

    EdxmlMessage(
            UUID agencyId,
            Arrival arrival,
            Upload original,
            Instant receivedAt,
            String receivedBy) {
        this.id = original.id();
        this.agencyId = agencyId;
        this.kind = arrival.kind();
        this.organId = arrival.key().organId();
        this.externalDocumentId = arrival.key().documentId();
        this.businessType = arrival.key().businessType();
        this.documentKey = arrival.documentKey();
        this.targetKey = arrival.targetKey();
        this.relatedId = arrival.relatedId();
        this.statusCode = arrival.statusCode();
        this.busId = arrival.busId();
        this.objectKey = original.objectKey();
        this.size = original.size();
        this.sha256 = original.sha256();
        this.state = MessageLife.first(kind);
        this.header = arrival.header();
        this.proposal = arrival.proposal();
        this.receivedAt = receivedAt;
        this.receivedBy = receivedBy;
        this.version = 1;
    }

    boolean may(Command command) {
        return MessageLife.after(kind, state, command).isPresent();
    }

    private void become(Command command) {
        state =
                MessageLife.after(kind, state, command)
                        .orElseThrow(() ->
                                new Problem(
                                        DocumentProblem.EDXML_STATE_FORBIDS,
                                        kind.name(),
                                        state.name(),
                                        command.name()));
        version++;
    }

    void registered(UUID document) {
        become(Command.REGISTER);
        documentId = document;
    }

    /** The document that an accepted update was added to. */
    void changed(UUID document) {
        documentId = document;
    }

    /**
     * @throws Problem EDXML_STATE_FORBIDS when the message's life has no such step
     */
    void decide(Command command, @Nullable String why, Instant at, String by) {
        become(command);
        reason = why;
        decidedAt = at;
        decidedBy = by;
    }

    UUID id() {
        return id;
    }

    UUID agencyId() {
        return agencyId;
    }

    Kind kind() {
        return kind;
    }

    NaturalKey key() {
        return new NaturalKey(organId, externalDocumentId, businessType);
    }

    String documentKey() {
        return documentKey;
    }

    @Nullable String targetKey() {
        return targetKey;
    }

    @Nullable UUID relatedId() {
        return relatedId;
    }

    @Nullable String statusCode() {
        return statusCode;
    }

    @Nullable String busId() {
        return busId;
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

    State state() {
        return state;
    }

    String header() {
        return header;
    }

    @Nullable String proposal() {
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

    @Nullable Instant decidedAt() {
        return decidedAt;
    }

    @Nullable String decidedBy() {
        return decidedBy;
    }

    @Nullable String reason() {
        return reason;
    }

    long version() {
        return version;
    }
}
