package vn.hue.earchive.document.retention;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Life of one version of a rule set.
 *
 * <pre>
 *   SAMPLE ──┐                       (worked with, every rule marked as unconfirmed)
 *            ├─ approve ─▶ APPROVED ─ supersede ─▶ SUPERSEDED
 *   DRAFT ───┘                                        ▲
 *   SAMPLE, DRAFT ──────────── supersede ─────────────┘
 * </pre>
 *
 * A state has only its own arrows; approval is by another person than the import, which {@link
 * ApproveSchedule} sees to.
 */
sealed interface ScheduleState {

    record Sample() implements ScheduleState {
        @Override
        public Approved approve(Approval approval) {
            return new Approved(approval);
        }
    }

    record Draft() implements ScheduleState {
        @Override
        public Approved approve(Approval approval) {
            return new Approved(approval);
        }
    }

    record Approved(Approval approval) implements ScheduleState {}

    /**
     * @param approval null when it was never approved
     */
    record Superseded(@Nullable Approval approval) implements ScheduleState {}

    /**
     * Who approved it and from when it is in force.
     *
     * @param reference number and date of the approving paper
     */
    record Approval(Instant at, String by, String reference, LocalDate validFrom) {}

    default String code() {
        return switch (this) {
            case Sample s -> "SAMPLE";
            case Draft d -> "DRAFT";
            case Approved a -> "APPROVED";
            case Superseded s -> "SUPERSEDED";
        };
    }

    /** Null where the state has no such arrow. */
    default @Nullable ScheduleState approve(Approval approval) {
        return null;
    }

    /** Null where the state has no such arrow. */
    default @Nullable ScheduleState supersede() {
        return switch (this) {
            case Sample s -> new Superseded(null);
            case Draft d -> new Superseded(null);
            case Approved a -> new Superseded(a.approval());
            case Superseded s -> null;
        };
    }
}
