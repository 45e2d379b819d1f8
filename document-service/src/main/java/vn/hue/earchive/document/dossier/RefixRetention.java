package vn.hue.earchive.document.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import vn.hue.earchive.document.events.DossierDescribed;
import vn.hue.earchive.document.retention.FixedRetention;
import vn.hue.earchive.document.retention.RetentionLedger;

/** Fixes the period of one dossier by a later version of its rule. */
@ApplicationScoped
public class RefixRetention {

    private final ChangeDossier change;
    private final RetentionLedger ledger;

    RefixRetention(ChangeDossier change, RetentionLedger ledger) {
        this.change = change;
        this.ledger = ledger;
    }

    /**
     * Leaves version, event and audit entry like every change of a dossier.
     *
     * @param dossier locked, and in the hands of its unit
     * @param cause the re-computation, for the audit trail
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void apply(Dossier dossier, FixedRetention fixed, UUID cause) {
        if (fixed.countedFrom().equals(FixedRetention.END_OF_WORK_YEAR)) {
            ledger.eventForgotten(dossier.id());
        }
        String before = dossier.retention().ruleCode();
        change.apply(
                "recomputeDossierRetention",
                dossier,
                d -> {
                    d.fixRetention(fixed);
                    return new DossierDescribed(
                            d.agencyId(), d.version(), change.clock().instant(), d.description());
                },
                Map.of("recomputation", cause, "fromRule", before, "toRule", fixed.ruleCode()));
    }
}
