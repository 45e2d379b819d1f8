package vn.hue.earchive.archive.intake;

import java.util.UUID;

/** Another worker has taken the dossier over; what this one did must leave no trace. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost(UUID intakeDossierId) {
        super("lease lost: intakeDossierId=" + intakeDossierId);
    }
}
