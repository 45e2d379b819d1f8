package vn.hue.earchive.archive.intake;

import java.time.Instant;

/**
 * Life of one dossier in the intake (domain.md 4.5). A state has only its lawful transitions, so
 * that an unlawful one does not compile.
 *
 * <pre>
 *   Received ──begin──▶ Checking ──accept──▶ Accepted
 *                        │  ▲ │
 *                  block │  │ └────giveBack──▶ Returned
 *                        ▼  │ begin
 *                       Blocked
 * </pre>
 *
 * <p>{@code Checking} survives a crash: the lease of the worker ends and another one begins anew.
 * {@code Blocked} is for what the unit cannot mend (a manifest that is missing or was altered): it
 * waits for the operator and is tried again from time to time, never accepted and never returned.
 */
sealed interface IntakeState {

    /** Code stored in {@code intake_dossier.state} and shown to callers. */
    String code();

    /** Waiting for a worker. */
    record Received() implements IntakeState {
        Checking begin() {
            return new Checking();
        }

        @Override
        public String code() {
            return "RECEIVED";
        }
    }

    /** A worker has it, or had it before a crash or a transient fault. */
    record Checking() implements IntakeState {
        Accepted accept(Instant at) {
            return new Accepted(at);
        }

        Returned giveBack(Instant at) {
            return new Returned(at);
        }

        Blocked block() {
            return new Blocked();
        }

        @Override
        public String code() {
            return "CHECKING";
        }
    }

    /** What was submitted cannot be trusted or read; the operator has to look. */
    record Blocked() implements IntakeState {
        Checking begin() {
            return new Checking();
        }

        @Override
        public String code() {
            return "BLOCKED";
        }
    }

    /** In custody. Final. */
    record Accepted(Instant decidedAt) implements IntakeState {
        @Override
        public String code() {
            return "ACCEPTED";
        }
    }

    /** Given back with reasons; nothing was kept. Final: a new submission is a new intake. */
    record Returned(Instant decidedAt) implements IntakeState {
        @Override
        public String code() {
            return "RETURNED";
        }
    }
}
