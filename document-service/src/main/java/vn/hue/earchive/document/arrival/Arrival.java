package vn.hue.earchive.document.arrival;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.arrival.ArrivalSource.Source;
import vn.hue.earchive.document.arrival.ArrivalSource.State;
import vn.hue.earchive.document.arrival.ArrivalSource.Step;
import vn.hue.earchive.document.file.ServeContent;
import vn.hue.earchive.document.file.Upload;

/** An e-mail or scanned files on the desk; life: {@link State}. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "arrival")
class Arrival {

    @Id private UUID id;
    private UUID agencyId;

    @Enumerated(EnumType.STRING)
    private Source source;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable String sender;
    private @Nullable String messageId;
    private @Nullable String objectKey;
    private @Nullable Long size;
    private @Nullable String sha256;
    private String proposal;
    private String notes;
    private Instant receivedAt;
    private String receivedBy;
    private @Nullable UUID documentId;
    private @Nullable Instant decidedAt;
    private @Nullable String decidedBy;
    private @Nullable String reason;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Arrival() {}

    /**
     * @param message as it was received, with its Message-ID; both null for files without one
     */
    Arrival(
            UUID id,
            UUID agencyId,
            Source source,
            @Nullable String sender,
            @Nullable Upload message,
            @Nullable String messageId,
            String proposal,
            String notes,
            Instant receivedAt,
            String receivedBy) {
        this.id = id;
        this.agencyId = agencyId;
        this.source = source;
        this.state = State.WAITING;
        this.sender = sender;
        this.messageId = messageId;
        if (message != null) {
            this.objectKey = message.objectKey();
            this.size = message.size();
            this.sha256 = message.sha256();
        }
        this.proposal = proposal;
        this.notes = notes;
        this.receivedAt = receivedAt;
        this.receivedBy = receivedBy;
        this.version = 1;
    }

    Set<Step> may() {
        return state == State.WAITING ? EnumSet.allOf(Step.class) : EnumSet.noneOf(Step.class);
    }

    /** The desk has asked {@link #may} under the lock of this row. */
    void leave(State after, @Nullable UUID document, @Nullable String why, Instant at, String by) {
        state = after;
        documentId = document;
        reason = why;
        decidedAt = at;
        decidedBy = by;
        version++;
    }

    OnDesk.@Nullable Decided decided() {
        return state == State.WAITING
                ? null
                : new OnDesk.Decided(documentId, decidedAt, decidedBy, reason);
    }

    ServeContent.@Nullable Stored message() {
        return objectKey == null || size == null || sha256 == null
                ? null
                : new ServeContent.Stored(objectKey, "message.eml", "message/rfc822", size, sha256);
    }

    UUID id() {
        return id;
    }

    UUID agencyId() {
        return agencyId;
    }

    Source source() {
        return source;
    }

    State state() {
        return state;
    }

    @Nullable String sender() {
        return sender;
    }

    String proposal() {
        return proposal;
    }

    String notes() {
        return notes;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    String receivedBy() {
        return receivedBy;
    }

    long version() {
        return version;
    }
}
