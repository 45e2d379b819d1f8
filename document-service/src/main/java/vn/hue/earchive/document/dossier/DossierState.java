package vn.hue.earchive.document.dossier;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * Life of a dossier until the agency archive has it (Decree 30/2020 Art 29 and 30, domain reference
 * 4.4).
 *
 * <pre>
 *  open ──► Open ──close──► Closed ──submit──► Submitted ──accept──► InAgencyArchive
 *            ▲                │ ▲                  │
 *            ├────reopen──────┘ └──close──┐      return
 *            │                            │        │
 *            └────────reopen──────────── Returned ◄┘
 * </pre>
 *
 * A state has its lawful transitions only, so an unlawful one does not compile; {@link
 * #allows(Command)} tells a caller the same. Dates are legal dates in Asia/Ho_Chi_Minh.
 */
public sealed interface DossierState {

    /** What can be asked of a dossier. */
    enum Command {
        FILE,
        REMOVE,
        AMEND,
        CLOSE,
        REOPEN,
        SUBMIT,
        ACCEPT,
        RETURN,
        HOLD_BACK,
        HAND_TO
    }

    /** Code of the state, as stored and as told to others. */
    String code();

    Set<Command> commands();

    default boolean allows(Command command) {
        return commands().contains(command);
    }

    LocalDate openedOn();

    /** Documents come and go. */
    record Open(LocalDate openedOn) implements DossierState {
        /**
         * The work is done and the dossier is complete.
         *
         * @param handOverDueOn last day for the hand-over to the agency archive
         */
        Closed close(LocalDate on, LocalDate handOverDueOn) {
            return new Closed(openedOn, on, handOverDueOn);
        }

        @Override
        public String code() {
            return "OPEN";
        }

        @Override
        public Set<Command> commands() {
            return Set.of(
                    Command.FILE, Command.REMOVE, Command.AMEND, Command.CLOSE, Command.HAND_TO);
        }
    }

    /** Checked, complete, frozen. */
    record Closed(LocalDate openedOn, LocalDate closedOn, LocalDate handOverDueOn)
            implements DossierState {
        Submitted submit(UUID submissionId) {
            return new Submitted(openedOn, closedOn, handOverDueOn, submissionId);
        }

        Open reopen() {
            return new Open(openedOn);
        }

        @Override
        public String code() {
            return "CLOSED";
        }

        @Override
        public Set<Command> commands() {
            return Set.of(Command.REOPEN, Command.SUBMIT, Command.HOLD_BACK, Command.HAND_TO);
        }
    }

    /** On its way to the agency archive; nobody here may touch it. */
    record Submitted(
            LocalDate openedOn, LocalDate closedOn, LocalDate handOverDueOn, UUID submissionId)
            implements DossierState {
        InAgencyArchive accept() {
            return new InAgencyArchive(openedOn, closedOn, handOverDueOn, submissionId);
        }

        Returned returnToUnit() {
            return new Returned(openedOn, closedOn, handOverDueOn, submissionId);
        }

        @Override
        public String code() {
            return "SUBMITTED";
        }

        @Override
        public Set<Command> commands() {
            return Set.of(Command.ACCEPT, Command.RETURN);
        }
    }

    /**
     * The archive found what must be mended: reopened and mended, or closed again as it is when the
     * cause lay elsewhere.
     */
    record Returned(
            LocalDate openedOn, LocalDate closedOn, LocalDate handOverDueOn, UUID submissionId)
            implements DossierState {
        Open reopen() {
            return new Open(openedOn);
        }

        /** The due date stays: a return does not lengthen the period of the law. */
        Closed close(LocalDate on) {
            return new Closed(openedOn, on, handOverDueOn);
        }

        @Override
        public String code() {
            return "RETURNED";
        }

        @Override
        public Set<Command> commands() {
            return Set.of(Command.CLOSE, Command.REOPEN, Command.HOLD_BACK, Command.HAND_TO);
        }
    }

    /** The archive has custody; the holding takes the place of this dossier. */
    record InAgencyArchive(
            LocalDate openedOn, LocalDate closedOn, LocalDate handOverDueOn, UUID submissionId)
            implements DossierState {
        @Override
        public String code() {
            return "IN_AGENCY_ARCHIVE";
        }

        @Override
        public Set<Command> commands() {
            return Set.of();
        }
    }
}
