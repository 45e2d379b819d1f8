package vn.hue.earchive.document.incoming;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Life of an incoming document (domain reference 4.1, Decree 30/2020 Art 20–24).
 *
 * <pre>
 * Arrived ─verify─► Verified ─register─► Registered ─submit─► SubmittedToLeader ─assign─► Assigned
 *                                                                    ┌───────assign────────┤ ▲
 *                                                                    └─────────────────────┘ │assign
 *      Filed ◄─(a dossier holds it)─ Completed ◄─complete── InProgress ◄─────start───────────┘
 *                                        └────────resume────────►
 * Arrived, Verified, Registered, SubmittedToLeader ─return─► Returned
 * Registered … Completed ─recall─► Recalled
 * </pre>
 *
 * Arrived and Verified have no register line yet. Filed is derived from the dossiers that hold the
 * document, so that it cannot contradict them: of a document that nobody has to handle, and of one
 * whose handling is complete. Comments, other due dates and reports of co-units change no state.
 */
public sealed interface IncomingState {

    /** States that the database keeps of a register line. */
    Set<String> REGISTER_LINES =
            Set.of(
                    "REGISTERED",
                    "SUBMITTED_TO_LEADER",
                    "ASSIGNED",
                    "IN_PROGRESS",
                    "COMPLETED",
                    "RETURNED",
                    "RECALLED");

    /** What is done with an incoming document. */
    enum Command {
        VERIFY,
        REGISTER,
        SUBMIT,
        ASSIGN,
        START,
        COMMENT,
        SET_DUE_DATE,
        REPORT,
        COMPLETE,
        RESUME,
        RETURN,
        RECALL
    }

    /** The state after a command; null when the command is unlawful here. */
    @Nullable IncomingState on(Command command);

    default boolean allows(Command command) {
        return on(command) != null;
    }

    default Set<Command> commands() {
        Set<Command> lawful = EnumSet.allOf(Command.class);
        lawful.removeIf(c -> !allows(c));
        return lawful;
    }

    /** Upper snake case, as clients and the database know it. */
    default String code() {
        return getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
    }

    /** The state of a register line. */
    static IncomingState of(String stored, List<UUID> dossiers) {
        IncomingState state = of(stored);
        boolean rests = state instanceof Registered || state instanceof Completed;
        return rests && !dossiers.isEmpty() ? new Filed(state) : state;
    }

    /** By the code of the database. */
    static IncomingState of(String stored) {
        return switch (stored) {
            case "ARRIVED" -> new Arrived();
            case "VERIFIED" -> new Verified();
            case "REGISTERED" -> new Registered();
            case "SUBMITTED_TO_LEADER" -> new SubmittedToLeader();
            case "ASSIGNED" -> new Assigned();
            case "IN_PROGRESS" -> new InProgress();
            case "COMPLETED" -> new Completed();
            case "RETURNED" -> new Returned();
            case "RECALLED" -> new Recalled();
            default -> throw new IllegalStateException(stored);
        };
    }

    /** It has come; nobody has looked at it. */
    record Arrived() implements IncomingState {
        @Override
        public @Nullable IncomingState on(Command command) {
            return switch (command) {
                case VERIFY -> new Verified();
                case RETURN -> new Returned();
                default -> null;
            };
        }
    }

    /** Signature, integrity and addressee are in order. */
    record Verified() implements IncomingState {
        @Override
        public @Nullable IncomingState on(Command command) {
            return switch (command) {
                case REGISTER -> new Registered();
                case RETURN -> new Returned();
                default -> null;
            };
        }
    }

    /** It has its arrival number. */
    record Registered() implements IncomingState {
        @Override
        public @Nullable IncomingState on(Command command) {
            return switch (command) {
                case SUBMIT -> new SubmittedToLeader();
                case RETURN -> new Returned();
                case RECALL -> new Recalled();
                default -> null;
            };
        }
    }

    /** The leader has it before them. */
    record SubmittedToLeader() implements IncomingState {
        @Override
        public @Nullable IncomingState on(Command command) {
            return switch (command) {
                case ASSIGN -> new Assigned();
                case COMMENT -> this;
                case RETURN -> new Returned();
                case RECALL -> new Recalled();
                default -> null;
            };
        }
    }

    /** A lead unit has it, perhaps co-units, perhaps a due date. */
    record Assigned() implements IncomingState {
        @Override
        public @Nullable IncomingState on(Command command) {
            return switch (command) {
                case START -> new InProgress();
                case ASSIGN, COMMENT, SET_DUE_DATE, REPORT -> this;
                case RECALL -> new Recalled();
                default -> null;
            };
        }
    }

    /** Somebody works on it. */
    record InProgress() implements IncomingState {
        @Override
        public @Nullable IncomingState on(Command command) {
            return switch (command) {
                case COMPLETE -> new Completed();
                case ASSIGN -> new Assigned();
                case COMMENT, SET_DUE_DATE, REPORT -> this;
                case RECALL -> new Recalled();
                default -> null;
            };
        }
    }

    /** The work is done. */
    record Completed() implements IncomingState {
        @Override
        public @Nullable IncomingState on(Command command) {
            return switch (command) {
                case RESUME -> new InProgress();
                case RECALL -> new Recalled();
                default -> null;
            };
        }
    }

    /** In at least one dossier, and nothing is left to do; what was lawful before still is. */
    record Filed(IncomingState before) implements IncomingState {
        @Override
        public @Nullable IncomingState on(Command command) {
            return before.on(command);
        }
    }

    /** It went back to its sender. */
    record Returned() implements IncomingState {
        @Override
        public @Nullable IncomingState on(Command command) {
            return null;
        }
    }

    /** Its issuer took it back. */
    record Recalled() implements IncomingState {
        @Override
        public @Nullable IncomingState on(Command command) {
            return null;
        }
    }
}
