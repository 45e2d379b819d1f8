package vn.hue.earchive.document.exchange;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.kit.problem.Problem;

/** What a clerk has to look at: {@code OPEN → REPLAYED | DISMISSED}. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "exchange_failure")
class ExchangeFailure {

    enum Direction {
        IN,
        OUT
    }

    enum State {
        OPEN,
        REPLAYED,
        DISMISSED
    }

    @Id private UUID id;
    private UUID agencyId;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    private @Nullable UUID outboundId;
    private @Nullable String busId;
    private String code;
    private @Nullable String detail;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant failedAt;
    private @Nullable Instant resolvedAt;
    private @Nullable String resolvedBy;
    private @Nullable String note;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected ExchangeFailure() {}

    private ExchangeFailure(
            UUID id, UUID agencyId, Direction direction, BusFailure failure, Instant failedAt) {
        this.id = id;
        this.agencyId = agencyId;
        this.direction = direction;
        this.code = failure.code().name();
        this.detail = failure.detail();
        this.state = State.OPEN;
        this.failedAt = failedAt;
        this.version = 1;
    }

    static ExchangeFailure outbound(
            UUID id, OutboundMessage message, BusFailure failure, Instant at) {
        ExchangeFailure made =
                new ExchangeFailure(id, message.agencyId(), Direction.OUT, failure, at);
        made.outboundId = message.id();
        return made;
    }

    static ExchangeFailure inbound(
            UUID id, UUID agencyId, String busId, BusFailure failure, Instant at) {
        ExchangeFailure made = new ExchangeFailure(id, agencyId, Direction.IN, failure, at);
        made.busId = busId;
        return made;
    }

    /**
     * @throws Problem EXCHANGE_STATE_FORBIDS when somebody has dealt with it already
     */
    void resolve(State as, @Nullable String why, Instant at, String by) {
        if (state != State.OPEN) {
            throw new Problem(DocumentProblem.EXCHANGE_STATE_FORBIDS, state.name());
        }
        state = as;
        note = why;
        resolvedAt = at;
        resolvedBy = by;
        version++;
    }

    UUID id() {
        return id;
    }

    UUID agencyId() {
        return agencyId;
    }

    Direction direction() {
        return direction;
    }

    @Nullable UUID outboundId() {
        return outboundId;
    }

    @Nullable String busId() {
        return busId;
    }

    String code() {
        return code;
    }

    @Nullable String detail() {
        return detail;
    }

    State state() {
        return state;
    }

    Instant failedAt() {
        return failedAt;
    }

    @Nullable Instant resolvedAt() {
        return resolvedAt;
    }

    @Nullable String resolvedBy() {
        return resolvedBy;
    }

    @Nullable String note() {
        return note;
    }

    long version() {
        return version;
    }
}
