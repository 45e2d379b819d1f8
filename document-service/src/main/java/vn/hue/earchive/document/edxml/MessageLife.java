package vn.hue.earchive.document.edxml;

import java.util.Optional;

/**
 * Life of a received message (domain reference 4.1 and 6).
 *
 * <pre>
 * DOCUMENT         RECEIVED ──register──► REGISTERED      ──return──► RETURNED
 * UPDATE, REPLACE  RECEIVED ──register──► REGISTERED      ──accept──► ACCEPTED  ──refuse──► REFUSED
 * RECALL           RECEIVED ──accept────► ACCEPTED        ──refuse──► REFUSED
 * STATUS           NOTED
 * DOCUMENT, UPDATE, REPLACE: RECEIVED ──withdraw──► WITHDRAWN, when its sender took it back
 * DOCUMENT         RECEIVED ──dismiss──► DISMISSED, not for this agency
 *                  RECEIVED ──merge────► MERGED, the document came on another way as well
 * </pre>
 */
final class MessageLife {

    enum Kind {
        DOCUMENT,
        RECALL,
        UPDATE,
        REPLACE,
        STATUS;

        /** By BussinessDocType; empty for a number that the standard does not have. */
        static Optional<Kind> ofBusinessType(String type) {
            return switch (type) {
                case "0" -> Optional.of(DOCUMENT);
                case "1" -> Optional.of(RECALL);
                case "2" -> Optional.of(UPDATE);
                case "3" -> Optional.of(REPLACE);
                default -> Optional.empty();
            };
        }

        boolean bringsDocument() {
            return this == DOCUMENT || this == UPDATE || this == REPLACE;
        }

        boolean changesDocument() {
            return this == RECALL || this == UPDATE || this == REPLACE;
        }
    }

    enum State {
        RECEIVED,
        REGISTERED,
        RETURNED,
        WITHDRAWN,
        ACCEPTED,
        REFUSED,
        DISMISSED,
        MERGED,
        NOTED;

        /** Whether a register line has what the message brought. */
        boolean reachedRegister() {
            return this == REGISTERED || this == ACCEPTED || this == MERGED;
        }
    }

    enum Command {
        REGISTER,
        RETURN,
        ACCEPT,
        REFUSE,
        DISMISS,
        MERGE,
        WITHDRAW
    }

    private MessageLife() {}

    static State first(Kind kind) {
        return kind == Kind.STATUS ? State.NOTED : State.RECEIVED;
    }

    /** The state that the command leads to; empty when it is not permitted. */
    static Optional<State> after(Kind kind, State state, Command command) {
        if (state != State.RECEIVED) {
            return Optional.empty();
        }
        return switch (command) {
            case REGISTER -> when(kind.bringsDocument(), State.REGISTERED);
            case RETURN -> when(kind == Kind.DOCUMENT, State.RETURNED);
            case ACCEPT -> when(kind.changesDocument(), State.ACCEPTED);
            case REFUSE -> when(kind.changesDocument(), State.REFUSED);
            case DISMISS -> when(kind == Kind.DOCUMENT, State.DISMISSED);
            case MERGE -> when(kind == Kind.DOCUMENT, State.MERGED);
            case WITHDRAW -> when(kind.bringsDocument(), State.WITHDRAWN);
        };
    }

    private static Optional<State> when(boolean permitted, State state) {
        return permitted ? Optional.of(state) : Optional.empty();
    }
}
