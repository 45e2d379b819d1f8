package vn.hue.earchive.document.exchange;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to one recipient.
 *
 * <pre>
 * QUEUED ──attempt──► SENT | QUEUED (later) | FAILED     FAILED ──replay──► QUEUED
 * QUEUED, FAILED ──give up──► GIVEN_UP                   WITHHELD: made, never sent
 * </pre>
 */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "outbound_message")
class OutboundMessage {

    enum State {
        QUEUED,
        WITHHELD,
        SENT,
        FAILED,
        GIVEN_UP
    }

    /**
     * What is sent.
     *
     * @param businessType of the message of a document; null for a status message
     * @param documentKey DocumentId in its present form: recipients' answers are found by it
     */
    record Matter(
            ServiceBus.Kind kind,
            @Nullable Integer businessType,
            @Nullable String statusCode,
            String cause,
            @Nullable UUID documentId,
            @Nullable UUID answersMessageId,
            @Nullable String answeredBusId,
            String documentKey,
            String content) {}

    /** To whom. */
    record Recipient(String organId, String key, String name) {}

    @Id private UUID id;
    private UUID agencyId;

    @Enumerated(EnumType.STRING)
    private ServiceBus.Kind kind;

    private @Nullable Integer businessType;
    private @Nullable String statusCode;
    private String cause;
    private @Nullable UUID documentId;
    private @Nullable UUID answersMessageId;
    private String documentKey;
    private String recipientOrganId;
    private String recipientKey;
    private String recipientName;
    private String content;
    private @Nullable String answeredBusId;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable String stateReason;
    private int attempts;
    private @Nullable Instant nextAttemptAt;
    private @Nullable String busId;
    private @Nullable Instant sentAt;
    private @Nullable String sha256;
    private @Nullable Long size;
    private @Nullable String recipientStatus;
    private @Nullable String recipientStatusText;
    private @Nullable Instant recipientStatusAt;
    private Instant createdAt;
    private String createdBy;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected OutboundMessage() {}

    /**
     * @param withheld why it is never sent; null when it is
     */
    OutboundMessage(
            UUID id,
            UUID agencyId,
            Matter matter,
            Recipient to,
            @Nullable String withheld,
            Instant createdAt,
            String createdBy) {
        this.id = id;
        this.agencyId = agencyId;
        this.kind = matter.kind();
        this.businessType = matter.businessType();
        this.statusCode = matter.statusCode();
        this.cause = matter.cause();
        this.documentId = matter.documentId();
        this.answersMessageId = matter.answersMessageId();
        this.documentKey = matter.documentKey();
        this.answeredBusId = matter.answeredBusId();
        this.content = matter.content();
        this.recipientOrganId = to.organId();
        this.recipientKey = to.key();
        this.recipientName = to.name();
        this.state = withheld == null ? State.QUEUED : State.WITHHELD;
        this.stateReason = withheld;
        this.nextAttemptAt = withheld == null ? createdAt : null;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        this.version = 1;
    }

    /** The bus has it. */
    void sent(@Nullable String givenBusId, @Nullable String digest, long bytes, Instant at) {
        attempts++;
        state = State.SENT;
        nextAttemptAt = null;
        stateReason = null;
        busId = givenBusId;
        sha256 = digest;
        size = bytes;
        sentAt = at;
        version++;
    }

    void retryAt(Instant next, String why) {
        attempts++;
        nextAttemptAt = next;
        stateReason = why;
        version++;
    }

    void failed(String why) {
        attempts++;
        state = State.FAILED;
        nextAttemptAt = null;
        stateReason = why;
        version++;
    }

    /** Into the queue again, with all its attempts before it. */
    void replay(Instant at) {
        state = State.QUEUED;
        attempts = 0;
        nextAttemptAt = at;
        version++;
    }

    void giveUp(String why) {
        state = State.GIVEN_UP;
        nextAttemptAt = null;
        stateReason = why;
        version++;
    }

    /** The agency turned out to be one that never sends. */
    void withhold(String why) {
        state = State.WITHHELD;
        nextAttemptAt = null;
        stateReason = why;
        version++;
    }

    /** What the recipient tells; every message of it is kept apart. */
    void answered(String status, @Nullable String text, Instant at) {
        recipientStatus = status;
        recipientStatusText = text;
        recipientStatusAt = at;
        version++;
    }

    boolean isUntried() {
        return state == State.QUEUED && attempts == 0;
    }

    /** Whether this act of a person called for it. */
    boolean isFor(UUID act) {
        return cause.endsWith(":" + act);
    }

    UUID id() {
        return id;
    }

    UUID agencyId() {
        return agencyId;
    }

    ServiceBus.Kind kind() {
        return kind;
    }

    @Nullable Integer businessType() {
        return businessType;
    }

    @Nullable String statusCode() {
        return statusCode;
    }

    @Nullable UUID documentId() {
        return documentId;
    }

    @Nullable UUID answersMessageId() {
        return answersMessageId;
    }

    Recipient recipient() {
        return new Recipient(recipientOrganId, recipientKey, recipientName);
    }

    String content() {
        return content;
    }

    @Nullable String answeredBusId() {
        return answeredBusId;
    }

    State state() {
        return state;
    }

    @Nullable String stateReason() {
        return stateReason;
    }

    int attempts() {
        return attempts;
    }

    @Nullable Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    @Nullable String busId() {
        return busId;
    }

    @Nullable Instant sentAt() {
        return sentAt;
    }

    @Nullable String sha256() {
        return sha256;
    }

    @Nullable Long size() {
        return size;
    }

    @Nullable String recipientStatus() {
        return recipientStatus;
    }

    @Nullable String recipientStatusText() {
        return recipientStatusText;
    }

    @Nullable Instant recipientStatusAt() {
        return recipientStatusAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    String createdBy() {
        return createdBy;
    }

    long version() {
        return version;
    }
}
