package vn.hue.earchive.document.feed;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An address of another system that is called about changes of one agency.
 *
 * <pre>
 * UNVERIFIED ──answers the challenge──▶ ACTIVE ⇄ PAUSED
 *      └──does not──▶ REFUSED ──challenged again──▶ UNVERIFIED        any ──▶ ENDED
 * </pre>
 *
 * <p>Whose versions count the changes that people made; what the job does is not one of them.
 */
@Entity
@Table(name = "webhook")
class Webhook {

    enum State {
        UNVERIFIED,
        ACTIVE,
        PAUSED,
        REFUSED,
        ENDED
    }

    @Id private UUID id;
    private UUID agencyId;
    private String url;
    private String eventTypes;
    private String state;
    private long lastSequence;
    private Instant createdAt;
    private String createdBy;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Webhook() {}

    Webhook(
            UUID id,
            UUID agencyId,
            String url,
            List<String> eventTypes,
            long lastSequence,
            Instant createdAt,
            String createdBy) {
        this.id = id;
        this.agencyId = agencyId;
        this.url = url;
        this.eventTypes = String.join(",", eventTypes);
        this.state = State.UNVERIFIED.name();
        this.lastSequence = lastSequence;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        this.version = 1;
    }

    UUID id() {
        return id;
    }

    UUID agencyId() {
        return agencyId;
    }

    String url() {
        return url;
    }

    State state() {
        return State.valueOf(state);
    }

    List<String> eventTypes() {
        return Stream.of(eventTypes.split(",")).filter(t -> !t.isEmpty()).toList();
    }

    /** As PostgreSQL matches the type of a change. */
    String pattern() {
        return eventTypes.isEmpty()
                ? "."
                : "^(" + eventTypes.replace(".", "\\.").replace("*", ".*").replace(",", "|") + ")$";
    }

    long lastSequence() {
        return lastSequence;
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

    void listenTo(List<String> types) {
        eventTypes = String.join(",", types);
    }

    /** To be followed by {@link #changed()}. */
    void become(State next) {
        state = next.name();
    }

    void changed() {
        version++;
    }

    boolean isEnded() {
        return state() == State.ENDED;
    }
}
