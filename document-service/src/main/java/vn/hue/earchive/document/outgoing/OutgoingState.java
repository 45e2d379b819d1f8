package vn.hue.earchive.document.outgoing;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Life of an outgoing document (domain reference 4.2, Decree 30/2020 Art 10–19). The law's order of
 * an electronic document is in the arrows: the person signs, number and date are given, the agency
 * signs.
 *
 * <pre>
 * Draft ─review─► Reviewed ─approve─► ApprovedToSign ─sign─► Signed ─number─► Numbered
 *   ▲ ▲               │                    │                   │                 │ agency sign
 *   │ └── send back ──┴────────────────────┴───────────────────┘                 ▼
 *   └──────────────── void number ◄──────────────────────────────────────── AgencySigned
 *                                                                                │ issue
 *                                    Filed ◄─(a dossier holds it)─ Issued ◄──────┘
 * Issued, Corrected ─replace─► Replaced     ─correct─► Corrected     ─recall─► Recalled
 * </pre>
 *
 * What is issued is frozen: replacement, correction and recall change the state, never the
 * original.
 */
sealed interface OutgoingState {

    /** What is done with an outgoing document. */
    enum Command {
        AMEND,
        REVIEW,
        APPROVE,
        SEND_BACK,
        SIGN,
        NUMBER,
        VOID_NUMBER,
        AGENCY_SIGN,
        ISSUE,
        REPLACE,
        CORRECT,
        RECALL
    }

    /** The state after a command; null when the command is unlawful here. */
    @Nullable OutgoingState on(Command command);

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

    /** As a reader sees it: issued and in a dossier is filed. */
    static OutgoingState of(String stored, boolean inDossier) {
        OutgoingState state = of(stored);
        return inDossier && state instanceof Issued issued ? new Filed(issued) : state;
    }

    /** By the code of the database. */
    static OutgoingState of(String stored) {
        return switch (stored) {
            case "DRAFT" -> new Draft();
            case "REVIEWED" -> new Reviewed();
            case "APPROVED_TO_SIGN" -> new ApprovedToSign();
            case "SIGNED" -> new Signed();
            case "NUMBERED" -> new Numbered();
            case "AGENCY_SIGNED" -> new AgencySigned();
            case "ISSUED" -> new Issued();
            case "REPLACED" -> new Replaced();
            case "CORRECTED" -> new Corrected();
            case "RECALLED" -> new Recalled();
            default -> throw new IllegalStateException(stored);
        };
    }

    /** Being written. */
    record Draft() implements OutgoingState {
        @Override
        public @Nullable OutgoingState on(Command command) {
            return switch (command) {
                case AMEND -> this;
                case REVIEW -> new Reviewed();
                default -> null;
            };
        }
    }

    /** Content and form were looked at by another person. */
    record Reviewed() implements OutgoingState {
        @Override
        public @Nullable OutgoingState on(Command command) {
            return switch (command) {
                case APPROVE -> new ApprovedToSign();
                case SEND_BACK -> new Draft();
                default -> null;
            };
        }
    }

    /** The leader agrees to its signing. */
    record ApprovedToSign() implements OutgoingState {
        @Override
        public @Nullable OutgoingState on(Command command) {
            return switch (command) {
                case SIGN -> new Signed();
                case SEND_BACK -> new Draft();
                default -> null;
            };
        }
    }

    /** The competent person has signed. */
    record Signed() implements OutgoingState {
        @Override
        public @Nullable OutgoingState on(Command command) {
            return switch (command) {
                case NUMBER -> new Numbered();
                case SEND_BACK -> new Draft();
                default -> null;
            };
        }
    }

    /** It has its number and date. */
    record Numbered() implements OutgoingState {
        @Override
        public @Nullable OutgoingState on(Command command) {
            return switch (command) {
                case AGENCY_SIGN -> new AgencySigned();
                case VOID_NUMBER -> new Draft();
                default -> null;
            };
        }
    }

    /** The agency has signed or sealed it. */
    record AgencySigned() implements OutgoingState {
        @Override
        public @Nullable OutgoingState on(Command command) {
            return switch (command) {
                case ISSUE -> new Issued();
                case VOID_NUMBER -> new Draft();
                default -> null;
            };
        }
    }

    /** It is out; its original is frozen. */
    record Issued() implements OutgoingState {
        @Override
        public @Nullable OutgoingState on(Command command) {
            return afterIssue(command);
        }
    }

    /** Issued, and in at least one dossier. */
    record Filed(Issued before) implements OutgoingState {
        @Override
        public @Nullable OutgoingState on(Command command) {
            return before.on(command);
        }
    }

    /** An official letter corrects its form; it goes on being valid. */
    record Corrected() implements OutgoingState {
        @Override
        public @Nullable OutgoingState on(Command command) {
            return afterIssue(command);
        }
    }

    /** Another document of its kind took its place. */
    record Replaced() implements OutgoingState {
        @Override
        public @Nullable OutgoingState on(Command command) {
            return null;
        }
    }

    /** It was taken back. */
    record Recalled() implements OutgoingState {
        @Override
        public @Nullable OutgoingState on(Command command) {
            return null;
        }
    }

    private static @Nullable OutgoingState afterIssue(Command command) {
        return switch (command) {
            case REPLACE -> new Replaced();
            case CORRECT -> new Corrected();
            case RECALL -> new Recalled();
            default -> null;
        };
    }
}
