package vn.hue.earchive.document.handover;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** One dossier of the list that goes with a request to hold back. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "hold_back_item")
class HoldBackItem {

    /** What became of it. */
    enum Outcome {
        WAITING,
        HELD,
        /** It was reopened or submitted while the request waited. */
        LEFT,
        NOT_HELD
    }

    @Embeddable
    record Id(
            @Column(name = "hold_back_id") UUID holdBackId,
            @Column(name = "dossier_id") UUID dossierId) {}

    @EmbeddedId private Id id;
    private UUID agencyId;
    private int position;
    private LocalDate dueOn;
    private String outcome;

    @SuppressWarnings("NullAway.Init")
    protected HoldBackItem() {}

    HoldBackItem(HoldBack request, UUID dossierId, int position, LocalDate dueOn) {
        this.id = new Id(request.id(), dossierId);
        this.agencyId = request.agencyId();
        this.position = position;
        this.dueOn = dueOn;
        this.outcome = Outcome.WAITING.name();
    }

    void became(Outcome what) {
        outcome = what.name();
    }

    UUID holdBackId() {
        return id.holdBackId();
    }

    UUID dossierId() {
        return id.dossierId();
    }

    HoldBackView.Item view(String fileCode, String title) {
        return new HoldBackView.Item(id.dossierId(), fileCode, title, dueOn, outcome);
    }
}
