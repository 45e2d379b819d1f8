package vn.hue.earchive.archive.custody;

import java.time.Instant;

/**
 * Life of a holding from custody to the required copies. A state has only its lawful transitions.
 *
 * <pre>
 *   Accepted ──store──▶ Stored ──replicate──▶ Replicated
 * </pre>
 *
 * <p>{@code Stored} means under-replicated: durable in one store at least, in fewer than required.
 */
sealed interface HoldingState {

    /** Code stored in {@code holding.state} and shown to callers. */
    String code();

    /** The archive has taken custody. */
    record Accepted(Instant acceptedAt) implements HoldingState {
        Stored store(Instant at) {
            return new Stored(acceptedAt, at);
        }

        @Override
        public String code() {
            return "ACCEPTED";
        }
    }

    /** The package is durable in at least one store. */
    record Stored(Instant acceptedAt, Instant storedAt) implements HoldingState {
        Replicated replicate(Instant at) {
            return new Replicated(acceptedAt, storedAt, at);
        }

        @Override
        public String code() {
            return "STORED";
        }
    }

    /** The required number of verified copies exists. */
    record Replicated(Instant acceptedAt, Instant storedAt, Instant replicatedAt)
            implements HoldingState {
        @Override
        public String code() {
            return "REPLICATED";
        }
    }
}
