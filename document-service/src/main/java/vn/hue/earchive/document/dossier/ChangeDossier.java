package vn.hue.earchive.document.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.events.DossierEvent;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.journal.Journal;
import vn.hue.earchive.kit.rest.ETags;

/**
 * What every change of a dossier by a person has in common: a repetition answers as the first did,
 * the dossier is locked, the version that the person saw is compared, and event and audit entry are
 * left in the same transaction.
 */
@ApplicationScoped
class ChangeDossier {

    private final Dossiers dossiers;
    private final DossierViews views;
    private final Idempotency idempotency;
    private final Journal journal;
    private final Clock clock;

    ChangeDossier(
            Dossiers dossiers,
            DossierViews views,
            Idempotency idempotency,
            Journal journal,
            Clock clock) {
        this.dossiers = dossiers;
        this.views = views;
        this.idempotency = idempotency;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @param body what must be the same in a repetition
     * @param change changes the dossier and tells the fact
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer<DossierView> once(
            String operation,
            UUID dossierId,
            @Nullable String ifMatch,
            @Nullable String key,
            Object body,
            Function<Dossier, DossierEvent> change) {
        return once(operation, dossierId, ifMatch, key, body, change, Map.of());
    }

    /**
     * @param details what the audit trail keeps besides; read after the change, which may add to it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer<DossierView> once(
            String operation,
            UUID dossierId,
            @Nullable String ifMatch,
            @Nullable String key,
            Object body,
            Function<Dossier, DossierEvent> change,
            Map<String, Object> details) {
        return idempotency.once(
                operation,
                key,
                Map.of("dossierId", dossierId, "body", body),
                DossierView.class,
                () -> {
                    Dossier dossier = dossiers.locked(dossierId);
                    ETags.check(ifMatch, dossier.version());
                    apply(operation, dossier, change, details);
                    return new Answer<>(
                            200, null, ETags.header(dossier.version()), views.of(dossier));
                });
    }

    /** Changes a locked dossier and leaves event and audit entry. */
    @Transactional(Transactional.TxType.MANDATORY)
    void apply(
            String operation,
            Dossier dossier,
            Function<Dossier, DossierEvent> change,
            Map<String, ?> details) {
        journal.record(change.apply(dossier), operation, "dossier", details);
    }

    Clock clock() {
        return clock;
    }
}
