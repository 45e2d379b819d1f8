package vn.hue.earchive.document.handover;

import java.util.Set;

/**
 * Life of a request to hold dossiers back.
 *
 * <pre>
 *  request ──► Requested ──approve──► Approved
 *                  ├──────refuse────► Refused
 *                  └─────withdraw───► Withdrawn
 * </pre>
 */
sealed interface HoldBackState {

    /** What can be asked of a request. */
    enum Command {
        APPROVE,
        REFUSE,
        WITHDRAW
    }

    String code();

    Set<Command> commands();

    static HoldBackState of(String code) {
        return switch (code) {
            case "REQUESTED" -> new Requested();
            case "APPROVED" -> new Approved();
            case "REFUSED" -> new Refused();
            case "WITHDRAWN" -> new Withdrawn();
            default -> throw new IllegalStateException("state " + code);
        };
    }

    /** Waits for the head of the agency. */
    record Requested() implements HoldBackState {
        Approved approve() {
            return new Approved();
        }

        Refused refuse() {
            return new Refused();
        }

        Withdrawn withdraw() {
            return new Withdrawn();
        }

        @Override
        public String code() {
            return "REQUESTED";
        }

        @Override
        public Set<Command> commands() {
            return Set.of(Command.values());
        }
    }

    /** The dossiers are held back until their day; nothing more is to be done. */
    record Approved() implements HoldBackState {
        @Override
        public String code() {
            return "APPROVED";
        }

        @Override
        public Set<Command> commands() {
            return Set.of();
        }
    }

    record Refused() implements HoldBackState {
        @Override
        public String code() {
            return "REFUSED";
        }

        @Override
        public Set<Command> commands() {
            return Set.of();
        }
    }

    record Withdrawn() implements HoldBackState {
        @Override
        public String code() {
            return "WITHDRAWN";
        }

        @Override
        public Set<Command> commands() {
            return Set.of();
        }
    }
}
