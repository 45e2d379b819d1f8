package vn.hue.earchive.document.dossierlist;

import java.util.Optional;
import java.util.Set;

/**
 * Life of the dossier list of a year (danh mục hồ sơ; Decree 30/2020 Art 28, domain reference 4.3).
 *
 * <pre>
 *  create ──► Draft ──review──► Reviewed ──approve──► Approved ──issue──► InUse ──close──► Closed
 *               ▲                   │
 *               └──────return───────┘
 * </pre>
 *
 * Units draft its lines, the agency archivist reviews them, the head approves; nobody approves what
 * they drafted. Dossiers are opened from a list that is in use. A state has its lawful transitions
 * only; {@link #after(Command)} tells a caller the same.
 */
sealed interface DossierListState {

    /** What can be asked of a list. */
    enum Command {
        DRAFT_LINES,
        REVIEW,
        RETURN,
        APPROVE,
        ISSUE,
        CLOSE
    }

    /** Code of the state, as stored and as told to others. */
    String code();

    Set<Command> commands();

    /** The state that a command leads to; empty when the command is not lawful here. */
    Optional<DossierListState> after(Command command);

    static DossierListState of(String code) {
        return switch (code) {
            case "DRAFT" -> new Draft();
            case "REVIEWED" -> new Reviewed();
            case "APPROVED" -> new Approved();
            case "IN_USE" -> new InUse();
            case "CLOSED" -> new Closed();
            default -> throw new IllegalStateException("state " + code);
        };
    }

    /** Units enter, change and take out lines. */
    record Draft() implements DossierListState {
        Reviewed review() {
            return new Reviewed();
        }

        @Override
        public String code() {
            return "DRAFT";
        }

        @Override
        public Set<Command> commands() {
            return Set.of(Command.DRAFT_LINES, Command.REVIEW);
        }

        @Override
        public Optional<DossierListState> after(Command command) {
            return switch (command) {
                case DRAFT_LINES -> Optional.of(this);
                case REVIEW -> Optional.of(review());
                case RETURN, APPROVE, ISSUE, CLOSE -> Optional.empty();
            };
        }
    }

    /** The archivist has looked through it; the head decides. */
    record Reviewed() implements DossierListState {
        Approved approve() {
            return new Approved();
        }

        Draft returnToUnits() {
            return new Draft();
        }

        @Override
        public String code() {
            return "REVIEWED";
        }

        @Override
        public Set<Command> commands() {
            return Set.of(Command.RETURN, Command.APPROVE);
        }

        @Override
        public Optional<DossierListState> after(Command command) {
            return switch (command) {
                case RETURN -> Optional.of(returnToUnits());
                case APPROVE -> Optional.of(approve());
                case DRAFT_LINES, REVIEW, ISSUE, CLOSE -> Optional.empty();
            };
        }
    }

    /** Approved by the head, not yet issued to the units. */
    record Approved() implements DossierListState {
        InUse issue() {
            return new InUse();
        }

        @Override
        public String code() {
            return "APPROVED";
        }

        @Override
        public Set<Command> commands() {
            return Set.of(Command.ISSUE);
        }

        @Override
        public Optional<DossierListState> after(Command command) {
            return switch (command) {
                case ISSUE -> Optional.of(issue());
                case DRAFT_LINES, REVIEW, RETURN, APPROVE, CLOSE -> Optional.empty();
            };
        }
    }

    /** Dossiers are opened from it. */
    record InUse() implements DossierListState {
        Closed close() {
            return new Closed();
        }

        @Override
        public String code() {
            return "IN_USE";
        }

        @Override
        public Set<Command> commands() {
            return Set.of(Command.CLOSE);
        }

        @Override
        public Optional<DossierListState> after(Command command) {
            return switch (command) {
                case CLOSE -> Optional.of(close());
                case DRAFT_LINES, REVIEW, RETURN, APPROVE, ISSUE -> Optional.empty();
            };
        }
    }

    /** The year is done: no dossier is opened from it any more, those that are open go on. */
    record Closed() implements DossierListState {
        @Override
        public String code() {
            return "CLOSED";
        }

        @Override
        public Set<Command> commands() {
            return Set.of();
        }

        @Override
        public Optional<DossierListState> after(Command command) {
            return Optional.empty();
        }
    }
}
