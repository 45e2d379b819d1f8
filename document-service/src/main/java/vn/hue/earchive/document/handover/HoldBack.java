package vn.hue.earchive.document.handover;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.problem.Problem;

/** A written request to keep dossiers beyond their due date, with the head's answer. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "hold_back")
class HoldBack {

    @Id private UUID id;
    private UUID agencyId;
    private String state;
    private String reason;
    private LocalDate heldUntil;
    private String legalBasis;
    private Instant requestedAt;
    private String requestedBy;
    private String requester;
    private @Nullable Instant decidedAt;
    private @Nullable String decidedBy;
    private @Nullable String decider;
    private @Nullable String note;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected HoldBack() {}

    HoldBack(
            UUID id,
            Caller by,
            String reason,
            LocalDate heldUntil,
            String legalBasis,
            Instant requestedAt) {
        this.id = id;
        this.agencyId = by.agencyId();
        this.state = new HoldBackState.Requested().code();
        this.reason = reason;
        this.heldUntil = heldUntil;
        this.legalBasis = legalBasis;
        this.requestedAt = requestedAt;
        this.requestedBy = by.username();
        this.requester = by.subject();
        this.version = 1;
    }

    HoldBackState state() {
        return HoldBackState.of(state);
    }

    /**
     * @throws Problem HOLD_BACK_DECIDED unless it still waits
     */
    void answer(HoldBackState.Command command, Caller by, @Nullable String note, Instant at) {
        if (!(state() instanceof HoldBackState.Requested requested)) {
            throw new Problem(DocumentProblem.HOLD_BACK_DECIDED, state);
        }
        HoldBackState next =
                switch (command) {
                    case APPROVE -> requested.approve();
                    case REFUSE -> requested.refuse();
                    case WITHDRAW -> requested.withdraw();
                };
        state = next.code();
        this.note = note;
        decidedAt = at;
        decidedBy = by.username();
        decider = by.subject();
        version++;
    }

    UUID id() {
        return id;
    }

    UUID agencyId() {
        return agencyId;
    }

    LocalDate heldUntil() {
        return heldUntil;
    }

    String requester() {
        return requester;
    }

    long version() {
        return version;
    }

    HoldBackView view(List<HoldBackView.Item> items, List<String> allowedActions) {
        return new HoldBackView(
                id,
                state,
                reason,
                heldUntil,
                legalBasis,
                requestedAt,
                requestedBy,
                decidedAt,
                decidedBy,
                note,
                items,
                version,
                allowedActions);
    }
}
